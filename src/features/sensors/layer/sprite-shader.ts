// GLSL of the sprites: rectangles on the screen that stand at a point of the Earth.

/** A picture of fixed size on the screen. */
export const UPRIGHT = 0;
/** A line of fixed width from the point along `toward`. */
export const LINE = 1;
/** A square picture that lies on the ground, its top along `toward`, of fixed size where seen from above. */
export const FLAT = 2;
/** Upright, growing and fading with the pulse. */
export const PULSE = 3;

export const attributes = {
  corner: 0,
  position: 1,
  toward: 2,
  box: 3,
  region: 4,
  tint: 5,
  pickColour: 6,
  mode: 7,
} as const;

export const spriteVertexShader = /* glsl */ `
in vec2 corner;
in vec3 position;
in vec3 toward;
in vec4 box;
in vec4 region;
in vec4 tint;
in vec4 pickColour;
in float mode;

uniform mat4 u_matrix;
uniform vec2 u_pixels;
uniform float u_ratio;
uniform float u_focal;
uniform vec3 u_up;
uniform float u_isStill;
uniform float u_pulse;

out vec2 v_texel;
out vec4 v_tint;
out vec4 v_pick;

// Device pixels from the middle of the picture.
vec2 toScreen(vec4 clip) {
  return clip.xy / clip.w * 0.5 * u_pixels;
}

void main() {
  v_texel = vec2(region.x + corner.x * region.z, region.y + (1.0 - corner.y) * region.w);
  v_tint = tint;
  v_pick = pickColour;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vec4 clip = u_matrix * vec4(position, 1.0);
  if (clip.w <= 0.0) return;
  vec2 at = toScreen(clip);
  vec2 size = box.zw * u_ratio;
  vec2 offset = box.xy * u_ratio;

  if (mode == ${LINE}.0) {
    vec4 end = u_matrix * vec4(position + toward, 1.0);
    if (end.w <= 0.0) return;
    vec2 along = toScreen(end) - at;
    vec2 across = normalize(vec2(-along.y, along.x) + vec2(1e-6, 0.0));
    at += along * corner.y + across * (corner.x - 0.5) * size.x;
  } else if (mode == ${FLAT}.0) {
    vec3 right = cross(toward, u_up);
    vec3 metres = (right * (corner.x - 0.5) + toward * (corner.y - 0.5)) * size.x * clip.w / u_focal;
    vec4 moved = u_matrix * vec4(position + metres, 1.0);
    if (moved.w <= 0.0) return;
    at = toScreen(moved);
  } else {
    if (mode == ${PULSE}.0) {
      float grown = 1.0 + 0.8 * u_pulse;
      offset -= size * 0.5 * (grown - 1.0);
      size *= grown;
      v_tint.a *= 1.0 - u_pulse;
    }
    at += offset;
    // At rest a texel falls on exactly one pixel; while the camera moves that would tremble.
    if (u_isStill > 0.5) at = floor(at + 0.5 * u_pixels + 0.5) - 0.5 * u_pixels;
    at += corner * size;
  }
  gl_Position = vec4(at / (0.5 * u_pixels), 0.0, 1.0);
}`;

/** The atlas holds colours multiplied by their alpha. */
export const spriteFragmentShader = /* glsl */ `
uniform sampler2D u_atlas;
uniform float u_opacity;
in vec2 v_texel;
in vec4 v_tint;
in vec4 v_pick;

void main() {
  vec4 texel = texture(u_atlas, v_texel);
#ifdef PICKING
  if (texel.a < 0.3 || v_pick == vec4(0.0)) discard;
#endif
  out_FragColor = texel * vec4(v_tint.rgb, 1.0) * v_tint.a * u_opacity;
}`;
