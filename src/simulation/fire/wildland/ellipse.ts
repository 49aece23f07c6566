// A fire from a point in steady wind grows as an ellipse with its rear focus where it began: Anderson 1983 (INT-305),
// Alexander 1985, Catchpole et al. 1982. SI; angles rad from the heading.

import { MS_PER_MPH } from './units.ts';

export interface FireEllipse {
  readonly headMs: number;
  readonly backMs: number;
  readonly flankMs: number;
  readonly eccentricity: number;
  readonly lengthToWidth: number;
}

export interface FireSize {
  readonly semiMajorM: number;
  readonly semiMinorM: number;
  /** From where the fire began to the middle. */
  readonly centreM: number;
  readonly areaM2: number;
  readonly perimeterM: number;
}

const MOST_ELONGATED = 8;

/** Anderson 1983, of the effective wind at midflame height; at most 8. Its coefficients are for mi/h: 0.2566 and 0.1548
 * are the same for m/s, and give 2.2 instead of 1.4 where mi/h are put in. */
export function lengthToWidth(effectiveWindMs: number): number {
  if (effectiveWindMs <= 0) return 1;
  const mph = effectiveWindMs / MS_PER_MPH;
  const ratio = 0.936 * Math.exp(0.1147 * mph) + 0.461 * Math.exp(-0.0692 * mph) - 0.397;
  return Math.min(ratio, MOST_ELONGATED);
}

/** Throws `RangeError` on a negative rate or a ratio below 1. */
export function fireEllipse(headMs: number, ratio: number): FireEllipse {
  if (!(headMs >= 0)) throw new RangeError(`The fire runs ${headMs} m/s; 0 or more is expected.`);
  if (!(ratio >= 1))
    throw new RangeError(`The length to width is ${ratio}; 1 or more is expected.`);
  const eccentricity = Math.sqrt(ratio * ratio - 1) / ratio;
  const backMs = (headMs * (1 - eccentricity)) / (1 + eccentricity);
  return {
    ...{ headMs, backMs, flankMs: (headMs + backMs) / (2 * ratio) },
    ...{ eccentricity, lengthToWidth: ratio },
  };
}

export function fireSize({ headMs, backMs, flankMs }: FireEllipse, timeS: number): FireSize {
  const semiMajorM = ((headMs + backMs) / 2) * timeS;
  const semiMinorM = flankMs * timeS;
  const sum = semiMajorM + semiMinorM;
  const h = sum > 0 ? ((semiMajorM - semiMinorM) / sum) ** 2 : 0;
  return {
    ...{ semiMajorM, semiMinorM, centreM: semiMajorM - backMs * timeS },
    areaM2: Math.PI * semiMajorM * semiMinorM,
    perimeterM: Math.PI * sum * (1 + h / 4 + (h * h) / 64),
  };
}

/** How fast it goes from where it began, at an angle from the heading. */
export const rateFromIgnition = ({ headMs, eccentricity }: FireEllipse, angleRad: number): number =>
  (headMs * (1 - eccentricity)) / (1 - eccentricity * Math.cos(angleRad));

/** How fast the perimeter moves square to itself, where that is at an angle from the heading (Catchpole et al. 1982). */
export function rateOfPerimeter(
  { headMs, backMs, flankMs }: FireEllipse,
  angleRad: number,
): number {
  const half = (headMs + backMs) / 2;
  const along = Math.cos(angleRad);
  const across = Math.sin(angleRad);
  return (headMs - half) * along + Math.sqrt((half * along) ** 2 + (flankMs * across) ** 2);
}
