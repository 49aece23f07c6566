// What of a gas harms people within an hour: Acute Exposure Guideline Levels of 60 minutes, ppm, in three tiers.
// Source: US EPA's final AEGLs; the figures here are as recalled, to be checked against the current list before use.

import { aboveZero } from './in-range.ts';

export type Tier = 1 | 2 | 3;

export interface ExposureLevels {
  readonly formula: string;
  readonly molarMassKgMol: number;
  /** Notable discomfort, lasting harm or impaired escape, danger to life; undefined where none is recommended. */
  readonly ppm: Readonly<Record<Tier, number | undefined>>;
  /** `recalled`: written from memory; `edited`: by who uses it; a citation where it was checked. */
  readonly source: string;
}

const recalled = (
  ...[formula, gMol, one, two, three]: [string, number, number | undefined, number, number]
): ExposureLevels => ({
  ...{ formula, molarMassKgMol: gMol / 1000, ppm: { 1: one, 2: two, 3: three } },
  source: 'recalled',
});

/** Editable: hand a table of your own to what takes one. */
export const aegl60: Readonly<Record<string, ExposureLevels>> = {
  co: recalled('CO', 28.01, undefined, 83, 330),
  hcn: recalled('HCN', 27.03, 2, 7.1, 15),
  hcl: recalled('HCl', 36.46, 1.8, 22, 100),
  so2: recalled('SO₂', 64.06, 0.2, 0.75, 30),
  benzene: recalled('C₆H₆', 78.11, 52, 800, 4000),
  chlorine: {
    ...recalled('Cl₂', 70.9, 0.5, 2, 20),
    source: 'Table of the encyclopedia article “Acute Exposure Guideline Levels”',
  },
  ammonia: recalled('NH₃', 17.03, 30, 160, 1100),
};

const GAS_CONSTANT = 8.314_462_618;

export interface AirState {
  readonly temperatureK: number;
  readonly pressurePa: number;
}

/** kg/m³ of a gas that is `ppm` of the volume. @throws RangeError for air that can't be. */
export function toMassConcentration(ppm: number, molarMassKgMol: number, air: AirState): number {
  aboveZero('air temperature', air.temperatureK, 'K');
  aboveZero('air pressure', air.pressurePa, 'Pa');
  return (ppm * 1e-6 * molarMassKgMol * air.pressurePa) / (GAS_CONSTANT * air.temperatureK);
}

/** Share of the volume, ppm. */
export function toPpm(concentrationKgM3: number, molarMassKgMol: number, air: AirState): number {
  return concentrationKgM3 / toMassConcentration(1, molarMassKgMol, air);
}

/** Highest tier reached, 0 for none. */
export function tierOf(ppm: number, { ppm: levels }: ExposureLevels): Tier | 0 {
  for (const tier of [3, 2, 1] as const) {
    const level = levels[tier];
    if (level !== undefined && ppm >= level) return tier;
  }
  return 0;
}
