// How heavy a gas is where it leaves: an ideal gas at its boiling point, or at the temperature of the air where that is
// colder. kg/m³, K. Gas constants of CODATA; air of 0.0289652 kg/mol.

import type { Substance } from './substances.ts';

const GAS_CONSTANT = 8.314_462_618;
const AIR_PRESSURE_PA = 101_325;
const AIR_KG_MOL = 0.028_965_2;

export interface GasDensity {
  readonly gasKgM3: number;
  readonly airKgM3: number;
  readonly gasK: number;
  readonly airK: number;
}

/** Undefined where its molar mass is not known. */
export function substanceDensity(
  { molarMassKgMol, boilingC }: Pick<Substance, 'molarMassKgMol' | 'boilingC'>,
  temperatureC: number,
): GasDensity | undefined {
  if (molarMassKgMol === undefined) return undefined;
  const airK = temperatureC + 273.15;
  const gasK = Math.min(airK, (boilingC ?? temperatureC) + 273.15);
  const density = (kgMol: number, kelvin: number) =>
    (AIR_PRESSURE_PA * kgMol) / (GAS_CONSTANT * kelvin);
  return {
    ...{ gasK, airK },
    gasKgM3: density(molarMassKgMol, gasK),
    airKgM3: density(AIR_KG_MOL, airK),
  };
}
