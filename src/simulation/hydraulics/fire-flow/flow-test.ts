// What a flow test in the street says: flow out of an open outlet by its pitot pressure, and what the hydrant would
// give at another residual pressure. SI. Source: NFPA 291 (2022), 4.10.1 (Q = 29.83 c d² √p in gpm, inch and psi: an
// orifice of that coefficient) and 4.10.1.2 (Hazen-Williams' exponent 0.54).

const WATER_KG_M3 = 998.2;

/**
 * Flow out of an outlet, m³/s.
 * @param coefficient of the outlet: 0.9 smooth and rounded, 0.8 square, 0.7 projecting into the barrel
 * @param outletM inside diameter, m
 * @param pitotPa velocity pressure in the middle of the jet, Pa
 */
export function pitotFlowM3s(coefficient: number, outletM: number, pitotPa: number): number {
  const area = (Math.PI / 4) * outletM ** 2;
  return coefficient * area * Math.sqrt((2 * Math.max(0, pitotPa)) / WATER_KG_M3);
}

export interface FlowTest {
  /** Pressures at the hydrant before and while `flowM3s` runs, in one unit of your choice. */
  readonly staticPressure: number;
  readonly residualPressure: number;
  readonly flowM3s: number;
}

/**
 * What the tested hydrant gives when its pressure is let down to `target`, m³/s: Q20 where that is 20 psi. NaN where
 * the test lowered nothing, 0 where the static pressure is not above the target.
 */
export function flowAtM3s(test: FlowTest, target: number): number {
  const drop = test.staticPressure - test.residualPressure;
  if (!(drop > 0)) return Number.NaN;
  const wanted = test.staticPressure - target;
  return wanted <= 0 ? 0 : test.flowM3s * (wanted / drop) ** 0.54;
}
