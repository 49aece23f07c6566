// GLSL of the air over the ground: sky, haze, the sheen of water and wet streets, and what street lamps light up. One
// triangle pair over the picture, after the terrain and before all that stands on it. Colours are sRGB.

/** The air in a direction, by three uniforms: `up` is its sine above the horizon, `toSun` the cosine to the sun. */
export const airColourChunk = /* glsl */ `
vec3 airColour(float up, float toSun) {
  float high = max(up, 0.0);
  vec3 colour = mix(u_zenith, u_horizon, exp(-3.6 * high));
  float near = max(toSun, 0.0);
  return colour + u_glow * (0.75 * pow(near, 5.0) * exp(-3.0 * high) + 0.5 * pow(near, 60.0));
}`;

export const airAttributes = { corner: 0 } as const;

export const airVertexShader = /* glsl */ `
in vec2 corner;
void main() {
  gl_Position = vec4(corner, 0.0, 1.0);
}`;

export const airFragmentShader = /* glsl */ `
uniform vec3 u_zenith;
uniform vec3 u_horizon;
uniform vec3 u_glow;
${airColourChunk}
uniform vec3 u_cloud;
uniform vec3 u_body;
// Of the bare globe.
uniform vec3 u_ground;
// Towards the sun, in the frame of the command (east, north, up).
uniform vec3 u_sun;
// Night, rain, haze a metre, share of all this (0 far out in space).
uniform vec4 u_state;
uniform sampler2D u_noise;
// Distance to the shore in half metres from 128 up, inside of water; where place · xy + zw is in 0 … 1.
uniform sampler2D u_water;
uniform vec4 u_waterAt;
// Sides on which water goes on beyond the map: west, south, east, north.
uniform vec4 u_open;
// Light of street lamps, and streets.
uniform sampler2D u_lamps;
uniform vec4 u_lampsAt;

float noiseAt(vec2 at) {
  return texture(u_noise, at * ${1 / 64}).r;
}

float clouds(vec3 direction) {
  vec2 at = direction.xy / (direction.z + 0.12);
  float sum = 0.55 * noiseAt(at * 1.9 + 7.0) + 0.28 * noiseAt(at * 4.7 + 3.0) + 0.17 * noiseAt(at * 11.0);
  float cover = mix(smoothstep(0.52, 0.86, sum) * 0.5, 0.7 + 0.5 * (sum - 0.5), u_state.y);
  return cover * smoothstep(0.0, 0.2, direction.z + 0.12 * u_state.y);
}

float stars(vec3 direction) {
  vec2 at = vec2(atan(direction.y, direction.x) * 90.0 * sqrt(1.0 - min(0.98, direction.z)), direction.z * 110.0);
  vec2 cell = floor(at);
  float dice = fract(sin(dot(cell, vec2(127.1, 311.7))) * 43758.5453);
  float off = length(fract(at) - 0.5);
  return step(0.955, dice) * smoothstep(0.2, 0.0, off) * (0.35 + 0.65 * fract(dice * 913.0));
}

vec3 skyColour(vec3 direction) {
  float toSun = dot(direction, u_sun);
  vec3 colour = airColour(direction.z, toSun);
  float cover = clouds(direction);
  colour += stars(direction) * pow(u_state.x, 3.0) * (1.0 - cover) * (1.0 - u_state.y) * smoothstep(0.02, 0.3, direction.z);
  colour = mix(colour, u_cloud + u_glow * 0.6 * pow(max(toSun, 0.0), 4.0), cover);
  return colour + u_glow * 2.0 * smoothstep(0.99984, 0.9999, toSun) * (1.0 - u_state.y);
}

vec2 mapAt(vec2 place, vec4 how) {
  return place * how.xy + how.zw;
}

// Metres into the water; negative on land. Beyond the map it goes on only over open sides; past a corner one is enough.
float shoreAt(vec2 place) {
  vec2 at = mapAt(place, u_waterAt);
  float inside = (texture(u_water, clamp(at, 0.0, 1.0)).r * 255.0 - 128.0) * 0.5;
  vec4 beyond = step(vec4(1e-3), vec4(-at.x, -at.y, at.x - 1.0, at.y - 1.0));
  return dot(beyond, vec4(1.0)) > 0.5 && dot(beyond, u_open) < 0.5 ? -60.0 : inside;
}

vec2 lampsAt(vec2 place) {
  vec2 at = mapAt(place, u_lampsAt);
  vec2 rim = smoothstep(0.0, 0.01, at) * smoothstep(0.0, 0.01, 1.0 - at);
  return texture(u_lamps, at).rg * rim.x * rim.y;
}

const vec3 LAMP = vec3(1.0, 0.66, 0.33);

// Ripples that stand still: slopes of noise at three scales, the finer ones only near by.
vec3 ripples(vec2 place, float away) {
  vec2 slope = vec2(0.0);
  for (int k = 0; k < 3; k++) {
    float size = k == 0 ? 34.0 : k == 1 ? 9.0 : 2.3;
    float force = (k == 0 ? 0.5 : k == 1 ? 0.6 : 0.7) / (1.0 + away / (size * 90.0));
    vec2 at = place / size + 13.7 * float(k);
    float here = noiseAt(at);
    slope += force * vec2(noiseAt(at + vec2(0.35, 0.0)) - here, noiseAt(at + vec2(0.0, 0.35)) - here);
  }
  return normalize(vec3(-slope * 0.55, 1.0));
}

// Light of lamps beyond, drawn out towards the eye as wet things do.
float mirrored(vec2 place, vec2 ahead, float spread) {
  float sum = 0.0;
  for (int k = 1; k <= 5; k++) {
    float reach = float(k * k) * spread;
    sum += lampsAt(place + ahead * reach).r / (0.6 + 0.4 * float(k));
  }
  return sum;
}

void main() {
  float depth = czm_unpackDepth(texture(czm_globeDepthTexture, gl_FragCoord.xy / czm_viewport.zw));
  bool isSky = depth == 0.0 || depth >= 1.0;
  vec4 eye = czm_windowToEyeCoordinates(gl_FragCoord.xy, isSky ? 0.5 : depth);
  eye /= eye.w;
  vec3 direction = normalize(mat3(czm_inverseModelView) * eye.xyz);
  float night = u_state.x;
  float rain = u_state.y;
  float share = u_state.w;
  // Below the horizon there is ground, also where its tiles are still to come: as if it were level.
  float height = czm_inverseModelView[3].z;
  bool isBare = isSky && height > 2.0 && direction.z < -sqrt(2.0 * height / 6371000.0);
  if (isSky && !isBare) {
    out_FragColor = vec4(skyColour(direction) * share, share);
    return;
  }
  if (isBare) eye.xyz *= height / -direction.z / length(eye.xyz);
  float away = length(eye.xyz);
  vec3 place = (czm_inverseModelView * vec4(eye.xyz, 1.0)).xyz;
  vec3 colour = vec3(0.0);
  float cover = 0.0;

  vec2 flat_ = direction.xy / max(length(direction.xy), 1e-4);
  float shore = shoreAt(place.xy);
  float soft = 0.6 + away * 0.0012;
  float wet = smoothstep(-soft, soft, shore);
  vec2 lamps = lampsAt(place.xy);
  if (wet > 0.0) {
    vec3 normal = ripples(place.xy, away);
    // A wave that is turned away at a low angle is never seen.
    normal = normalize(normal + vec3(-direction.xy, 0.0) * 0.25 * (1.0 - abs(direction.z)) * (1.0 - normal.z));
    vec3 mirror = reflect(direction, normal);
    mirror.z = abs(mirror.z) + 0.01;
    float facing = max(dot(-direction, normal), 0.0);
    float gloss = 0.03 + 0.75 * pow(1.0 - facing, 4.0);
    float deep = smoothstep(0.0, 46.0, shore);
    // Under grey clouds the bed doesn't shine through.
    vec3 shallow = mix(vec3(1.18, 1.3, 1.22), vec3(1.0), 0.8 * rain);
    vec3 body = u_body * mix(shallow, vec3(0.86, 0.92, 1.0), deep);
    float toSun = dot(normalize(mirror), u_sun);
    vec3 seen = airColour(mirror.z, toSun);
    seen += u_glow * 2.2 * pow(max(toSun, 0.0), 220.0) * (1.0 - rain);
    colour = mix(body, seen, gloss);
    colour += LAMP * night * min(0.9, mirrored(place.xy + normal.xy * 22.0, flat_, 4.5) * (0.25 + gloss));
    cover = wet * mix(0.82, 0.97, deep);
    colour *= cover;
  }
  float dry = 1.0 - wet;
  // Lamps light the ground; wet streets throw their light and the sky's at the eye.
  colour += dry * LAMP * night * lamps.r * 0.42;
  float sheen = dry * rain * lamps.g * (0.1 + 0.6 * pow(1.0 - abs(direction.z), 3.0)) * smoothstep(2500.0, 300.0, away);
  if (sheen > 0.01) {
    vec3 seen = airColour(0.25, 0.0) + LAMP * night * min(1.2, mirrored(place.xy, flat_, 1.6));
    colour = mix(colour, seen, sheen);
    cover = mix(cover, 1.0, sheen);
  }
  float dim = dry * rain * (0.12 + 0.16 * lamps.g);
  colour *= 1.0 - dim;
  cover = mix(cover, 1.0, dim);

  if (isBare) {
    colour += u_ground * (1.0 - cover);
    cover = 1.0;
  }

  float haze = 1.0 - exp(-away * u_state.z);
  vec3 air = airColour(0.015, dot(normalize(vec3(direction.xy, 0.01)), u_sun));
  colour = mix(colour, air, haze);
  cover = mix(cover, 1.0, haze);
  out_FragColor = vec4(colour, cover) * share;
}`;
