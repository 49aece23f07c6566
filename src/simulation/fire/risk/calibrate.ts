// Fits the slopes of the table to a record of fires: the exponents, limits and live terms stay as they are.
// ln(rate) = ln(c·A^b) + β₀ + Σ βx; e^β₀ scales every base rate.

import { fitSlopes } from './calibration.ts';
import { type Coefficient, coefficientOf, toCoefficients } from './coefficients.ts';
import { checkRiskBuildings, occupancies, type RiskBuildings, staticFactors } from './factors.ts';

/** The table with slopes and base rates fitted to `fires` of `years`. Throws `RangeError` where nothing burned. */
export function calibrate(
  table: readonly Coefficient[],
  buildings: RiskBuildings,
  fires: Float64Array,
  years: number,
): readonly Coefficient[] {
  if (!(years > 0)) throw new RangeError(`The record is ${years} years; more than 0 is expected.`);
  checkRiskBuildings(buildings);
  const values = toCoefficients(table);
  const offset = new Float64Array(buildings.count);
  for (let at = 0; at < buildings.count; at++) {
    const use = occupancies[buildings.occupancy[at]!]!;
    offset[at] =
      Math.log(coefficientOf(values, `base.${use}.perYear`)) +
      coefficientOf(values, `base.${use}.exponent`) * Math.log(buildings.floorAreaM2[at]!);
  }
  const columns = staticFactors.map((name) => {
    const max = coefficientOf(values, `${name}.max`);
    return buildings[name].map((x) => Math.min(max, Math.max(0, x)));
  });
  const beta = fitSlopes(columns, offset, fires, years);
  const burned = fires.reduce((sum, count) => sum + count, 0);
  const source = `Fitted to ${burned} fires of ${buildings.count} buildings in ${years} years`;
  return table.map((row) => {
    const factor = staticFactors.findIndex((name) => row.name === `${name}.slope`);
    if (factor >= 0) return { ...row, value: beta[factor + 1]!, source };
    if (!row.name.endsWith('.perYear')) return row;
    return { ...row, value: row.value * Math.exp(beta[0]!), source: `${row.source}; ${source}` };
  });
}
