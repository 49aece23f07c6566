// The smoke plume of a burning or smouldering building in a steady wind, from where it leaves to where it is thin.
// m, s, kg, W, K. Rise by Briggs 1969, spread by Briggs 1973 and by the rise itself (Δh/3.5, Pasquill 1976); wake test
// and initial spread of ISC3 (EPA-454/B-95-003b §1.1.5.3 and table 1-6).

import { plumeConcentration } from './gaussian.ts';
import { aboveZero, atLeast, within } from './in-range.ts';
import { buoyantRise, fireBuoyancyFlux, noRise, type Rise } from './plume-rise.ts';
import { crosswindSpread, verticalSpread } from './spread.ts';
import type { StabilityClass, Terrain } from './stability.ts';
import type { Caution } from './validity.ts';
import { type MeasuredWind, windAt } from './wind-profile.ts';

export interface SmokeSource {
  readonly phase: 'flaming' | 'smouldering';
  /** All heat of the fire; unused where it smoulders. */
  readonly heatW: number;
  /** Share of the heat that rises with the smoke. */
  readonly convectiveShare: number;
  /** Where the smoke leaves, over the ground. */
  readonly outletHeightM: number;
  /** Of the building, across the wind. */
  readonly building?: { readonly heightM: number; readonly widthM: number };
}

export interface PlumeAir {
  readonly wind: MeasuredWind;
  readonly temperatureK: number;
  readonly stability: StabilityClass;
  readonly terrain: Terrain;
  /** Infinity where nothing holds the smoke down. */
  readonly mixingHeightM: number;
}

/** A steady plume of 1 kg/s: concentrations of a species are its rate times these. */
export interface Plume {
  readonly windMs: number;
  readonly mixingHeightM: number;
  readonly finalHeightM: number;
  readonly isInWake: boolean;
  readonly cautions: readonly Caution[];
  /** Of the axis over the ground, m. */
  heightAt(xM: number): number;
  sigmaYAt(xM: number): number;
  sigmaZAt(xM: number): number;
  /** kg/m³ for 1 kg/s; 0 upwind. */
  unitConcentration(xM: number, yM: number, zM: number): number;
}

const LEAST_WIND_MS = 1;
/** ISC3 takes the wind at 10 m for lower sources too. */
const LEAST_WIND_HEIGHT_M = 10;

/** @throws RangeError for an input out of range. */
export function createPlume(source: SmokeSource, air: PlumeAir): Plume {
  check(source, air);
  const { outletHeightM, building } = source;
  const { stability, mixingHeightM, terrain } = air;
  const heightM = Math.max(outletHeightM, LEAST_WIND_HEIGHT_M);
  const blowing = windAt(air.wind, heightM, stability, terrain);
  const windMs = Math.max(blowing, LEAST_WIND_MS);
  const freeRise = source.phase === 'flaming' ? riseOf(source, air, windMs) : noRise;
  const isInWake = building !== undefined && isDrawnDown(outletHeightM, freeRise, building);
  const rise = isInWake ? noRise : freeRise;
  const startM = isInWake ? 0 : outletHeightM;
  const widthM = (building?.widthM ?? 0) / 4.3;
  const depthM = isInWake ? building.heightM / 2.15 : 0;
  const spread = terrain === 'urban' ? 'briggs-urban' : 'briggs-rural';

  const topM = mixingHeightM;
  const riseAt = (xM: number) => Math.min(rise.riseAt(xM), Math.max(0, topM - startM));
  const heightAt = (xM: number) => startM + riseAt(xM);
  const sigmaYAt = (xM: number) =>
    root(widthM, riseAt(xM) / 3.5, crosswindSpread(spread, stability, xM));
  const sigmaZAt = (xM: number) =>
    root(depthM, riseAt(xM) / 3.5, verticalSpread(spread, stability, xM));
  const finalHeightM = heightAt(rise.finalDistanceM);
  return {
    ...{ windMs, mixingHeightM, finalHeightM, isInWake, heightAt, sigmaYAt, sigmaZAt },
    cautions: cautionsOf(source, {
      ...{ isInWake, isCalm: blowing < LEAST_WIND_MS },
      isAtLid: startM + rise.finalRiseM > topM,
      isLofted: rise.finalRiseM > 0,
    }),
    unitConcentration: (xM, yM, zM) => {
      if (xM <= 0) return 0;
      const section = { rateKgS: 1, windMs, heightM: heightAt(xM), mixingHeightM };
      const sigmas = { sigmaYM: sigmaYAt(xM), sigmaZM: sigmaZAt(xM) };
      return plumeConcentration({ ...section, ...sigmas }, yM, zM);
    },
  };
}

/** Math.hypot costs ten times as much. */
const root = (a: number, b: number, c: number) => Math.sqrt(a * a + b * b + c * c);

function riseOf({ heatW, convectiveShare }: SmokeSource, air: PlumeAir, windMs: number): Rise {
  const { temperatureK, stability } = air;
  return buoyantRise(fireBuoyancyFlux(heatW, convectiveShare), { windMs, temperatureK, stability });
}

/** Whether two building heights downwind the smoke is still within the wake's reach over the roof. */
function isDrawnDown(
  outletHeightM: number,
  rise: Rise,
  { heightM, widthM }: NonNullable<SmokeSource['building']>,
): boolean {
  return outletHeightM + rise.riseAt(2 * heightM) < heightM + 1.5 * Math.min(heightM, widthM);
}

function cautionsOf(
  { phase }: SmokeSource,
  is: Readonly<Record<'isInWake' | 'isCalm' | 'isAtLid' | 'isLofted', boolean>>,
): Caution[] {
  const found: Caution[] = ['screening', 'range', 'averaging'];
  if (phase === 'smouldering') found.push('smouldering');
  if (is.isInWake) found.push('wake');
  if (is.isLofted) found.push('lofted');
  if (is.isCalm) found.push('calm');
  if (is.isAtLid) found.push('lid');
  return found;
}

function check(source: SmokeSource, { mixingHeightM, temperatureK }: PlumeAir): void {
  const { heatW, convectiveShare, outletHeightM, building } = source;
  atLeast('heat release', heatW, 0, 'W');
  within('convective share', convectiveShare, 0, 1, 'of the heat');
  atLeast('outlet height', outletHeightM, 0, 'm');
  within('air temperature', temperatureK, 180, 340, 'K');
  if (building) {
    aboveZero('building height', building.heightM, 'm');
    aboveZero('building width', building.widthM, 'm');
  }
  if (!(mixingHeightM > outletHeightM)) {
    throw new RangeError(
      `The mixing height is ${mixingHeightM}; more than the outlet height, ${outletHeightM} m, is expected.`,
    );
  }
}
