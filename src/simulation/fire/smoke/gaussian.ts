// Gaussian plume, puff and release of a limited time, reflected by the ground and by the top of the mixing layer.
// m, s, kg; concentrations kg/m³. x is downwind, y across, z up. Source: CCPS 1999; ISC3 (EPA-454/B-95-003b);
// Seinfeld & Pandis 2006 (cosine series); Palazzi et al. 1982 (limited time).

import { erf } from './erf.ts';

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** Density of height, 1/m: its integral from the ground to the mixing height is 1. */
export function verticalShare(
  zM: number,
  heightM: number,
  sigmaZM: number,
  mixingHeightM = Infinity,
): number {
  const { exp } = Math;
  if (sigmaZM <= 0) return 0;
  if (mixingHeightM < Infinity && sigmaZM > 0.6 * mixingHeightM) {
    return cosineShare(zM, heightM, sigmaZM, mixingHeightM);
  }
  const image = (offsetM: number) => exp(-0.5 * (offsetM / sigmaZM) ** 2);
  let sum = image(zM - heightM) + image(zM + heightM);
  if (mixingHeightM === Infinity) return sum / (ROOT_TWO_PI * sigmaZM);
  // Where σz ≤ 0.6 H the fifth pair is below 1e-40 of the first; most plumes need the first one only.
  for (let order = 1; order <= 5; order++) {
    const shiftM = 2 * order * mixingHeightM;
    const added =
      image(zM - shiftM + heightM) +
      image(zM + shiftM - heightM) +
      image(zM - shiftM - heightM) +
      image(zM + shiftM + heightM);
    sum += added;
    if (added <= 1e-16 * sum) break;
  }
  return sum / (ROOT_TWO_PI * sigmaZM);
}

/** The same by a series of cosines, which needs few terms where the images need many. */
function cosineShare(zM: number, heightM: number, sigmaZM: number, mixingM: number): number {
  let sum = 0.5;
  for (let order = 1; order <= 10; order++) {
    const turn = (order * Math.PI) / mixingM;
    const fade = Math.exp(-0.5 * (turn * sigmaZM) ** 2);
    sum += Math.cos(turn * zM) * Math.cos(turn * heightM) * fade;
  }
  return (2 * sum) / mixingM;
}

export interface PlumeSection {
  readonly rateKgS: number;
  readonly windMs: number;
  /** Of the axis over the ground. */
  readonly heightM: number;
  readonly sigmaYM: number;
  readonly sigmaZM: number;
  /** Infinity, or left out, where nothing holds the smoke down. */
  readonly mixingHeightM?: number;
}

/** Concentration of a steady plume, kg/m³, `yM` beside its axis and `zM` over the ground. */
export function plumeConcentration(section: PlumeSection, yM: number, zM: number): number {
  const { rateKgS, windMs, heightM, sigmaYM, sigmaZM, mixingHeightM } = section;
  if (sigmaYM <= 0) return 0;
  const across = Math.exp(-0.5 * (yM / sigmaYM) ** 2) / (ROOT_TWO_PI * sigmaYM);
  return (rateKgS / windMs) * across * verticalShare(zM, heightM, sigmaZM, mixingHeightM);
}

export interface PuffState {
  readonly massKg: number;
  readonly heightM: number;
  readonly sigmaXM: number;
  readonly sigmaYM: number;
  readonly sigmaZM: number;
  readonly mixingHeightM?: number;
}

/** Concentration of a puff, kg/m³, `xM` ahead of and `yM` beside its centre, `zM` over the ground. */
export function puffConcentration(puff: PuffState, xM: number, yM: number, zM: number): number {
  const { massKg, heightM, sigmaXM, sigmaYM, sigmaZM, mixingHeightM } = puff;
  if (sigmaXM <= 0 || sigmaYM <= 0) return 0;
  const along = Math.exp(-0.5 * (xM / sigmaXM) ** 2) / (ROOT_TWO_PI * sigmaXM);
  const across = Math.exp(-0.5 * (yM / sigmaYM) ** 2) / (ROOT_TWO_PI * sigmaYM);
  return massKg * along * across * verticalShare(zM, heightM, sigmaZM, mixingHeightM);
}

/**
 * Share of the steady plume that a release from 0 to `durationS` shows `xM` downwind at `timeS`: 0 before its front
 * arrives, 1 in its middle. σx of the tail and of the front, m.
 */
export function shareOfDuration(
  release: { readonly durationS: number; readonly windMs: number },
  { xM, timeS }: { readonly xM: number; readonly timeS: number },
  { tailM, frontM }: { readonly tailM: number; readonly frontM: number },
): number {
  if (timeS <= 0) return 0;
  const { windMs } = release;
  const endS = Math.min(timeS, release.durationS);
  const edge = (offsetM: number, sigmaM: number) => {
    if (sigmaM > 0) return erf(offsetM / (Math.SQRT2 * sigmaM));
    return Math.sign(offsetM);
  };
  return (edge(xM - windMs * (timeS - endS), tailM) - edge(xM - windMs * timeS, frontM)) / 2;
}
