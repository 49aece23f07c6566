// What light the sun's height gives: strength, colour and where it comes from.

import { type Radians, radians, toDegrees } from '#model/units.ts';
import type { SunBearing } from './sun-position.ts';

export interface Daylight {
  /** 0 in the night, 1 in full day. */
  readonly day: number;
  readonly bearing: { readonly azimuth: Radians; readonly elevation: Radians };
  /** Red, green, blue 0 … 1. */
  readonly colour: readonly [number, number, number];
  readonly intensity: number;
  readonly castsShadows: boolean;
  /** Share of the sky in what lights the ground, 0 … 1: a low sun hardly reaches it. */
  readonly skyShare: number;
  /** What light is left in a shadow, 0 … 1: under a low sun the sky fills it. */
  readonly shadowLight: number;
}

/** Below this height shadows are longer than a city is wide and only show the shadow map's grain. */
const LOWEST_SHADOW_DEG = 2;
const NIGHT_INTENSITY = 0.3;
const night = [0.62, 0.74, 1] as const;
const dusk = [1, 0.73, 0.485] as const;
const noon = [1, 0.985, 0.955] as const;
/** High, from the north-west: night has no sun, and a city has to stay readable. */
const moon = { azimuth: radians(5.4), elevation: radians(1.05) };

export function daylightOf(sun: SunBearing): Daylight {
  const height = toDegrees(sun.elevation);
  const day = smoothstep(-7, 12, height);
  const isUp = height > 0;
  const warmth = 1 - smoothstep(2, 24, height);
  const colour = isUp ? mix(noon, dusk, warmth) : mix(night, dusk, smoothstep(-7, 0, height) * 0.5);
  return {
    day,
    bearing: isUp
      ? { azimuth: sun.azimuth, elevation: radians(Math.max(sun.elevation, 0.04)) }
      : moon,
    colour,
    intensity: NIGHT_INTENSITY + (1 - NIGHT_INTENSITY) * day,
    castsShadows: height >= LOWEST_SHADOW_DEG,
    shadowLight: 0.5 + 0.27 * (1 - smoothstep(4, 26, height)),
    skyShare: 0.3 + 0.25 * smoothstep(-12, 2, height) * (1 - smoothstep(4, 32, height)),
  };
}

/** The same under clouds that rain, `rain` 0 … 1: the sun gives way to a grey sky that casts no shadows. */
export function inRain(light: Daylight, rain: number): Daylight {
  if (rain <= 0) return light;
  const grey = light.intensity * 0.72;
  return {
    ...light,
    colour: mix(light.colour, [0.86, 0.92, 1], rain * 0.8),
    intensity: Math.max(NIGHT_INTENSITY, light.intensity + (grey - light.intensity) * rain),
    castsShadows: light.castsShadows && rain < 0.3,
    skyShare: light.skyShare + (0.6 - light.skyShare) * rain,
  };
}

function smoothstep(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

type Triple = readonly [number, number, number];

const mix = (a: Triple, b: Triple, share: number): Triple => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];
