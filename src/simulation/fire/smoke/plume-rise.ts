// How high hot or fast gas rises downwind of its source. m, m/s, K, m⁴/s³, m⁴/s².
// Source: Briggs 1969 as in ISC3 (EPA-454/B-95-003b §1.1.4); flux of a fire by its convective heat, g Q/(π cp ρ T).

import { aboveZero, atLeast } from './in-range.ts';
import type { StabilityClass } from './stability.ts';

const GRAVITY_MS2 = 9.80616;
/** m⁴/s³ per MW of convective heat in air of 288 K. */
const FLUX_PER_MW = 8.84;
/** Briggs's potential temperature gradient of stable air, K/m. */
const stableGradient: Partial<Record<StabilityClass, number>> = { E: 0.02, F: 0.035 };

export interface Rise {
  readonly regime: 'buoyant' | 'momentum' | 'none';
  readonly fluxM4S3: number;
  /** Where it ends. */
  readonly finalDistanceM: number;
  readonly finalRiseM: number;
  /** Height gained `xM` downwind, m. */
  riseAt(xM: number): number;
}

export const noRise: Rise = {
  ...{ regime: 'none', fluxM4S3: 0, finalDistanceM: 0, finalRiseM: 0 },
  riseAt: () => 0,
};

/** Air that it rises in. */
export interface RisingAir {
  /** At the height of the source. */
  readonly windMs: number;
  readonly temperatureK: number;
  readonly stability: StabilityClass;
}

/** Buoyancy flux of a fire, m⁴/s³, from its heat release and the share of it that heats air. */
export function fireBuoyancyFlux(heatW: number, convectiveShare: number): number {
  atLeast('heat release', heatW, 0, 'W');
  return (FLUX_PER_MW * heatW * convectiveShare) / 1e6;
}

/** Rise by heat alone, as over a fire. @throws RangeError for wind that isn't above 0. */
export function buoyantRise(fluxM4S3: number, air: RisingAir): Rise {
  checkAir(air);
  atLeast('buoyancy flux', fluxM4S3, 0, 'm⁴/s³');
  if (fluxM4S3 === 0) return noRise;
  const { windMs } = air;
  const stabilityS2 = stabilityOf(air);
  const finalDistanceM = distanceOf(fluxM4S3, air);
  let finalRiseM: number;
  if (stabilityS2 > 0) {
    const bent = 2.6 * Math.cbrt(fluxM4S3 / (windMs * stabilityS2));
    finalRiseM = Math.min(bent, (4 * fluxM4S3 ** 0.25) / stabilityS2 ** 0.375);
  } else if (fluxM4S3 < 55) finalRiseM = (21.425 * fluxM4S3 ** 0.75) / windMs;
  else finalRiseM = (38.71 * fluxM4S3 ** 0.6) / windMs;
  return {
    ...{ regime: 'buoyant', fluxM4S3, finalDistanceM, finalRiseM },
    riseAt: (xM) => {
      if (xM <= 0) return 0;
      if (xM >= finalDistanceM) return finalRiseM;
      return Math.min((1.6 * Math.cbrt(fluxM4S3 * xM * xM)) / windMs, finalRiseM);
    },
  };
}

export interface Stack {
  readonly diameterM: number;
  readonly exitMs: number;
  readonly exitTemperatureK: number;
}

/**
 * Rise over a stack, by heat or by momentum, whichever Briggs's crossover names. Where a stable momentum rise divides
 * by the wind (ISC3 eq. 1-16), GasDispersion.jl divides by the exit velocity; this is ISC3.
 */
export function stackRise({ diameterM, exitMs, exitTemperatureK }: Stack, air: RisingAir): Rise {
  checkAir(air);
  aboveZero('diameter', diameterM, 'm');
  aboveZero('exit velocity', exitMs, 'm/s');
  aboveZero('exit temperature', exitTemperatureK, 'K');
  const { windMs, temperatureK } = air;
  const excessK = exitTemperatureK - temperatureK;
  const fluxM4S3 = (GRAVITY_MS2 * exitMs * diameterM ** 2 * excessK) / (4 * exitTemperatureK);
  const stabilityS2 = stabilityOf(air);
  if (excessK > crossoverK(fluxM4S3, { diameterM, exitMs, exitTemperatureK }, stabilityS2)) {
    return buoyantRise(fluxM4S3, air);
  }
  const momentum = (exitMs ** 2 * diameterM ** 2 * temperatureK) / (4 * exitTemperatureK);
  const entrainment = 1 / 3 + windMs / exitMs;
  const root = Math.sqrt(stabilityS2);
  let finalRiseM = (3 * diameterM * exitMs) / windMs;
  let finalDistanceM = distanceOf(fluxM4S3, air);
  if (stabilityS2 > 0) {
    finalRiseM = Math.min(finalRiseM, 1.5 * Math.cbrt(momentum / (windMs * root)));
    finalDistanceM = ((Math.PI / 2) * windMs) / root;
  } else if (fluxM4S3 <= 0) {
    finalDistanceM = (4 * diameterM * (exitMs + 3 * windMs) ** 2) / (exitMs * windMs);
  }
  return {
    ...{ regime: 'momentum', fluxM4S3, finalDistanceM, finalRiseM },
    riseAt: (xM) => {
      if (xM <= 0) return 0;
      if (xM >= finalDistanceM) return finalRiseM;
      const reach =
        stabilityS2 > 0 ? Math.sin((xM * root) / windMs) / (windMs * root) : xM / windMs ** 2;
      return Math.min(Math.cbrt((3 * momentum * reach) / entrainment ** 2), finalRiseM);
    },
  };
}

/** How far the wind draws slow gas down behind the mouth of a stack, m, 0 or below. Briggs 1974, ISC3 eq. 1-7. */
export function stackTipDownwash({ diameterM, exitMs }: Stack, windMs: number): number {
  return exitMs < 1.5 * windMs ? 2 * diameterM * (exitMs / windMs - 1.5) : 0;
}

const stabilityOf = ({ stability, temperatureK }: RisingAir): number =>
  (GRAVITY_MS2 / temperatureK) * (stableGradient[stability] ?? 0);

function distanceOf(fluxM4S3: number, air: RisingAir): number {
  const stabilityS2 = stabilityOf(air);
  if (stabilityS2 > 0) return (2.0715 * air.windMs) / Math.sqrt(stabilityS2);
  return fluxM4S3 < 55 ? 49 * Math.max(0, fluxM4S3) ** 0.625 : 119 * fluxM4S3 ** 0.4;
}

/** Excess temperature above which heat lifts more than momentum. */
function crossoverK(fluxM4S3: number, stack: Stack, stabilityS2: number): number {
  const { diameterM, exitMs, exitTemperatureK } = stack;
  if (stabilityS2 > 0) return 0.019582 * exitTemperatureK * exitMs * Math.sqrt(stabilityS2);
  if (fluxM4S3 < 55) return 0.0297 * exitTemperatureK * Math.cbrt(exitMs / diameterM);
  return 0.00575 * exitTemperatureK * Math.cbrt(exitMs ** 2 / diameterM);
}

function checkAir({ windMs, temperatureK }: RisingAir): void {
  aboveZero('wind', windMs, 'm/s');
  aboveZero('air temperature', temperatureK, 'K');
}
