// GLSL of lines laid on the ground: a box about each piece, and for each pixel of ground how far it is from the piece.
// Widths are pixels on the screen, whichever way one looks; a width in metres holds where that is more.

import { groundChunk } from './fire-ground-shader.ts';

export const linePatterns = ['plain', 'dashed', 'chevrons', 'dotted'] as const;
export type LinePattern = (typeof linePatterns)[number];

export const lineAttributes = { corner: 0, ends: 1, reach: 2, colour: 3, look: 4 } as const;

/** Floats of a piece, in the order of the attributes. */
export const LINE_FLOATS = 16;

export const lineVertexShader = /* glsl */ `
in vec3 corner;
// From and to: east, north.
in vec4 ends;
// Lowest and highest ground, m along the line at its beginning, width in pixels.
in vec4 reach;
in vec4 colour;
// Pattern, least width in m, width of the casing in pixels, alpha of the casing.
in vec4 look;
uniform float u_pixel;
out vec4 v_ends;
out vec4 v_reach;
out vec4 v_colour;
out vec4 v_look;
void main() {
  vec2 way = ends.zw - ends.xy;
  float far = length(way);
  vec2 along = far > 1e-4 ? way / far : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  vec2 here = corner.x < 0.5 ? ends.xy : ends.zw;
  vec3 low = (czm_modelView * vec4(here, reach.x, 1.0)).xyz;
  vec3 high = (czm_modelView * vec4(here, reach.y, 1.0)).xyz;
  vec3 up = mat3(czm_modelView) * vec3(0.0, 0.0, 1.0);
  // Seen flat, as many pixels are more metres.
  float flatness = max(0.1, abs(dot(normalize(low), up)));
  float pixels = 0.5 * reach.w + look.z + 1.5;
  float away = max(length(low), length(high));
  float half_ = max(0.5 * look.y, 1.15 * pixels * u_pixel * away / flatness) + 0.3;
  vec2 place = here + along * half_ * (2.0 * corner.x - 1.0) + across * half_ * (2.0 * corner.y - 1.0);
  v_ends = ends;
  v_reach = reach;
  v_colour = colour;
  v_look = look;
  gl_Position = czm_modelViewProjection * vec4(place, mix(reach.x, reach.y, corner.z), 1.0);
  gl_Position.z = 0.0;
}`;

export const lineFragmentShader = /* glsl */ `
in vec4 v_ends;
in vec4 v_reach;
in vec4 v_colour;
in vec4 v_look;
${groundChunk}
uniform float u_opacity;
uniform float u_isCasing;
uniform vec4 u_casing;
// m of a pattern's step near the middle of what is drawn.
uniform float u_step;
uniform vec4 u_pick;

void main() {
  float away;
  vec3 place = groundHere(away);
  vec2 way = v_ends.zw - v_ends.xy;
  float far = max(length(way), 1e-4);
  vec2 along = way / far;
  vec2 off = place.xy - v_ends.xy;
  float share = clamp(dot(off, along), 0.0, far);
  vec2 aside = off - along * share;
  float distance_ = length(aside);
  // m of ground that a pixel spans across the line.
  vec2 across = distance_ > 1e-3 ? aside / distance_ : vec2(-along.y, along.x);
  vec2 dx = dFdx(place.xy);
  vec2 dy = dFdy(place.xy);
  float span = max(length(vec2(dot(dx, across), dot(dy, across))), 1e-4);
  // The derivative leaps where the ground behind a ridge begins.
  span = min(span, 12.0 * u_pixel * away);
  float half_ = max(0.5 * v_look.y, 0.5 * v_reach.w * span);
  if (u_isCasing > 0.5) half_ += v_look.z * span;
  float cover = 1.0 - smoothstep(half_ - 0.6 * span, half_ + 0.6 * span, distance_);
  float at = v_reach.z + dot(off, along);
  vec4 colour = u_isCasing > 0.5 ? vec4(u_casing.rgb, u_casing.a * v_look.w) : v_colour;
  int pattern = int(v_look.x + 0.5);
  if (pattern == 1 || pattern == 3) {
    float share_ = pattern == 1 ? 0.62 : 0.3;
    float length_ = u_step * (pattern == 1 ? 1.0 : 0.5);
    float wave = abs(fract(at / length_) - 0.5) * length_;
    float edge = 0.5 * share_ * length_;
    cover *= 1.0 - smoothstep(edge - 0.6 * span, edge + 0.6 * span, wave) * (u_isCasing > 0.5 ? 0.55 : 1.0);
  }
  if (pattern == 2 && u_isCasing < 0.5) {
    // Arrow heads that point to the end.
    float head = abs(fract((at + distance_ * 0.9) / (1.6 * u_step)) - 0.5) * 1.6 * u_step;
    float edge = 0.16 * u_step;
    float isHead = 1.0 - smoothstep(edge - span, edge + span, head);
    colour.rgb = mix(colour.rgb, vec3(1.0), 0.85 * isHead);
  }
  float alpha = colour.a * cover * u_opacity;
  if (alpha < 0.01) discard;
  out_FragColor = vec4(colour.rgb, alpha);
}`;
