// GLSL of valves, manholes, hydrants and so on: bodies turned about an axis, whose profiles lie in a texture.

import { flags } from './pipe-format.ts';
import {
  BEACON_RINGS,
  LYING_RINGS,
  PROFILE_TEXELS,
  parts,
  STANDING_RINGS,
} from './pipe-profiles.ts';
import { paintChunk, stateChunk } from './pipe-state-shader.ts';

export const thingAttributes = { corner: 0, placeShaft: 1, rest: 2 } as const;

const FIRST_BEACON_RING = LYING_RINGS + STANDING_RINGS - BEACON_RINGS;

export const thingVertexShader = /* glsl */ `
in vec4 corner;
in vec4 placeShaft;
in vec4 rest;
${stateChunk}
uniform highp sampler2D u_profiles;
uniform float u_showsNodes;
uniform float u_showsValves;
out vec3 v_place;
out vec3 v_radial;
flat out vec3 v_axis;
flat out vec3 v_up;
flat out float v_part;
flat out float v_isSquare;

// A flag on a pole: foot, head, and a body of two cones, px above the ground and px wide.
const vec2 beacon[${BEACON_RINGS}] = vec2[](vec2(1.4, 0.0), vec2(1.4, 26.0), vec2(6.5, 33.0), vec2(0.0, 42.0));

void main() {
  gl_Position = vec4(0.0);
  if (!readState(rest.z)) return;
  int bits = int(v_state.z);
  bool isRaised = (bits & ${flags.marked | flags.burst}) != 0 || v_isSelected > 0.5;
  int kind = int(rest.w + 0.5);
  vec4 traits = texelFetch(u_profiles, ivec2(${PROFILE_TEXELS - 1}, kind), 0);
  mat3 turn = mat3(czm_modelView);
  vec3 up = turn * u_frame[2];
  vec3 heading = turn * (u_frame * vec3(cos(rest.x), sin(rest.x), 0.0));
  vec3 across = cross(heading, up);
  vec3 foot = (czm_modelView * vec4(placeShaft.xyz, 1.0)).xyz;
  float perPixel = metresPerPixel(foot);
  if (perPixel > traits.y && !isRaised) return;
  if (kind == 1 ? u_showsValves < 0.5 && !isRaised : u_showsNodes < 0.5 && !isRaised) return;

  float leastPx = traits.x;
  if ((bits & ${flags.closed}) != 0) leastPx = max(leastPx, 7.0) * 1.2;
  if (isRaised) leastPx = max(leastPx, 9.0);
  float size = max(rest.y, leastPx * perPixel);
  if (v_isSelected > 0.5) size *= 1.15;

  int ring = int(corner.x + 0.5);
  vec4 profile = texelFetch(u_profiles, ivec2(ring, kind), 0);
  bool isLying = ring < ${LYING_RINGS};
  vec3 radial = isLying ? across * corner.y + up * corner.z : heading * corner.y + across * corner.z;
  if (traits.z > 0.5 && !isLying) radial /= max(abs(corner.y), abs(corner.z));
  float wide = profile.r * size;
  float high = profile.g * size + profile.b * placeShaft.w;
  // A closed valve has its plate across the pipe, larger than the body: the bow tie is filled.
  if (profile.a == ${parts.gate}.0 && (bits & ${flags.closed}) != 0) wide = 1.45 * size;
  v_part = profile.a;
  if (ring >= ${FIRST_BEACON_RING}) {
    vec2 flag = beacon[ring - ${FIRST_BEACON_RING}] * perPixel;
    wide = isRaised ? flag.x : 0.0;
    high = placeShaft.w + flag.y;
    v_part = ${parts.beacon}.0;
  }
  vec3 axis = isLying ? heading : up;
  vec3 at = foot + axis * high + radial * wide;
  v_place = at;
  v_radial = radial;
  v_axis = axis;
  v_up = up;
  v_isSquare = isLying ? 0.0 : traits.z;
  gl_Position = czm_projection * vec4(at, 1.0);
}`;

export const thingFragmentShader = /* glsl */ `
in vec3 v_place;
in vec3 v_radial;
flat in vec3 v_axis;
flat in vec3 v_up;
flat in float v_part;
flat in float v_isSquare;
${paintChunk}

void main() {
  float presence = presenceAt(v_place);
  if (presence < 0.999 && isFaded(presence)) discard;
  vec3 toEye = -normalize(v_place);
  vec3 flat_ = normalize(cross(dFdx(v_place), dFdy(v_place)));
  if (dot(flat_, toEye) < 0.0) flat_ = -flat_;
  // Round about its axis, sharp along the profile.
  float lean = clamp(dot(flat_, v_axis), -1.0, 1.0);
  vec3 round_ = normalize(v_radial) * sqrt(1.0 - lean * lean) + v_axis * lean;
  vec3 normal = v_isSquare > 0.5 ? flat_ : normalize(mix(flat_, round_, step(0.0, dot(round_, flat_))));

  bool isClosed = hasFlag(${flags.closed});
  vec3 utility = casingColour();
  vec4 state = stateColour();
  vec3 casing = utility * (state.a > 0.5 ? 1.0 : 0.8);
  vec3 body = state.a > 0.5 && v_state.x > 0.5 ? state.rgb : mix(utility, vec3(1.0), 0.35);
  if (hasFlag(${flags.stale})) body = mix(greyOf(body), body, 0.35);
  if (hasFlag(${flags.lowPressure})) body = mix(body, vec3(0.05), 0.45);
  if (hasFlag(${flags.isolated})) body = vec3(0.30);
  if (hasFlag(${flags.noSupply})) body = vec3(0.08);
  if (isClosed) body = vec3(0.06);

  int part = int(v_part + 0.5);
  vec3 colour = body;
  if (part == ${parts.casing}) colour = casing;
  else if (part == ${parts.dark}) colour = vec3(0.25, 0.26, 0.28);
  else if (part == ${parts.light}) colour = vec3(0.83, 0.84, 0.86);
  else if (part == ${parts.concrete}) colour = vec3(0.63, 0.61, 0.57);
  else if (part == ${parts.red}) colour = vec3(0.80, 0.16, 0.13);
  else if (part == ${parts.gate}) colour = isClosed ? vec3(0.96) : casing * 0.8;
  else if (part == ${parts.beacon}) {
    colour = hasFlag(${flags.burst}) ? vec3(0.90, 0.13, 0.10) : hasFlag(${flags.marked}) ? vec3(1.0) : u_accent;
  }
  if (v_isSelected > 0.5 && part != ${parts.beacon}) colour = mix(colour, u_accent, 0.6);
  colour *= lightOn(normal, v_up, toEye);
  colour += glintOn(normal, v_up, toEye) * 0.2;
#ifdef XRAY
  colour = dimmed(colour);
#endif
  out_FragColor = vec4(colour, 1.0);
}`;
