// GLSL of pipes: a strip that faces the eye or a tube, both painted as a tube: the utility's colour on the outline, the
// state on the body, flags as patterns. Colours are sRGB. Lengths are m, widths CSS px.

import {
  ASPECT_PARTS,
  BOX,
  flags,
  SERVICE,
  STYLE_ASPECT,
  STYLE_SURFACE,
  surfaces,
  UNCERTAIN,
  VELOCITY_STEP_MPS,
} from './pipe-format.ts';
import { paintChunk, stateChunk } from './pipe-state-shader.ts';

export const pieceAttributes = { corner: 0, start: 1, endRadius: 2, rest: 3 } as const;

export const pieceVertexShader = /* glsl */ `
in vec4 corner;
in vec3 start;
in vec4 endRadius;
in vec3 rest;
${stateChunk}
uniform float u_serviceLimit;
out vec3 v_place;
out vec3 v_normal;
out vec3 v_offset;
out float v_along;
out float v_radius;
out float v_perPixel;
flat out vec3 v_axis;
flat out vec3 v_up;
flat out float v_style;

float leastWidth(float radius, float style) {
  int bits = int(v_state.z);
  float width = clamp(1.1 + 0.5 * log2(max(radius, 0.03) / 0.06), 0.9, 3.4);
  if ((bits & ${flags.isolated | flags.noSupply | flags.lowPressure | flags.closed}) != 0) width = max(width, 2.6);
  if ((bits & ${flags.marked}) != 0) width = max(width, 5.5);
  if ((bits & ${flags.burst}) != 0) width = max(width, 8.0);
  return v_isSelected > 0.5 ? max(width + 2.0, 6.5) : width;
}

void main() {
  float style = rest.z;
  int bits = int(mod(style, 16.0));
  gl_Position = vec4(0.0);
  if (!readState(rest.x)) return;
  mat3 turn = mat3(czm_modelView);
  vec3 from = (czm_modelView * vec4(start, 1.0)).xyz;
  vec3 to = (czm_modelView * vec4(endRadius.xyz, 1.0)).xyz;
  vec3 way = turn * (endRadius.xyz - start);
  float lengthM = max(length(way), 1e-4);
  vec3 axis = way / lengthM;
  vec3 up = turn * u_frame[2];
  vec3 place = corner.x < 0.5 ? from : to;
  float perPixel = metresPerPixel(place);
  if ((bits & ${SERVICE}) != 0 && perPixel > u_serviceLimit && v_isSelected < 0.5) return;
  float outward = corner.x < 0.5 ? -1.0 : 1.0;
  float radius = max(endRadius.w, 0.5 * perPixel * leastWidth(endRadius.w, style));
  float aspect = mod(floor(style / ${STYLE_ASPECT}.0), 256.0) / ${ASPECT_PARTS}.0;

#ifdef RIBBON
  vec3 eye = normalize(place);
  vec3 across = cross(axis, eye);
  float slant = length(across);
  across = slant > 1e-3 ? across / slant : turn * u_frame[0];
  vec3 side = across * corner.y;
  float wide = radius * mix(aspect, 1.0, 0.5);
  vec3 at = place + side * wide - eye * radius * 0.7 + axis * outward * min(radius * 0.35, 0.2 * lengthM);
  v_normal = side;
  v_offset = side;
  float beyond = min(radius * 0.35, 0.2 * lengthM);
#else
  vec3 across = cross(axis, up);
  float slope = length(across);
  across = slope > 1e-3 ? across / slope : turn * u_frame[0];
  vec3 top = cross(across, axis);
  vec2 direction = corner.yz;
  float ring = sqrt(max(0.0, 1.0 - corner.w * corner.w));
  v_offset = (across * direction.x + top * direction.y) * ring;
  vec3 normal = across * direction.x / aspect + top * direction.y;
  if ((bits & ${BOX}) != 0) direction /= max(abs(direction.x), abs(direction.y));
  // Ends reach into each other, so that no bend gapes.
  float beyond = (bits & ${BOX}) != 0 ? 0.0 : min((corner.w + 0.12) * radius, 0.5 * lengthM);
  vec3 at = place + (across * direction.x * aspect + top * direction.y) * radius * ring + axis * outward * beyond;
  // Round ends are lit as the tube is: they close the gap at a bend and shall not be seen as ends.
  v_normal = normalize(normal);
#endif
  v_place = at;
  // Patterns go on over a round end, which lies on the next piece.
  v_along = rest.y + (corner.x < 0.5 ? -beyond : lengthM + beyond);
  v_radius = radius;
  v_perPixel = perPixel;
  v_axis = axis;
  v_up = up;
  v_style = style;
  gl_Position = czm_projection * vec4(at, 1.0);
}`;

const surface = (name: (typeof surfaces)[number]) => surfaces.indexOf(name);

export const pieceFragmentShader = /* glsl */ `
in vec3 v_place;
in vec3 v_normal;
in vec3 v_offset;
in float v_along;
in float v_radius;
in float v_perPixel;
flat in vec3 v_axis;
flat in vec3 v_up;
flat in float v_style;
uniform float u_travel;
uniform float u_showsFlow;
${paintChunk}

// A power of two of metres, about this many px long.
float periodOf(float px) { return exp2(floor(log2(max(v_perPixel * px, v_radius * px * 0.14)))); }

vec3 materialColour(vec3 utility, int surface) {
  if (surface == ${surface('iron')}) return mix(utility, vec3(0.36, 0.37, 0.40), 0.30);
  if (surface == ${surface('concrete')}) return mix(utility, vec3(0.74, 0.73, 0.70), 0.42);
  if (surface == ${surface('clay')}) return mix(utility, vec3(0.66, 0.38, 0.26), 0.34);
  if (surface == ${surface('brick')}) return mix(utility, vec3(0.58, 0.30, 0.24), 0.40);
  if (surface == ${surface('steel')}) return mix(utility, vec3(0.62, 0.65, 0.69), 0.26);
  if (surface == ${surface('insulated')}) return mix(utility, vec3(0.10, 0.10, 0.11), 0.30);
  return utility;
}

// Sockets, welds and sleeves where they are to be seen: lighter and darker rings.
float fittings(int surface, float along) {
  float spacing = surface == ${surface('iron')} ? 6.0
    : surface == ${surface('concrete')} || surface == ${surface('clay')} ? 2.5
    : surface == ${surface('steel')} || surface == ${surface('insulated')} ? 12.0 : 0.0;
  float shade = 0.0;
  if (spacing > 0.0) {
    float width = surface == ${surface('steel')} ? 0.03 : surface == ${surface('insulated')} ? 0.4 : max(0.12, v_radius * 0.5);
    float off = abs(mod(along + 0.5 * spacing, spacing) - 0.5 * spacing);
    float soft = max(0.01, v_perPixel);
    shade = smoothstep(width * 0.5 + soft, width * 0.5 - soft, off) * 0.16
      - smoothstep(soft * 1.5, 0.0, abs(off - width * 0.5)) * 0.34;
  }
  if (surface == ${surface('brick')}) {
    float soft = clamp(v_perPixel / 0.07, 0.0, 0.5);
    shade = -smoothstep(0.5 - 0.12 - soft, 0.5, abs(fract(along / 0.14) - 0.5)) * 0.2 * (1.0 - 2.0 * soft);
  }
  return shade * (1.0 - smoothstep(0.05, 0.16, v_perPixel));
}

void main() {
  float presence = presenceAt(v_place);
  if (presence < 0.999 && isFaded(presence)) discard;
  int bits = int(mod(v_style, 16.0));
  int surface = int(mod(floor(v_style / ${STYLE_SURFACE}.0), 16.0));
  bool isBox = (bits & ${BOX}) != 0;
  vec3 toEye = -normalize(v_place);
  vec3 across = cross(v_axis, -toEye);
  float slant = length(across);
  across = slant > 1e-4 ? across / slant : vec3(1.0, 0.0, 0.0);
  vec3 facing = cross(across, v_axis);
  if (dot(facing, toEye) < 0.0) facing = -facing;
#ifdef RIBBON
  float v = clamp(dot(v_normal, across), -1.0, 1.0);
  vec3 normal = across * v + facing * sqrt(max(0.0, 1.0 - v * v));
#else
  vec3 normal = normalize(v_normal);
  float v = clamp(dot(v_offset, across), -1.0, 1.0);
  if (isBox) normal = normalize(cross(dFdx(v_place), dFdy(v_place)));
#endif
  float edge = abs(v);
  float halfPx = v_radius / v_perPixel;

  vec3 utility = casingColour();
  vec4 state = stateColour();
  vec3 body = state.a > 0.5 ? state.rgb : materialColour(utility, surface);
  vec3 casing = state.a > 0.5 ? utility : utility * 0.58;
  float shade = fittings(surface, v_along);

  if (hasFlag(${flags.stale})) {
    body = mix(greyOf(body), body, 0.35) * (fract(v_along / periodOf(20.0)) < 0.5 ? 1.0 : 0.8);
  }
  bool isDry = hasFlag(${flags.isolated | flags.noSupply});
  float long_ = periodOf(24.0);
  float hatch = fract(v_along / long_ + v * 0.25 * min(1.0, 8.0 * v_radius / long_));
  if (hasFlag(${flags.isolated})) body = hatch < 0.5 ? vec3(0.16, 0.17, 0.19) : mix(greyOf(body), vec3(0.72), 0.6);
  if (hasFlag(${flags.noSupply})) {
    float cross_ = abs(abs(fract(v_along / long_) - 0.5) * 2.0 - edge);
    body = cross_ < 0.22 ? vec3(0.92) : vec3(0.09, 0.09, 0.11);
  }
  if (hasFlag(${flags.lowPressure}) && !isDry) {
    float short_ = exp2(floor(log2(max(v_perPixel * 10.0, v_radius * 3.0))));
    vec2 off = vec2((fract(v_along / short_) - 0.5) * short_ / v_radius, v);
    body = length(off) < 0.58 ? vec3(0.05, 0.05, 0.07) : mix(body, vec3(1.0), 0.25);
  }

  // Chevrons that travel with the water; every second one fades where there are twice as many as needed.
  float velocity = (v_state.y - 128.0) * ${VELOCITY_STEP_MPS};
  if (u_showsFlow > 0.5 && !isDry && abs(velocity) > 0.5 * ${VELOCITY_STEP_MPS} && halfPx > 1.1) {
    float ahead = sign(velocity);
    float level = log2(max(v_perPixel * 26.0, v_radius * 2.2));
    float period = exp2(floor(level));
    float q = (v_along - velocity * u_travel) / period + ahead * edge * min(0.36, 0.9 * v_radius / period);
    float soft = clamp(1.2 * v_perPixel / period, 0.01, 0.25);
    float at = fract(q);
    float mark = smoothstep(0.0, soft, at) * smoothstep(0.34 + soft, 0.34, at);
    float isOdd = mod(floor(q), 2.0);
    mark *= 1.0 - isOdd * smoothstep(0.2, 0.9, fract(level));
    float light = greyOf(body).r;
    vec3 ink = light > 0.56 ? body * 0.42 : mix(body, vec3(1.0), 0.72);
    body = mix(body, ink, mark * smoothstep(1.1, 2.2, halfPx) * 0.9);
  }

  if (hasFlag(${flags.closed})) {
    float off = abs(fract(v_along / long_) - 0.5) * long_ / v_perPixel;
    if (off < 1.6) body = vec3(1.0);
    else if (off < 3.6) body = vec3(0.06);
  }
  if (hasFlag(${flags.burst})) {
    bool isBar = fract(v_along / long_ + edge * 0.4) < 0.5;
    body = isBar ? vec3(0.90, 0.13, 0.10) : vec3(1.0, 0.95, 0.86);
    casing = vec3(0.62, 0.04, 0.05);
  }
  if (hasFlag(${flags.marked})) casing = fract(v_along / periodOf(12.0)) < 0.5 ? vec3(1.0) : vec3(0.04);
  if (v_isSelected > 0.5) casing = u_accent;

  float rim = mix(0.52, 0.80, smoothstep(2.0, 26.0, halfPx));
  if (hasFlag(${flags.marked}) || v_isSelected > 0.5) rim = min(rim, 0.62);
  float soft = clamp(0.7 / halfPx, 0.02, 0.3);
  float isCasing = smoothstep(rim - soft, rim + soft, edge);
  if ((bits & ${UNCERTAIN}) != 0 && v_isSelected < 0.5 && !hasFlag(${flags.marked | flags.burst})) {
    // Where the depth is a guess the outline is dashed: gaps are cut out, or darkened where they would be large.
    bool isGap = fract(v_along / periodOf(44.0)) > 0.62;
    if (isGap && halfPx < 7.0 && edge > rim + soft * 0.5) discard;
    if (isGap) casing = mix(casing, halfPx < 7.0 ? u_contour : body, halfPx < 7.0 ? 0.3 : 0.8);
  }
  vec3 colour = mix(body, casing, isCasing);
  colour = mix(colour, u_contour, smoothstep(0.90, 1.0, edge) * smoothstep(2.5, 6.0, halfPx) * 0.55);
  float light = mix(1.0, lightOn(normal, v_up, toEye), smoothstep(1.2, 5.0, halfPx));
  colour = colour * light * (1.0 + shade);
  if (surface != ${surface('concrete')} && surface != ${surface('brick')}) {
    colour += glintOn(normal, v_up, toEye) * 0.28 * smoothstep(3.0, 12.0, halfPx);
  }
#ifdef XRAY
  colour = dimmed(colour);
#endif
  out_FragColor = vec4(colour, 1.0);
}`;
