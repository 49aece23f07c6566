// GLSL of streaks and ripples: noise smeared along the water's own velocity and carried by it, in two phases that take
// turns, so that nothing is carried far out of its place. Where water stands there are none.

/** Side of the noise, texels; it repeats. */
export const NOISE_SIZE = 128;

export const floodStreaksChunk = /* glsl */ `
uniform highp sampler2D u_noise;
uniform float u_showsStreaks;
// Seconds since the picture began to move, 0 … 1000.
uniform float u_time;
// How much faster than real time streaks run, so that they are seen to move from afar.
uniform float u_rate;
uniform vec3 u_streak;
const float CYCLE = 1.6;

float noiseAt(vec2 at) { return texture(u_noise, at / ${NOISE_SIZE}.0).r; }

// Along a line through the place: long in the water's way, a grain wide across it.
float smeared(vec2 at, vec2 way, float grain) {
  float sum = 0.0;
  for (int k = -3; k <= 3; k++) sum += noiseAt(at / grain + way * float(k) * 0.9);
  return sum / 7.0;
}

float streakLayer(vec2 at, vec2 velocity, vec2 way, float grain) {
  float sum = 0.0;
  for (int k = 0; k < 2; k++) {
    float phase = fract(u_time / CYCLE + float(k) * 0.5);
    float weight = 1.0 - abs(2.0 * phase - 1.0);
    vec2 moved = at - velocity * u_rate * CYCLE * (phase - 0.5);
    sum += weight * smoothstep(0.56, 0.70, smeared(moved + float(k) * 37.7 * grain, way, grain));
  }
  return sum;
}

vec4 streaksAt(vec2 at, vec2 velocity, float speed, float sight) {
  if (u_showsStreaks < 0.5 || speed < 0.03) return vec4(0.0);
  vec2 way = velocity / speed;
  // Grains of about four pixels in steps of two: one size gives way to the next.
  float size = log2(max(sight * 4.0, 0.2));
  float grain = exp2(floor(size));
  float next = fract(size);
  float seen = mix(streakLayer(at, velocity, way, grain), streakLayer(at, velocity, way, 2.0 * grain), next);
  return vec4(u_streak, seen * (0.20 + 0.45 * smoothstep(0.05, 1.5, speed)) * smoothstep(0.03, 0.15, speed));
}

// Slopes of small waves; they lie still where the water does.
vec2 ripplesAt(vec2 at, vec2 velocity, float sight) {
  float near = 1.0 - smoothstep(0.15, 1.2, sight);
  if (near <= 0.0) return vec2(0.0);
  vec2 sum = vec2(0.0);
  for (int k = 0; k < 2; k++) {
    float phase = fract(u_time / CYCLE + float(k) * 0.5);
    float weight = u_showsStreaks > 0.5 ? 1.0 - abs(2.0 * phase - 1.0) : float(k);
    vec2 moved = (at - velocity * u_rate * CYCLE * (phase - 0.5)) * 1.4 + float(k) * 11.3;
    float here = noiseAt(moved);
    sum += weight * (vec2(noiseAt(moved + vec2(0.7, 0.0)), noiseAt(moved + vec2(0.0, 0.7))) - here);
  }
  return sum * 0.10 * near;
}
`;
