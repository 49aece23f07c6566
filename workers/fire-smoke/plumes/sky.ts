// The air that plumes stand in: stability from wind, sun and cloud, and the height of the mixing layer. m/s, rad, K, m.

import type { AirOfScenario, PlaceDeg } from '#features/fire/contract.ts';
import { findSun } from '#features/sun/kernel/sun-position.ts';
import { instant } from '#model/time.ts';
import { fromDegrees } from '#model/units.ts';
import type { PlumeAir } from '#simulation/fire/smoke/plume.ts';
import { type StabilityClass, stabilityClass } from '#simulation/fire/smoke/stability.ts';
import { neutralMixingHeight } from '#simulation/fire/smoke/wind-profile.ts';

export interface Sky {
  readonly stability: StabilityClass;
  readonly isStabilityGiven: boolean;
  readonly sunElevationRad: number;
}

export function skyAt(
  [longitudeDeg, latitudeDeg]: PlaceDeg,
  timeMs: number,
  windMs: number,
  { cloud, stability }: Pick<AirOfScenario, 'cloud' | 'stability'>,
): Sky {
  const place = { longitude: fromDegrees(longitudeDeg), latitude: fromDegrees(latitudeDeg) };
  const sunElevationRad = findSun(instant(timeMs), place).elevation;
  const isStabilityGiven = stability !== 'auto';
  return {
    ...{ isStabilityGiven, sunElevationRad },
    stability: isStabilityGiven ? stability : stabilityClass({ windMs, sunElevationRad, cloud }),
  };
}

/** Below 100 m the formula for the neutral layer says nothing any more. */
const LOWEST_MIXING_M = 100;

/** Only neutral air has a height that follows from the wind; in other air nothing is taken to hold the smoke down. */
export function plumeAirOf(
  { stability }: Sky,
  windMs: number,
  temperatureC: number,
  {
    latitudeDeg,
    highestOutletM,
  }: { readonly latitudeDeg: number; readonly highestOutletM: number },
): PlumeAir {
  const neutralM = neutralMixingHeight(Math.max(1, windMs), fromDegrees(latitudeDeg));
  const lowestM = Math.max(LOWEST_MIXING_M, 2 * highestOutletM);
  return {
    ...{ stability, terrain: 'urban', temperatureK: temperatureC + 273.15 },
    wind: { speedMs: windMs, heightM: 10 },
    mixingHeightM: stability === 'D' ? Math.max(lowestM, neutralM) : Number.POSITIVE_INFINITY,
  };
}
