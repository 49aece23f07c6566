// GLSL of a smoke plume: soft bodies of Gaussian density, each weighed along the ray through the pixel and up to what
// stands there. No sorting and no cut edges: what is behind a house is behind it, what is in front is in front.

export const plumeAttributes = { corner: 0, middle: 1, size: 2, turn: 3 } as const;

/** Floats of a body, in the order of the attributes. */
export const PLUME_FLOATS = 12;

/** Farther than this many deviations a body is not drawn. */
const REACH = '2.5';

export const plumeVertexShader = /* glsl */ `
in vec2 corner;
// East, north, up; optical depth through the middle, from the side.
in vec4 middle;
// Deviations along, across, up in m; a number of its own, 0 … 1.
in vec4 size;
// Cosine and sine of the bearing it is blown to, from east; age 0 … 1; share of the fire's light 0 … 1.
in vec4 turn;
out vec3 v_place;
out vec4 v_middle;
out vec4 v_size;
out vec4 v_turn;
void main() {
  vec3 eye = czm_inverseModelView[3].xyz;
  vec3 to = eye - middle.xyz;
  float away = max(length(to), 1e-3);
  vec3 forth = to / away;
  vec3 side = normalize(cross(abs(forth.z) > 0.99 ? vec3(0.0, 1.0, 0.0) : vec3(0.0, 0.0, 1.0), forth));
  vec3 high = cross(forth, side);
  float radius = ${REACH} * max(size.x, max(size.y, size.z));
  // The outline of a ball is wider than its middle, the more so near by.
  float wide = away > 1.15 * radius ? away / sqrt(away * away - radius * radius) : 2.2;
  // From inside it is all around: the square is put before the eye.
  vec3 place = middle.xyz;
  float half_ = radius * wide;
  if (away < 1.15 * radius) {
    place = eye - forth * max(0.6 * away, 2.0);
    half_ = 6.0 * max(0.6 * away, 2.0);
  }
  place += (side * corner.x + high * corner.y) * half_;
  v_place = place;
  v_middle = middle;
  v_size = size;
  v_turn = turn;
  gl_Position = czm_modelViewProjection * vec4(place, 1.0);
  // Neither tested nor written; it must not be cut where the picture's depth ends.
  gl_Position.z = clamp(gl_Position.z, -0.999 * gl_Position.w, 0.999 * gl_Position.w);
}`;

export const plumeFragmentShader = /* glsl */ `
in vec3 v_place;
in vec4 v_middle;
in vec4 v_size;
in vec4 v_turn;
uniform sampler2D u_noise;
uniform vec3 u_dense;
uniform vec3 u_thin;
uniform vec3 u_glow;
uniform float u_ambient;
uniform float u_opacity;
uniform float u_drift;

vec3 inside(vec3 way) {
  return vec3(
    dot(way.xy, v_turn.xy) / v_size.x,
    dot(way.xy, vec2(-v_turn.y, v_turn.x)) / v_size.y,
    way.z / v_size.z);
}

float below(float x) { return 1.0 / (1.0 + exp(-1.702 * x)); }

void main() {
  vec3 eye = czm_inverseModelView[3].xyz;
  vec3 ray = normalize(v_place - eye);
  vec3 from = inside(eye - v_middle.xyz);
  vec3 step_ = inside(ray);
  float pace = dot(step_, step_);
  float at = -dot(from, step_) / pace;
  vec3 nearest = from + step_ * at;
  float off = dot(nearest, nearest);
  if (off > ${REACH} * ${REACH}) discard;

  float depth = czm_unpackDepth(texture(czm_globeDepthTexture, gl_FragCoord.xy / czm_viewport.zw));
  float stop = 1e9;
  if (depth > 0.0 && depth < 1.0) {
    vec4 solid = czm_windowToEyeCoordinates(gl_FragCoord.xy, depth);
    stop = length(solid.xyz / solid.w);
  }
  float deviation = inversesqrt(pace);
  float seen = below((stop - at) / deviation) * below(at / deviation);

  vec2 seed = vec2(v_size.w, v_size.w * 7.3);
  vec3 cloud = nearest + vec3(-u_drift, 0.0, u_drift * 0.35);
  float grain = 0.55 * texture(u_noise, cloud.yz * 0.019 + cloud.x * 0.011 + seed).r
    + 0.30 * texture(u_noise, cloud.xz * 0.043 + cloud.y * 0.027 + seed * 3.1).r
    + 0.15 * texture(u_noise, cloud.xy * 0.097 + cloud.z * 0.071 + seed * 5.7).r;
  float body = exp(-0.5 * off) * (1.0 - smoothstep(4.6, 6.25, off));
  // Edges are eaten into billows; the middle stays whole.
  float billow = smoothstep(0.30, 0.62, grain + 0.34 * body);
  // Along the plume a ray meets one body after the other: as much in all as across it.
  float wise = dot(ray.xy, v_turn.xy);
  float slant = sqrt(max(0.06, 1.0 - wise * wise));
  float thick = v_middle.w * slant * body * mix(0.25, 1.25, billow) * seen;
  float alpha = (1.0 - exp(-thick)) * u_opacity;
  if (alpha < 0.004) discard;

  vec3 sun = normalize(mat3(czm_inverseModelView) * czm_lightDirectionEC);
  vec3 outward = vec3(
    nearest.x * v_turn.x - nearest.y * v_turn.y,
    nearest.x * v_turn.y + nearest.y * v_turn.x,
    nearest.z);
  vec3 normal = normalize(outward - ray * 0.7 + (grain - 0.5) * 1.4);
  float light = max(czm_lightColor.r, max(czm_lightColor.g, czm_lightColor.b));
  float day = clamp(light, 0.0, 1.0) * smoothstep(-0.08, 0.15, sun.z);
  float lit = u_ambient * (0.55 + 0.45 * day) + (1.0 - u_ambient) * day * (0.5 + 0.5 * dot(normal, sun));
  vec3 colour = mix(u_dense, u_thin, v_turn.z) * (0.45 + 0.85 * lit);
  float glow = v_turn.w * (0.55 - 0.45 * normal.z) * (1.0 - 0.55 * day);
  colour = mix(colour, u_glow, clamp(glow, 0.0, 0.85));
  out_FragColor = vec4(min(colour, vec3(1.0)), alpha);
}`;
