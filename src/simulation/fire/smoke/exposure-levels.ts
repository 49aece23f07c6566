// What of a gas harms people within an hour: Acute Exposure Guideline Levels of 60 minutes, ppm, in three tiers.
// Source: US EPA's AEGLs; those of a row that says `recalled` are to be checked against the current list before use.
// Of those, tiers 1 and 2 of SO₂ and HCl were found in NRC, Acute Exposure Guideline Levels, vol. 8 (2010) and vol. 4
// (2004: tier 2 by its derivation, 1,300 ppm over 30 min by 30, twice the time half of it); their tier 3, CO, ammonia and
// benzene were not.

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
  hcn: {
    ...recalled('HCN', 27.03, 2, 7.1, 15),
    source: 'NRC 2002, AEGLs vol. 2, as NRC took them over for acetone cyanohydrin',
  },
  hcl: recalled('HCl', 36.46, 1.8, 22, 100),
  so2: recalled('SO₂', 64.06, 0.2, 0.75, 30),
  benzene: recalled('C₆H₆', 78.11, 52, 800, 4000),
  h2s: {
    ...recalled('H₂S', 34.08, 0.51, 27, 50),
    source: 'NRC 2010, AEGLs vol. 9, as tabled in Nitric Oxide 71 (2017), table 3',
  },
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
