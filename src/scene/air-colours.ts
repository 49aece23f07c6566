// What colour the air has: sky, haze, clouds and the light of lamps, by theme, height of the sun and rain. A look
// that is chosen by eye, not photometry; sRGB, 0 … 1.

import type { Preferences } from '#store/preferences.ts';

export type Rgb = readonly [number, number, number];

export interface AirColours {
  readonly zenith: Rgb;
  readonly horizon: Rgb;
  /** What is added about the sun. */
  readonly glow: Rgb;
  readonly cloud: Rgb;
  readonly water: Rgb;
  /** 0 while lamps are off, 1 in the night. */
  readonly night: number;
  /** 0 … 1. */
  readonly rain: number;
  /** How far one sees: after so many metres the haze has taken 63 % of a colour. */
  readonly sightM: number;
}

interface Stop {
  /** Height of the sun above the horizon. */
  readonly sunDeg: number;
  readonly zenith: string;
  readonly horizon: string;
  readonly glow: string;
  readonly cloud: string;
  readonly water: string;
}

const stop = (
  sunDeg: number,
  zenith: string,
  horizon: string,
  glow: string,
  cloud: string,
  water: string,
): Stop => ({ sunDeg, zenith, horizon, glow, cloud, water });

/** From the night up. The dark theme keeps a day that a control room can bear. */
const stops: Readonly<Record<Preferences['theme'], readonly Stop[]>> = {
  dark: [
    stop(-14, '#04070f', '#131c2c', '#000000', '#1a2232', '#050b14'),
    stop(-6, '#0b1830', '#3c4a66', '#5c3018', '#33405c', '#0a1626'),
    stop(-1, '#1c3352', '#8a7a80', '#8a4a1c', '#7d7284', '#122539'),
    stop(5, '#2a4a70', '#a8917f', '#7a481c', '#b79f8c', '#16324a'),
    stop(18, '#24496f', '#7f99ad', '#2a2418', '#9fb2c0', '#123650'),
  ],
  light: [
    stop(-14, '#0a1222', '#26344c', '#000000', '#2a3650', '#0a1626'),
    stop(-6, '#1d3558', '#6d7c9c', '#6a3a20', '#5f6f92', '#16304a'),
    stop(-1, '#41658f', '#c2a6a0', '#8a4f22', '#b6a4ae', '#2b5271'),
    stop(5, '#6d9ac6', '#e8cfae', '#6a4420', '#f1ddc4', '#4a7f9f'),
    stop(18, '#6ba2d3', '#d3e3ee', '#1c1810', '#f4f8fb', '#5f9cbd'),
  ],
};

/** Under a closed cover of clouds, by day; the night takes its share of it. */
const overcast = {
  dark: { zenith: '#4b5964', horizon: '#74818a', cloud: '#66737d', water: '#1d3340' },
  light: { zenith: '#93a0aa', horizon: '#c3ccd2', cloud: '#aab5bd', water: '#5d8194' },
} as const;

/** Lamps burn from here down and are all on at the second. */
const LAMPS_FROM_DEG = 1;
const LAMPS_FULL_DEG = -5;
const SIGHT_M = { dark: 15_000, light: 17_000 } as const;
const SIGHT_IN_RAIN_M = 5500;

/** `sunDeg`: height of the sun in degrees; `rain` 0 … 1. */
export function airColours(theme: Preferences['theme'], sunDeg: number, rain: number): AirColours {
  const list = stops[theme];
  const above = list.findIndex((one) => one.sunDeg >= sunDeg);
  const to = list[above === -1 ? list.length - 1 : above];
  const from = list[above === -1 ? list.length - 1 : Math.max(0, above - 1)];
  if (!from || !to) throw new Error(`No colours of the air at ${sunDeg}°.`);
  const share = to === from ? 0 : Math.min(1, (sunDeg - from.sunDeg) / (to.sunDeg - from.sunDeg));
  const day = Math.min(1, Math.max(0, (sunDeg + 9) / 18));
  const wet = Math.min(1, Math.max(0, rain));
  const grey = overcast[theme];
  const colour = (key: 'zenith' | 'horizon' | 'cloud' | 'water') => {
    const clear = mix(rgb(from[key]), rgb(to[key]), share);
    return mix(clear, scaled(rgb(grey[key]), 0.13 + 0.87 * day), wet * 0.85);
  };
  const night = (LAMPS_FROM_DEG - sunDeg) / (LAMPS_FROM_DEG - LAMPS_FULL_DEG);
  return {
    zenith: colour('zenith'),
    horizon: colour('horizon'),
    cloud: colour('cloud'),
    water: colour('water'),
    glow: scaled(mix(rgb(from.glow), rgb(to.glow), share), 1 - 0.92 * wet),
    night: Math.min(1, Math.max(0, night)),
    rain: wet,
    sightM: SIGHT_M[theme] * (SIGHT_IN_RAIN_M / SIGHT_M[theme]) ** wet,
  };
}

export function rgb(css: string): Rgb {
  const byte = (at: number) => Number.parseInt(css.slice(at, at + 2), 16) / 255;
  return [byte(1), byte(3), byte(5)];
}

const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

const scaled = ([red, green, blue]: Rgb, by: number): Rgb => [red * by, green * by, blue * by];
