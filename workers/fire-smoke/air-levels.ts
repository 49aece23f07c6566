// From fuel burnt a cubic metre of air (kg/m³: everything that a fire gives off is in proportion to it) to what is drawn
// of the air, and back. mg/m³, ppm, m, tiers.

import type { AirQuantity, SmokeFrame } from '#features/fire/contract/smoke.ts';
import { sightTiersM } from '#features/fire/kernel/air-scale.ts';
import { bandOf, emissionFactors, type Species } from '#simulation/fire/smoke/emissions.ts';
import {
  type AirState,
  aegl60,
  type Tier,
  toMassConcentration,
} from '#simulation/fire/smoke/exposure-levels.ts';
import {
  FARTHEST_SIGHT_M,
  sootOfVisibility,
  visibility,
} from '#simulation/fire/smoke/visibility.ts';

export type Band = SmokeFrame['band'];
export const bands: readonly Band[] = ['low', 'middle', 'high'];
export const AIR_PRESSURE_PA = 101_325;
const toxicGases = ['co', 'hcn', 'hcl'] as const;
type ToxicGas = (typeof toxicGases)[number];

/** kg given off a kg of building burnt. */
export const emittedShare = (species: Species, band: Band): number =>
  bandOf(emissionFactors.structure[species])[band] / 1000;

export interface AirLevels {
  /** Of the quantity, from the fuel burnt, kg/m³. */
  valueOf(fuelKgM3: number): number;
  /** The fuel at which the quantity has a value; Infinity where never. */
  fuelAt(value: number): number;
}

export function airLevels(quantity: AirQuantity, band: Band, air: AirState): AirLevels {
  const soot = emittedShare('particles', band);
  switch (quantity) {
    case 'particles':
      return inProportion(soot * 1e6);
    case 'co':
    case 'hcn':
    case 'hcl':
      return inProportion(ppmPerFuel(quantity, band, air));
    case 'visibility':
      return {
        valueOf: (fuel) => (fuel > 0 ? visibility(fuel * soot, 'reflecting') : FARTHEST_SIGHT_M),
        fuelAt: (sightM) => sootOfVisibility(sightM, 'reflecting') / soot,
      };
    case 'tier': {
      const fuels = ([1, 2, 3] as const).map((tier) => fuelOfTier(tier, band, air).fuelKgM3);
      return {
        valueOf: (fuel) => fuels.filter((least) => fuel >= least).length,
        fuelAt: (tier) => fuels[Math.ceil(tier) - 1] ?? Number.POSITIVE_INFINITY,
      };
    }
  }
}

const inProportion = (factor: number): AirLevels => ({
  valueOf: (fuel) => fuel * factor,
  fuelAt: (value) => value / factor,
});

/** ppm of a gas for each kg/m³ of fuel burnt. */
function ppmPerFuel(gas: ToxicGas, band: Band, air: AirState): number {
  const levels = aegl60[gas];
  if (!levels) throw new Error(`No exposure levels are known for ${gas}.`);
  return emittedShare(gas, band) / toMassConcentration(1, levels.molarMassKgMol, air);
}

export interface TierLevel {
  readonly fuelKgM3: number;
  readonly gas: string;
  readonly ppm: number;
}

/** The gas that reaches its tier first. */
export function fuelOfTier(tier: Tier, band: Band, air: AirState): TierLevel {
  let first: TierLevel = { fuelKgM3: Number.POSITIVE_INFINITY, gas: '', ppm: Number.NaN };
  for (const gas of toxicGases) {
    const ppm = aegl60[gas]?.ppm[tier];
    if (ppm === undefined) continue;
    const fuelKgM3 = ppm / ppmPerFuel(gas, band, air);
    if (fuelKgM3 < first.fuelKgM3) first = { fuelKgM3, gas: aegl60[gas]?.formula ?? gas, ppm };
  }
  return first;
}

/** The fuel at which sight falls below that of a tier. */
export const fuelOfSight = (tier: Tier, band: Band): number =>
  sootOfVisibility(sightTiersM[tier], 'reflecting') / emittedShare('particles', band);
