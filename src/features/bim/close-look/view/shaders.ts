// GLSL of the close look. How an element looks is read from the same four bytes that paint the globe. Colours are
// linear inside.

import { COLOURED, GHOST, SPACE, VISIBLE } from '../../contract/paint.ts';

/** Texels in a row of the table of states. */
export const TABLE_WIDTH = 1024;
/** Set beside the flags of the paint where an element is selected. */
export const SELECTED = 4;

const state = /* glsl */ `
uniform sampler2D u_state;
in float row;
flat out int v_flags;
flat out vec3 v_paint;
out vec3 v_place;

/** Whether anything of the element is to be seen. */
bool readState() {
  int number = int(row + 0.5);
  vec4 state = texelFetch(u_state, ivec2(number % ${TABLE_WIDTH}, number / ${TABLE_WIDTH}), 0);
  v_flags = int(state.a * 255.0 + 0.5);
  v_paint = state.rgb;
  v_place = position;
  bool isSelectedRoom = (v_flags & ${SPACE}) != 0 && (v_flags & ${SELECTED}) != 0;
  return (v_flags & ${VISIBLE}) != 0 || isSelectedRoom;
}`;

const cut = /* glsl */ `
uniform vec3 u_low;
uniform vec3 u_high;
flat in int v_flags;
flat in vec3 v_paint;
in vec3 v_place;
layout(location = 0) out vec4 pixel;

bool isCutAway() {
  return any(lessThan(v_place, u_low)) || any(greaterThan(v_place, u_high));
}
// A ghost keeps a quarter of its pixels, whatever lies behind and in whatever order.
bool isDithered() {
  ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
  return (cell.x + 2 * cell.y) % 4 != 0 || ((cell.x ^ cell.y) & 1) == 1;
}
vec4 toScreen(vec3 colour, float alpha) {
  return vec4(pow(clamp(colour, 0.0, 1.0), vec3(1.0 / 2.2)), alpha);
}`;

export const faceVertex = /* glsl */ `
${state}
in vec4 rgba;
out vec3 v_normal;
out vec4 v_rgba;
out vec3 v_eye;
void main() {
  if (!readState()) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  v_normal = normal;
  v_rgba = rgba;
  vec4 seen = modelViewMatrix * vec4(position, 1.0);
  v_eye = seen.xyz;
  gl_Position = projectionMatrix * seen;
}`;

export const faceFragment = /* glsl */ `
${cut}
uniform bool u_isCut;
uniform bool u_isGlass;
uniform vec3 u_accent;
uniform vec3 u_ground;
uniform vec3 u_cap;
in vec3 v_normal;
in vec4 v_rgba;
in vec3 v_eye;

void main() {
  if (isCutAway()) discard;
  bool isSelected = (v_flags & ${SELECTED}) != 0;
  bool isRoom = (v_flags & ${SPACE}) != 0;
  bool isGhost = (v_flags & ${GHOST}) != 0 && !isSelected;
  if (isGhost && isDithered()) discard;
  bool isColoured = (v_flags & ${COLOURED}) != 0;
  vec3 colour = pow(isColoured ? v_paint : v_rgba.rgb, vec3(2.2));
  if (isGhost) colour = mix(colour, u_ground, 0.65);
  if (isSelected) colour = mix(colour, u_accent, isRoom ? 1.0 : 0.72);

  // Behind a cut one looks at the back of a far side: that is where the solid is cut.
  if (u_isCut && !gl_FrontFacing && !u_isGlass) {
    float stripe = step(0.5, fract((gl_FragCoord.x + gl_FragCoord.y) / 9.0));
    vec3 poche = mix(u_cap, colour, isSelected ? 0.9 : 0.32);
    pixel = toScreen(mix(poche, poche * 0.82, stripe), 1.0);
    return;
  }
  vec3 normal = normalize(mat3(viewMatrix) * v_normal);
  vec3 eye = isOrthographic ? vec3(0.0, 0.0, 1.0) : normalize(-v_eye);
  if (dot(normal, eye) < 0.0) normal = -normal;
  vec3 up = mat3(viewMatrix) * vec3(0.0, 0.0, 1.0);
  vec3 sun = mat3(viewMatrix) * normalize(vec3(-0.45, -0.7, 0.9));
  float sky = 0.5 + 0.5 * dot(normal, up);
  float light = 0.36 + 0.3 * sky + 0.34 * max(dot(normal, sun), 0.0) + 0.14 * max(dot(normal, eye), 0.0);
  vec3 lit = colour * light;
  float rim = pow(1.0 - abs(dot(normal, eye)), 3.0);
  if (isSelected) lit = max(lit, u_accent * 0.35) + u_accent * rim * 0.5;
  float alpha = 1.0;
  if (u_isGlass) {
    float face = isRoom ? (isSelected ? 0.42 : 0.16) : max(v_rgba.a, 0.18);
    alpha = mix(face, min(1.0, face + 0.45), rim);
    lit += vec3(0.06) * rim;
  }
  pixel = toScreen(lit, alpha);
}`;

export const capVertex = /* glsl */ `
${state}
in vec4 rgba;
in vec2 hatch;
out vec4 v_rgba;
out vec2 v_hatch;
void main() {
  if (!readState()) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  v_rgba = rgba;
  v_hatch = hatch;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

/** What a cut lays open: dark, hatched, with a little of the element's own colour. */
export const capFragment = /* glsl */ `
${cut}
uniform vec3 u_accent;
uniform vec3 u_cap;
in vec4 v_rgba;
in vec2 v_hatch;
void main() {
  bool isSelected = (v_flags & ${SELECTED}) != 0;
  if ((v_flags & ${GHOST}) != 0 && !isSelected && isDithered()) discard;
  bool isColoured = (v_flags & ${COLOURED}) != 0;
  vec3 colour = pow(isColoured ? v_paint : v_rgba.rgb, vec3(2.2));
  vec3 poche = isSelected ? u_accent : mix(u_cap, colour, isColoured ? 0.6 : 0.22);
  // Lines of a drawing's hatching, 0.12 m apart, gone where they would be finer than pixels.
  float along = (v_hatch.x + v_hatch.y) / 0.17;
  float width = fwidth(along);
  float line = smoothstep(0.5 - width, 0.5, abs(fract(along) - 0.5) + 0.13);
  float shown = 1.0 - smoothstep(0.25, 0.6, width);
  pixel = toScreen(poche * (1.0 - 0.28 * line * shown), 1.0);
}`;

export const edgeVertex = /* glsl */ `
${state}
void main() {
  if (!readState()) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  // A hair nearer than the faces that meet there.
  gl_Position.z -= 0.00006 * gl_Position.w;
}`;

export const edgeFragment = /* glsl */ `
${cut}
uniform vec3 u_line;
uniform float u_lineAlpha;
uniform vec3 u_accent;
void main() {
  if (isCutAway()) discard;
  bool isSelected = (v_flags & ${SELECTED}) != 0;
  float fade = (v_flags & ${GHOST}) != 0 && !isSelected ? 0.25 : (v_flags & ${SPACE}) != 0 ? 0.5 : 1.0;
  pixel = toScreen(isSelected ? u_accent : u_line, u_lineAlpha * fade);
}`;
