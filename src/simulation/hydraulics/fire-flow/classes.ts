// Classes of hydrants by the flow that they give at 20 psi (140 kPa) of residual pressure. m³/s.
// Source: NFPA 291 (2022), 5.2: AA ≥ 1500 gpm light blue, A 1000–1499 green, B 500–999 orange, C < 500 red.

/** One US gallon a minute, m³/s. */
export const GALLON_A_MINUTE_M3S = 3.785411784e-3 / 60;

/** Residual pressure of NFPA 291, m of water: 20 psi at 9806.65 Pa a metre. */
export const TWENTY_PSI_M = (20 * 6894.757293168) / 9806.65;
/** The metric one: 140 kPa. */
export const HUNDRED_FORTY_KPA_M = 140_000 / 9806.65;

export const hydrantClasses = ['AA', 'A', 'B', 'C'] as const;
export type HydrantClass = (typeof hydrantClasses)[number];

/** Least flow of each class, m³/s. */
export const classFloorM3s: Readonly<Record<HydrantClass, number>> = {
  AA: 1500 * GALLON_A_MINUTE_M3S,
  A: 1000 * GALLON_A_MINUTE_M3S,
  B: 500 * GALLON_A_MINUTE_M3S,
  C: 0,
};

/** The class of a flow (m³/s) that is available at the residual pressure. */
export function hydrantClassOf(flowM3s: number): HydrantClass {
  return hydrantClasses.find((name) => flowM3s >= classFloorM3s[name]) ?? 'C';
}
