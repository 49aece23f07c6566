// GLSL of a raster laid on the ground: classes with fixed limits, borders a pixel wide at every zoom, lines along them.
// Values between cells are found as they fall off: by their logarithm where the raster spans decades.

import { groundChunk } from './fire-ground-shader.ts';

export const MOST_LIMITS = 10;

/** Cells of which nothing is known are stored as this. */
export const NOTHING = -1e30;

export const rasterFragmentShader = /* glsl */ `
${groundChunk}
uniform highp sampler2D u_values;
uniform vec2 u_size;
// From m east and north of the north-west corner to columns and rows.
uniform vec2 u_northWest;
uniform vec4 u_toCells;
uniform int u_count;
uniform float u_limits[${MOST_LIMITS}];
uniform vec4 u_colours[${MOST_LIMITS + 1}];
uniform vec4 u_line;
uniform float u_isLogarithmic;
uniform float u_isNamed;
uniform float u_opacity;

float valueOf(vec2 cell) {
  return texelFetch(u_values, ivec2(clamp(cell, vec2(0.0), u_size - 1.0)), 0).r;
}

float scaled(float value) {
  return u_isLogarithmic > 0.5 ? log2(max(value, u_limits[0] * 1e-3)) : value;
}

void main() {
  float away;
  vec3 place = groundHere(away);
  vec2 way = place.xy - u_northWest;
  vec2 cell = vec2(dot(u_toCells.xy, way), dot(u_toCells.zw, way));
  if (any(lessThan(cell, vec2(0.0))) || any(greaterThan(cell, u_size))) discard;

  float value = valueOf(floor(cell));
  float known = value > -1e29 ? 1.0 : 0.0;
  if (u_isNamed < 0.5) {
    vec2 at = cell - 0.5;
    vec2 first = floor(at);
    vec2 part = at - first;
    known = 0.0;
    value = 0.0;
    for (int k = 0; k < 4; k++) {
      vec2 step_ = vec2(float(k & 1), float(k >> 1));
      vec2 shares = mix(1.0 - part, part, step_);
      float one = valueOf(first + step_);
      if (one < -1e29) continue;
      known += shares.x * shares.y;
      value += shares.x * shares.y * scaled(one);
    }
    value /= max(known, 1e-6);
  }
  if (known < 0.5) discard;

  float soft = max(fwidth(value), 1e-7);
  vec4 colour = u_colours[0];
  float line = 0.0;
  if (u_isNamed > 0.5) {
    colour = u_colours[int(mod(value, float(u_count + 1)))];
  } else {
    for (int k = 0; k < ${MOST_LIMITS}; k++) {
      if (k >= u_count) break;
      float limit = u_isLogarithmic > 0.5 ? log2(u_limits[k]) : u_limits[k];
      float off = (value - limit) / soft;
      colour = mix(colour, u_colours[k + 1], smoothstep(-0.7, 0.7, off));
      line = max(line, 1.0 - smoothstep(0.6, 1.5, abs(off)));
    }
    // Where it falls off faster than the picture has pixels there is a bundle of lines, which is no line.
    line *= 1.0 - smoothstep(0.6, 1.6, soft);
  }
  // Colours end as softly as their last class does, not with the raster.
  vec2 rim = min(cell, u_size - cell) / max(u_size * 0.02, vec2(1.0));
  float inside = u_isNamed > 0.5 ? 1.0 : clamp(min(rim.x, rim.y), 0.0, 1.0);
  float alpha = max(colour.a, line * u_line.a) * inside * u_opacity;
  if (alpha < 0.004) discard;
  out_FragColor = vec4(mix(colour.rgb, u_line.rgb, line * u_line.a), alpha);
}`;
