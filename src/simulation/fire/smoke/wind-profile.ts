// Wind at a height from wind at another, and the height of the layer that smoke mixes in. m, m/s.
// Source: power law of Irwin 1979; ISC3 (EPA-454/B-95-003b); neutral mixing height 0.3 u*/f.

import { aboveZero, atLeast } from './in-range.ts';
import type { StabilityClass, Terrain } from './stability.ts';

type Exponents = Readonly<Record<StabilityClass, number>>;

/** `isc3-urban` is Irwin's with 0.3 for E and F; `open` is the mean of his for smooth ground. */
export type WindProfile = Terrain | 'isc3-urban' | 'open';

const exponents: Readonly<Record<WindProfile, Exponents>> = {
  urban: { A: 0.15, B: 0.15, C: 0.2, D: 0.25, E: 0.4, F: 0.6 },
  rural: { A: 0.07, B: 0.07, C: 0.1, D: 0.15, E: 0.35, F: 0.55 },
  'isc3-urban': { A: 0.15, B: 0.15, C: 0.2, D: 0.25, E: 0.3, F: 0.3 },
  open: { A: 0.108, B: 0.112, C: 0.12, D: 0.142, E: 0.203, F: 0.253 },
};

export interface MeasuredWind {
  readonly speedMs: number;
  readonly heightM: number;
}

/** Wind at `heightM`. @throws RangeError for heights that aren't above 0. */
export function windAt(
  { speedMs, heightM: measuredM }: MeasuredWind,
  heightM: number,
  stability: StabilityClass,
  profile: WindProfile,
): number {
  atLeast('wind', speedMs, 0, 'm/s');
  aboveZero('height of the measured wind', measuredM, 'm');
  aboveZero('height', heightM, 'm');
  return speedMs * (heightM / measuredM) ** exponents[profile][stability];
}

const EARTH_RAD_PER_S = 7.2921e-5;
/** Friction velocity over the wind at 10 m. */
const FRICTION = 0.1;

/** Depth of the neutral mixing layer; grows without limit towards the equator. */
export function neutralMixingHeight(wind10Ms: number, latitudeRad: number): number {
  atLeast('wind', wind10Ms, 0, 'm/s');
  return (0.3 * FRICTION * wind10Ms) / (2 * EARTH_RAD_PER_S * Math.abs(Math.sin(latitudeRad)));
}
