// GLSL of flames on roofs: upright pictures that turn to the eye, with a glow that is seen past houses too. Decoration:
// how hot a building burns is said by its colour and in words.

export const flameAttributes = { corner: 0, foot: 1, size: 2 } as const;

/** Floats of a flame, in the order of the attributes. */
export const FLAME_FLOATS = 8;

export const flameVertexShader = /* glsl */ `
in vec2 corner;
// East, north, up of the foot; a number of its own, 0 … 1.
in vec4 foot;
// Width and height in m, share of the greatest heat, lean to the wind in m east and north as one number a metre.
in vec4 size;
uniform float u_pixel;
uniform float u_isGlow;
uniform vec2 u_wind;
out vec2 v_at;
out vec4 v_foot;
out vec4 v_size;
out vec3 v_place;
void main() {
  vec3 eye = czm_inverseModelView[3].xyz;
  vec3 to = eye - foot.xyz;
  float away = length(to);
  vec2 flat_ = normalize(to.xy + vec2(1e-4, 0.0));
  vec3 side = vec3(-flat_.y, flat_.x, 0.0);
  // From above it lies back, so that it is never seen edge on.
  vec3 forth = to / max(away, 1e-3);
  vec3 up = normalize(mix(vec3(0.0, 0.0, 1.0), cross(forth, side), 0.75 * abs(forth.z)));
  // Afar it is no smaller than some pixels.
  float least = (13.0 + 13.0 * size.z) * u_pixel * away;
  float grow = max(1.0, least / size.y);
  vec2 wide = size.xy * vec2(max(1.0, 0.8 * least / size.x), grow);
  vec3 place = foot.xyz;
  if (u_isGlow > 0.5) {
    float radius = 1.5 * max(wide.x, wide.y);
    vec3 high = cross(forth, side);
    place += up * wide.y * 0.35 + (side * corner.x + high * corner.y) * radius;
  } else {
    place += side * corner.x * wide.x * 0.75 + up * (corner.y * 0.5 + 0.46) * wide.y * 1.1;
    place.xy += u_wind * wide.y * 0.18 * pow(0.5 + 0.5 * corner.y, 2.0);
  }
  v_at = corner;
  v_foot = foot;
  v_size = size;
  v_place = (czm_modelView * vec4(place, 1.0)).xyz;
  gl_Position = czm_projection * vec4(v_place, 1.0);
  gl_Position.z = clamp(gl_Position.z, -0.999 * gl_Position.w, 0.999 * gl_Position.w);
}`;

export const flameFragmentShader = /* glsl */ `
in vec2 v_at;
in vec4 v_foot;
in vec4 v_size;
in vec3 v_place;
uniform sampler2D u_noise;
uniform float u_isGlow;
uniform float u_opacity;
uniform float u_timeS;
uniform float u_night;

void main() {
  float depth = czm_unpackDepth(texture(czm_globeDepthTexture, gl_FragCoord.xy / czm_viewport.zw));
  float shown = 1.0;
  if (depth > 0.0 && depth < 1.0) {
    vec4 solid = czm_windowToEyeCoordinates(gl_FragCoord.xy, depth);
    float behind = length(v_place) - length(solid.xyz / solid.w);
    // A roof that the flame stands on doesn't hide it.
    shown = 1.0 - smoothstep(0.5, 1.0, behind / (4.0 + 0.8 * v_size.x));
  }
  if (u_isGlow > 0.5) {
    float off = length(v_at);
    float glow = pow(max(0.0, 1.0 - off), 2.2) * mix(0.32, 0.85, u_night) * mix(0.55, 1.0, v_size.z);
    glow *= mix(0.45, 1.0, shown) * u_opacity;
    if (glow < 0.004) discard;
    out_FragColor = vec4(mix(vec3(1.0, 0.36, 0.06), vec3(1.0, 0.66, 0.22), glow), glow);
    return;
  }
  float high = 0.5 + 0.5 * v_at.y;
  float seed = v_foot.w * 41.0;
  float rise = u_timeS * (0.55 + 0.3 * v_foot.w);
  float lick = texture(u_noise, vec2(v_at.x * 0.030 + seed, high * 0.024 - rise * 0.05)).r;
  float fine = texture(u_noise, vec2(v_at.x * 0.085 + seed * 1.7, high * 0.060 - rise * 0.12)).r;
  float sway = (lick - 0.5) * 0.9 * high;
  float x = v_at.x + sway;
  // Tongues: three teardrops of their own height.
  float shape = 0.0;
  for (int k = 0; k < 3; k++) {
    float middle = float(k - 1) * 0.42;
    float top = (k == 1 ? 0.98 : 0.62 + 0.22 * fract(v_foot.w * 7.0 + float(k) * 0.37)) * (0.78 + 0.36 * lick);
    float up = high / top;
    float wide = 0.46 * sqrt(clamp(up * 5.0, 0.0, 1.0)) * pow(clamp(1.0 - up, 0.0, 1.0), 0.75) + 1e-3;
    shape = max(shape, (1.0 - abs(x - middle * (1.0 - 0.5 * high)) / wide) * step(up, 1.0));
  }
  shape += (fine - 0.5) * 0.5 * smoothstep(0.0, 0.3, shape);
  float body = smoothstep(0.02, 0.28, shape);
  float core = smoothstep(0.30, 0.95, shape) * (1.0 - 0.55 * high);
  vec3 colour = mix(vec3(0.86, 0.13, 0.03), vec3(1.0, 0.50, 0.06), smoothstep(0.05, 0.5, shape));
  colour = mix(colour, vec3(1.0, 0.93, 0.55), core);
  float alpha = body * 0.95 * shown * u_opacity * smoothstep(0.0, 0.06, high);
  if (alpha < 0.01) discard;
  out_FragColor = vec4(colour, alpha);
}`;
