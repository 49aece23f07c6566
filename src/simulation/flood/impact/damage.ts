// Damage to buildings from the deepest water at them: share of depth–damage curves × value per m² of the ground floor.
// A screening figure. Curves for Europe and values: Huizinga, de Moel & Szewczyk 2017, JRC105688, doi:10.2760/16510.

/** Depth–damage curves and values a square metre: what a person edits. Screening, not appraisal. */
export interface DamageTable {
  readonly currency: string;
  /** Who says so, at what prices. */
  readonly source: string;
  /** The sum may be this many times smaller or larger. */
  readonly uncertainty: number;
  /** Depths (m) above the ground, ascending from 0. */
  readonly depthsM: readonly number[];
  readonly curves: readonly DamageCurve[];
}

export interface DamageCurve {
  readonly id: string;
  /** Uses of buildings that it holds for; a curve without any holds for all others. */
  readonly uses: readonly string[];
  /** Damage at which nothing is left to lose, per m² of the ground floor. */
  readonly mostPerM2: number;
  /** Share (0–1) lost at each of `depthsM`, never falling; beyond the last depth the last share. */
  readonly shares: readonly number[];
}

/**
 * Values by the report's own formula, a·(GDP per head)^b × 0.6 (depreciated) × 0.6 (damageable) × (1 + contents), for
 * 41,800 US$ of 2010 (Germany), to two digits. Uncertainty: Wagenaar et al. 2016 find a factor of two to five.
 */
export const jrcEurope: DamageTable = {
  currency: 'EUR',
  source:
    'JRC 2017 (Huizinga, de Moel & Szewczyk, doi:10.2760/16510): curves for Europe, values for a GDP per head of 41,800 US$, prices of 2010, with contents',
  uncertainty: 2,
  depthsM: [0, 0.5, 1, 1.5, 2, 3, 4, 5, 6],
  curves: [
    {
      id: 'residential',
      uses: ['residential', 'mixed'],
      mostPerM2: 780,
      shares: [0, 0.25, 0.4, 0.5, 0.6, 0.75, 0.85, 0.95, 1],
    },
    {
      id: 'industry',
      uses: ['industry', 'warehouse', 'logistics', 'utility', 'transport'],
      mostPerM2: 880,
      shares: [0, 0.15, 0.27, 0.4, 0.52, 0.7, 0.85, 1, 1],
    },
    {
      id: 'commerce',
      uses: [],
      mostPerM2: 1100,
      shares: [0, 0.15, 0.3, 0.45, 0.55, 0.75, 0.9, 1, 1],
    },
  ],
};

/** Which curve holds for each use; −1 where none does. */
export function curvesOfUses(table: DamageTable, uses: readonly string[]): Int8Array {
  const others = table.curves.findIndex((curve) => curve.uses.length === 0);
  return Int8Array.from(uses, (use) => {
    const own = table.curves.findIndex((curve) => curve.uses.includes(use));
    return own < 0 ? others : own;
  });
}

/** Share that is lost at a depth (m), linear between the depths of the table. */
export function shareLost(table: DamageTable, curve: DamageCurve, depthM: number): number {
  const { depthsM } = table;
  if (!(depthM > depthsM[0]!)) return curve.shares[0]!;
  for (let at = 1; at < depthsM.length; at++) {
    const [above, below] = [depthsM[at - 1]!, depthsM[at]!];
    if (depthM <= below) {
      const share = (depthM - above) / (below - above);
      return curve.shares[at - 1]! + share * (curve.shares[at]! - curve.shares[at - 1]!);
    }
  }
  return curve.shares[depthsM.length - 1]!;
}

/** What counting damage needs of the buildings, in the order of the watched things. */
export interface DamageableBuildings {
  readonly areaM2: Float32Array;
  /** Index into `uses`. */
  readonly use: Uint16Array;
  readonly uses: readonly string[];
}

/** Counts damage of buildings that have been above their sill; 0 for all others. */
export function createDamageCount(
  table: DamageTable,
  buildings: DamageableBuildings,
): (building: number, mostMm: number) => number {
  const curveOf = curvesOfUses(table, buildings.uses);
  return (building, mostMm) => {
    const curve = table.curves[curveOf[buildings.use[building]!]!];
    if (!curve) return 0;
    return shareLost(table, curve, mostMm / 1000) * curve.mostPerM2 * buildings.areaM2[building]!;
  };
}
