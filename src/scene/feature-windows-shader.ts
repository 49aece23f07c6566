// GLSL of walls: windows by what a building is used for and by the hour, and lamps that light its feet. Nobody counted
// the windows: where they are follows from the building's index, so that they are the same in every picture.

import { useKinds } from '#model/building-traits.ts';

/** Height of a ground floor with shops in it, m. */
const SHOP_STOREY_M = 3.9;

export const windowsChunk = /* glsl */ `
struct Windows {
  // How much of the pixel is glass, the light behind it, and how far its frame is sunk.
  float glass;
  vec3 glow;
};

// Width of a bay and height of a storey, m; edges of the glass in them, as shares; share of bays that have any.
void bayOf(int use, float high, out vec2 size, out vec2 low, out vec2 top, out float kept) {
  float dice = v_dice.z;
  size = vec2(2.5 + 0.5 * dice, 3.05);
  low = vec2(0.29, 0.30);
  top = vec2(0.71, 0.80);
  kept = 1.0;
  if (use == ${useKinds.office} || (use == ${useKinds.unknown} && dice > 0.72)) {
    // Ribbons in one office in two, tall single panes in the other.
    size = vec2(dice > 0.5 ? 1.5 : 3.2, 3.7);
    low = vec2(dice > 0.5 ? 0.10 : 0.03, 0.26);
    top = vec2(dice > 0.5 ? 0.90 : 0.97, 0.84);
  } else if (use == ${useKinds.works}) {
    size = vec2(5.2, 4.6);
    low = vec2(0.18, 0.52);
    top = vec2(0.82, 0.82);
    kept = 0.5;
  } else if (use == ${useKinds.worship}) {
    size = vec2(4.6, 9.5);
    low = vec2(0.34, 0.22);
    top = vec2(0.66, 0.86);
  } else if (use == ${useKinds.public} || use == ${useKinds.watch}) {
    size = vec2(2.9, 3.7);
    low = vec2(0.2, 0.28);
    top = vec2(0.8, 0.82);
  } else if (use == ${useKinds.shop}) {
    kept = 0.85;
  }
  bool isShop = (use == ${useKinds.shop} || use == ${useKinds.mixed}) && high < ${SHOP_STOREY_M.toFixed(1)};
  if (isShop) {
    size = vec2(4.4 + dice, ${SHOP_STOREY_M.toFixed(1)});
    low = vec2(0.05, 0.1);
    top = vec2(0.95, 0.76);
    kept = use == ${useKinds.shop} ? 1.0 : 0.8;
  }
}

// Homes, offices, shops and works have their own hours; where somebody is always up, half of it is lit at any.
float litShare(int use, float high) {
  if (use == ${useKinds.office} || use == ${useKinds.public}) return u_lit.y * (use == ${useKinds.public} ? 0.6 : 1.0);
  if (use == ${useKinds.works}) return u_lit.w;
  if (use == ${useKinds.watch}) return 0.45;
  if (use == ${useKinds.worship}) return 0.22 * u_lit.x;
  if ((use == ${useKinds.shop} || use == ${useKinds.mixed}) && high < ${SHOP_STOREY_M.toFixed(1)}) return u_lit.z;
  if (use == ${useKinds.shop}) return 0.35 * u_lit.z;
  if (use == ${useKinds.unknown} && v_dice.z > 0.72) return u_lit.y;
  return u_lit.x;
}

// place: m along the Earth's axes; high: above the building's ground, m; steps: how both change over a pixel.
Windows windowsAt(int use, vec3 place, float high, mat2x3 steps, vec2 rise, vec3 up, vec3 outward, float night) {
  vec3 along = normalize(cross(up, outward));
  vec2 size, low, top;
  float kept;
  bayOf(use, high, size, low, top, kept);
  vec2 width = vec2(abs(dot(steps[0], along)) + abs(dot(steps[1], along)), abs(rise.x) + abs(rise.y)) / size + 1e-4;
  float sharp = 1.0 - smoothstep(0.35, 0.9, max(width.x, width.y));
  // Too far to tell windows apart, a wall has their mean.
  float share = litShare(use, high);
  Windows windows = Windows((top.x - low.x) * (top.y - low.y) * kept, vec3(0.0));
  float lit = share * (0.4 + 1.2 * v_dice.y);
  float warmth = v_dice.x;
  float index = floor(v_index + 0.5);
  if (sharp > 0.0) {
    vec2 cell = vec2(dot(place, along), high) / size;
    vec2 number = floor(cell);
    vec2 inside = cell - number;
    float own = hash(vec3(number.x, number.y, index));
    float has = step(fract(own * 31.7), kept) * step(0.0, number.y);
    vec2 pane = smoothstep(low - width, low + width, inside) - smoothstep(top - width, top + width, inside);
    // A cross of bars in older houses, a mullion in others.
    vec2 bar = smoothstep(vec2(0.045), vec2(0.02) , abs(inside - mix(low, top, vec2(0.5, 0.62))));
    float bars = u_variety * (use == ${useKinds.office} ? 0.0 : max(bar.x, v_age < 2.5 ? bar.y : 0.0)) *
      (1.0 - smoothstep(0.02, 0.06, max(width.x, width.y)));
    windows.glass = mix(windows.glass, pane.x * pane.y * has * (1.0 - bars), sharp);
    if (night > 0.0) {
      // A storey of offices is lit together more often than not.
      float office = use == ${useKinds.office} ? 0.7 : 0.0;
      float storey = hash(vec3(number.y, index, 29.0));
      lit = mix(lit, step(mix(own, storey, office), share) * (0.55 + 0.45 * fract(own * 91.0)), sharp);
      warmth = mix(warmth, fract(own * 57.0), sharp);
    }
  }
  vec3 warm = mix(vec3(1.0, 0.48, 0.16), vec3(1.0, 0.74, 0.42), warmth);
  float cool = use == ${useKinds.office} || use == ${useKinds.works} || use == ${useKinds.watch} ? 0.8 : 0.0;
  windows.glow = mix(warm, vec3(0.80, 0.91, 1.0), cool * step(0.25, warmth)) * lit * night;
  return windows;
}

// What street lamps throw on a wall: the light of the street before it, fading upwards.
vec3 lampOn(vec2 plane, vec2 outward, float high, float night) {
  if (night <= 0.0) return vec3(0.0);
  vec2 at = (plane + outward * 5.0) * u_lightAt.xy + u_lightAt.zw;
  float light = texture(u_light, clamp(at, 0.0, 1.0)).r;
  return vec3(1.0, 0.52, 0.2) * light * night * 0.62 * exp(-max(high - 2.0, 0.0) / 6.5);
}`;
