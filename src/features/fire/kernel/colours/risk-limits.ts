// Limits between the classes of risk (fires/yr), from the table in use.

import { defaultCoefficients, parseCoefficients } from '#simulation/fire/risk/coefficients.ts';

const names = ['class.2', 'class.3', 'class.4', 'class.5'] as const;

/** Of the table as a person edited it, or of the own one where that is none or can't be read. */
export function riskLimits(table: string | undefined): readonly number[] {
  const rows = read(table) ?? defaultCoefficients;
  const values = new Map(rows.map(({ name, value }) => [name, value]));
  return names.map((name) => values.get(name) ?? Number.NaN);
}

/** Unit of each coefficient, by its name. */
export const coefficientUnits: ReadonlyMap<string, string> = new Map(
  defaultCoefficients.map(({ name, unit }) => [name, unit]),
);

function read(table: string | undefined) {
  try {
    return table === undefined ? undefined : parseCoefficients(table);
  } catch {
    // What is wrong with it is said beside the editor; the worker goes on with the last good one.
    return undefined;
  }
}
