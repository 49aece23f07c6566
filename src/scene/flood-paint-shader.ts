// GLSL of a flood's paint: the class colour of what is asked for, seen through or over the water's own look. Colours
// are sRGB. The shore is where depth between cells falls below what is drawn, found for each pixel.

import { MOST_BREAKS } from './flood-format.ts';
import { floodCellsChunk } from './flood-shader.ts';
import { floodStreaksChunk } from './flood-streaks-shader.ts';

export const floodFragmentShader = /* glsl */ `
in vec2 v_cell;
in vec3 v_normal;
in vec3 v_place;
${floodCellsChunk}
uniform vec3 u_up;
uniform vec3 u_northWest;
uniform vec3 u_northEast;
uniform vec3 u_southWest;
uniform float u_cellM;
uniform float u_pixel;
uniform float u_opacity;
uniform int u_quantity;
uniform int u_breakCount;
uniform float u_breaks[${MOST_BREAKS}];
uniform vec3 u_colours[${MOST_BREAKS + 1}];
uniform vec4 u_debris;
uniform float u_least;
uniform vec3 u_zenith;
uniform vec3 u_horizon;
uniform vec3 u_shore;
uniform vec4 u_pick;
// -1: left of the divider only, 1: right of it only, 0: everywhere.
uniform float u_side;
${floodStreaksChunk}

float hazardClass(float depth, float speed) {
  float product = depth * speed;
  if (product <= 0.3 && depth <= 0.3 && speed <= 2.0) return 1.0;
  if (product <= 0.6 && depth <= 0.5 && speed <= 2.0) return 2.0;
  if (product <= 0.6 && depth <= 1.2 && speed <= 2.0) return 3.0;
  if (product <= 1.0 && depth <= 2.0 && speed <= 2.0) return 4.0;
  if (product <= 4.0 && depth <= 4.0 && speed <= 4.0) return 5.0;
  return 6.0;
}

float ratingOf(float depth, float speed) {
  bool isFast = speed > 2.0;
  float debris = depth > 0.75 || (isFast && depth > 0.25) ? u_debris.w
    : isFast ? u_debris.z : depth > 0.25 ? u_debris.y : u_debris.x;
  return depth * (speed + 0.5) + debris;
}

// Classes with borders a pixel wide.
vec3 classColour(float value) {
  float soft = clamp(fwidth(value) * 0.75, 1e-5, 1e9);
  vec3 colour = u_colours[0];
  for (int k = 0; k < ${MOST_BREAKS}; k++) {
    if (k >= u_breakCount) break;
    colour = mix(colour, u_colours[k + 1], smoothstep(u_breaks[k] - soft, u_breaks[k] + soft, value));
  }
  return colour;
}

void main() {
  float left = gl_FragCoord.x - czm_splitPosition;
  if (u_side * left < 0.0) discard;
  if (any(lessThan(v_cell, vec2(0.0))) || any(greaterThan(v_cell, u_size))) discard;

  vec2 at = v_cell - 0.5;
  vec2 first = floor(at);
  vec2 part = at - first;
  float wet = 0.0;
  float known = 0.0;
  float level = 0.0;
  float bed = 0.0;
  float valued = 0.0;
  float value = 0.0;
  vec2 velocity = vec2(0.0);
  for (int k = 0; k < 4; k++) {
    vec2 step_ = vec2(float(k & 1), float(k >> 1));
    ivec2 cell = insideGrid(first + step_);
    vec2 shares = mix(1.0 - part, part, step_);
    float share = shares.x * shares.y;
    float ground = bedOf(cell);
    if (!isKnown(ground)) continue;
    known += share;
    bed += share * ground;
    float depth = depthOf(cell);
    if (depth >= FILM) {
      wet += share;
      level += share * (ground + depth);
      velocity += share * velocityOf(cell);
    }
    if (u_isMap > 0.5) {
      float one = mapOf(cell);
      if (isKnown(one) && abs(one) >= u_least) {
        valued += share;
        value += share * one;
      }
    }
  }
  bool isMap = u_isMap > 0.5;
  float depth = wet > 0.0 ? level / wet - bed / max(known, 1e-6) : 0.0;
  velocity /= max(wet, 1e-6);
  float speed = length(velocity);
  value /= max(valued, 1e-6);
  if (u_quantity == 0) value = depth;
  if (u_quantity == 1) value = speed;
  if (u_quantity == 2) value = ratingOf(depth, speed);
  if (u_quantity == 3) value = hazardClass(depth, speed);
  vec3 colour = classColour(value);

  float edge = isMap ? valued - 0.5 * known : min(depth - LEAST_DEPTH, (wet - 0.5 * known) * 0.4);
  float perPixel = max(fwidth(edge), 1e-6);
  if (edge < 0.0 || known < 0.4) discard;

  vec3 toEye = -normalize(v_place);
  float away = length(v_place);
  vec3 up = normalize(mat3(czm_modelView) * u_up);
  vec3 normal = normalize(v_normal);
  float sight = u_pixel * away;
  vec4 streak = vec4(0.0);
  vec2 ripple = vec2(0.0);
  if (!isMap) {
    vec2 place = vec2(v_cell.x, -v_cell.y) * u_cellM;
    streak = streaksAt(place, velocity, speed, sight);
    ripple = ripplesAt(place, velocity, sight) * smoothstep(0.05, 0.4, depth);
  }
  vec3 east = normalize(mat3(czm_modelView) * (u_northEast - u_northWest));
  vec3 north = normalize(mat3(czm_modelView) * (u_northWest - u_southWest));
  normal = normalize(normal + east * ripple.x + north * ripple.y);

  float sunHigh = dot(czm_lightDirectionEC, up);
  float sunlight = max(czm_lightColor.r, max(czm_lightColor.g, czm_lightColor.b)) * smoothstep(-0.06, 0.12, sunHigh);
  float lit = 0.64 + 0.36 * clamp(dot(normal, czm_lightDirectionEC) + 0.25, 0.0, 1.0) * sunlight;
  float facing = clamp(dot(normal, toEye), 0.0, 1.0);
  float mirror = 0.02 + 0.98 * pow(1.0 - facing, 5.0);
  vec3 bounced = reflect(-toEye, normal);
  float high = clamp(dot(bounced, up), 0.0, 1.0);
  vec3 sky = mix(u_horizon, u_zenith, pow(high, 0.45));
  float glint = pow(max(dot(bounced, czm_lightDirectionEC), 0.0), 220.0) * sunlight;
  float sheen = pow(max(dot(bounced, czm_lightDirectionEC), 0.0), 24.0) * sunlight;

  float body = isMap ? 0.80 : mix(0.62, 0.90, 1.0 - exp(-1.6 * depth));
  vec3 shown = colour * lit;
  if (!isMap) {
    // Over the class colour, never instead of it: a map has to stay readable from every side.
    float reflected = min(mirror, 0.42);
    shown = mix(shown, sky, reflected);
    body = mix(body, 1.0, reflected);
    shown += glint * czm_lightColor * 0.75 + sheen * czm_lightColor * 0.07;
    shown = mix(shown, streak.rgb, streak.a);
    body = mix(body, 1.0, max(0.5 * streak.a, min(glint, 1.0)));
  }
  // Where it ends, a line of a pixel and a half.
  float rim = 1.0 - smoothstep(0.7, 2.0, edge / perPixel);
  shown = mix(shown, u_shore, rim * 0.65);
  body = mix(body, 0.95, rim);
  out_FragColor = vec4(clamp(shown, 0.0, 1.0), body * u_opacity);
}`;
