// GLSL that pipes and things share: the state of an index, and the colours and light that it is painted with.

import { TABLE_WIDTH } from './feature-shader.ts';
import {
  ASKED,
  flags,
  MOST_HIDDEN,
  MOST_SELECTED,
  PALETTE_ROWS,
  XRAY_ENDS_M,
  XRAY_FADES_M,
} from './pipe-format.ts';

/** What both kinds of vertex shaders know of an index. */
export const stateChunk = /* glsl */ `
uniform highp sampler2D u_state;
uniform float u_pixel;
uniform vec4 u_selected[${MOST_SELECTED / 4}];
uniform vec4 u_hidden[${MOST_HIDDEN / 2}];
uniform int u_selectedFours;
uniform int u_hiddenTwos;
uniform mat3 u_frame;
uniform int u_pick;
flat out vec4 v_state;
flat out vec4 v_pick;
flat out float v_isSelected;

// False where the index is not to be drawn.
bool readState(float index) {
  int at = int(index + 0.5);
  vec4 state = texelFetch(u_state, ivec2(at % ${TABLE_WIDTH}, at / ${TABLE_WIDTH}), 0);
  v_state = floor(state * 255.0 + 0.5);
  v_isSelected = 0.0;
  for (int four = 0; four < u_selectedFours; four++) {
    if (any(lessThan(abs(u_selected[four] - index), vec4(0.5)))) v_isSelected = 1.0;
  }
  int key = u_pick + gl_InstanceID;
  v_pick = vec4(key & 255, (key >> 8) & 255, (key >> 16) & 255, (key >> 24) & 255) / 255.0;
  if ((int(v_state.z) & ${flags.hidden}) != 0) return false;
  for (int two = 0; two < u_hiddenTwos; two++) {
    vec4 ranges = u_hidden[two];
    if (index >= ranges.x && index < ranges.y) return false;
    if (index >= ranges.z && index < ranges.w) return false;
  }
  return true;
}

// Metres to a CSS pixel at a place before the eye.
float metresPerPixel(vec3 place) {
  return u_pixel * max(-place.z, 0.05);
}
`;

/** Both kinds of fragment shaders. */
export const paintChunk = /* glsl */ `
uniform highp sampler2D u_ramp;
uniform vec3 u_palette[${PALETTE_ROWS}];
uniform vec3 u_accent;
uniform vec3 u_ground;
uniform vec3 u_contour;
uniform float u_isColoured;
uniform float u_dim;
uniform float u_opacity;
flat in vec4 v_state;
flat in vec4 v_pick;
flat in float v_isSelected;

bool hasFlag(int flag) { return (int(v_state.z) & flag) != 0; }

vec3 casingColour() { return u_palette[clamp(int(v_state.w), 0, ${PALETTE_ROWS - 1})]; }

// Colour of the state; alpha is 0 where it has none.
vec4 stateColour() {
  if (u_isColoured < 0.5) return vec4(0.0);
  return vec4(texelFetch(u_ramp, ivec2(int(v_state.x), 0), 0).rgb, 1.0);
}

vec3 greyOf(vec3 colour) { return vec3(dot(colour, vec3(0.3, 0.59, 0.11))); }

float lightOn(vec3 normal, vec3 up, vec3 toEye) {
  vec3 light = normalize(up * 0.9 + toEye * 0.55);
  return 0.5 + 0.5 * max(dot(normal, light), 0.0) + 0.06 * max(dot(normal, toEye), 0.0);
}

float glintOn(vec3 normal, vec3 up, vec3 toEye) {
  vec3 half_ = normalize(normalize(up * 0.9 + toEye * 0.55) + toEye);
  return pow(max(dot(normal, half_), 0.0), 48.0);
}

// Ordered dither of 16 steps: what fades neither sorts nor blends.
bool isFaded(float share) {
  ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
  int mixed = cell.x ^ cell.y;
  int order = ((mixed & 1) << 3) | ((cell.y & 1) << 2) | (mixed & 2) | ((cell.y & 2) >> 1);
  return (float(order) + 0.5) / 16.0 >= share;
}

// Seen through the ground from afar, all that nobody asks for would criss-cross the streets.
float presenceAt(vec3 place) {
#ifdef XRAY
  bool isAsked = u_isColoured > 0.5 || v_isSelected > 0.5 || hasFlag(${ASKED});
  if (!isAsked) return u_opacity * (1.0 - smoothstep(${XRAY_FADES_M}.0, ${XRAY_ENDS_M}.0, length(place)));
#endif
  return u_opacity;
}

// Below the ground: paler, so that the street stays in front.
vec3 dimmed(vec3 colour) { return mix(u_ground, colour, v_isSelected > 0.5 ? 1.0 : u_dim); }
`;
