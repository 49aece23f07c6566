// What a fire gives off: grams per kilogram burnt with their spread, and rates with a band from its heat release. kg/s, W.
// Source: table 3 of PMC7932990 (averages over published tests: building and vehicle fuels, and wildland fires).

import { aboveZero, atLeast } from './in-range.ts';

export type Species = 'co2' | 'co' | 'hcn' | 'nox' | 'hcl' | 'so2' | 'particles' | 'benzene';
export type Fuel = 'structure' | 'wildland';

export interface EmissionFactor {
  readonly meanGKg: number;
  readonly deviationGKg: number;
  readonly tests: number;
}

export type EmissionTable = Readonly<Record<Fuel, Readonly<Record<Species, EmissionFactor>>>>;

const factor = (meanGKg: number, deviationGKg: number, tests: number): EmissionFactor => ({
  ...{ meanGKg, deviationGKg, tests },
});

export const emissionFactors: EmissionTable = {
  structure: {
    co2: factor(1514, 917, 143),
    co: factor(124, 130, 145),
    hcn: factor(8.8, 41.6, 49),
    nox: factor(5.7, 19.4, 21),
    hcl: factor(153, 404, 32),
    so2: factor(62.2, 164, 14),
    particles: factor(66.7, 84.9, 97),
    benzene: factor(31.4, 67.2, 41),
  },
  wildland: {
    co2: factor(1550, 313, 597),
    co: factor(104, 58, 640),
    hcn: factor(0.5, 0.6, 188),
    nox: factor(2.2, 2.1, 202),
    hcl: factor(0.3, 0.9, 37),
    so2: factor(1.1, 0.7, 125),
    particles: factor(25.1, 34.8, 688),
    benzene: factor(0.4, 0.3, 84),
  },
};

/** Of a rate or a factor: the mean, and what two of three fires lie between. */
export interface Band {
  readonly low: number;
  readonly middle: number;
  readonly mean: number;
  readonly high: number;
}

/**
 * 16 %, 50 % and 84 % of the log-normal with that mean and deviation. Deviations exceed means, so a normal band would
 * go below nothing; where they far exceed them, half of all fires give off much less than the mean.
 */
export function bandOf({ meanGKg, deviationGKg }: EmissionFactor): Band {
  aboveZero('mean emission factor', meanGKg, 'g/kg');
  atLeast('deviation of the emission factor', deviationGKg, 0, 'g/kg');
  const variance = Math.log(1 + (deviationGKg / meanGKg) ** 2);
  const middle = meanGKg * Math.exp(-variance / 2);
  const factorUp = Math.exp(Math.sqrt(variance));
  return { low: middle / factorUp, middle, mean: meanGKg, high: middle * factorUp };
}

/** Fuel burnt, kg/s. The heat of combustion of mixed contents is 15 to 20 MJ/kg. */
export function burningRate(heatW: number, heatOfCombustionJKg: number): number {
  atLeast('heat release', heatW, 0, 'W');
  aboveZero('heat of combustion', heatOfCombustionJKg, 'J/kg');
  return heatW / heatOfCombustionJKg;
}

/** Emission of one species, kg/s, from what burns, kg/s. */
export function emissionRate(burntKgS: number, emitted: EmissionFactor): Band {
  atLeast('burning rate', burntKgS, 0, 'kg/s');
  const { low, middle, mean, high } = bandOf(emitted);
  const rate = (gKg: number) => (burntKgS * gKg) / 1000;
  return { low: rate(low), middle: rate(middle), mean: rate(mean), high: rate(high) };
}
