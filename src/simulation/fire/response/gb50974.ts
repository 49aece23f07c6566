// Outdoor hydrant design flow of GB 50974-2014, table 3.3.2, by kind, fire resistance grade and volume, and how long it
// has to last (3.6.2). Dwellings' 15 L/s and 2 h were found in a public summary of the standard; the other
// figures were written from knowledge of it: check them before they are quoted. m³, m, m³/s.

import type { FireFlow } from './needed-fire-flow.ts';

export const gbKinds = ['dwelling', 'public', 'factory', 'warehouse'] as const;
export type GbKind = (typeof gbKinds)[number];

/** Fire resistance: 1 and 2 together (concrete, protected steel), 3 (masonry with timber floors), 4 (timber). */
export type GbGrade = 2 | 3 | 4;

/** Upper ends of the columns, m³; the last is open. */
const volumesM3 = [1500, 3000, 5000, 20_000, 50_000] as const;

/** L/s; industry as class C (丙) goods. Where the standard doesn't allow such a building the largest value before stands. */
const litres: Readonly<Record<GbKind, Readonly<Record<GbGrade, readonly number[]>>>> = {
  dwelling: {
    2: [15, 15, 15, 15, 15, 15],
    3: [15, 15, 20, 25, 30, 30],
    4: [15, 20, 25, 25, 25, 25],
  },
  public: { 2: [15, 15, 15, 25, 30, 40], 3: [15, 15, 20, 25, 30, 30], 4: [15, 20, 25, 25, 25, 25] },
  factory: {
    2: [15, 15, 20, 25, 30, 40],
    3: [15, 20, 30, 40, 45, 45],
    4: [20, 25, 35, 35, 35, 35],
  },
  warehouse: {
    2: [15, 15, 25, 25, 35, 45],
    3: [15, 20, 30, 40, 45, 45],
    4: [20, 25, 35, 35, 35, 35],
  },
};
/** Public buildings higher than 24 m. */
const highPublic = [25, 25, 25, 25, 30, 40] as const;
const HIGH_PUBLIC_M = 24;

const zh: Readonly<Record<GbKind, string>> = {
  ...{ dwelling: '住宅', public: '公共建筑', factory: '厂房（丙）', warehouse: '仓库（丙）' },
};

/** Throws `RangeError` for a volume below 0. */
export function gbFireFlow(building: {
  readonly kind: GbKind;
  readonly grade: GbGrade;
  readonly volumeM3: number;
  /** NaN: unknown, taken as low. */
  readonly heightM: number;
}): FireFlow {
  const { kind, grade, volumeM3, heightM } = building;
  if (!(volumeM3 >= 0))
    throw new RangeError(`The volume is ${volumeM3} m³; 0 or more is expected.`);
  const column = volumesM3.findIndex((limit) => volumeM3 <= limit);
  const at = column < 0 ? volumesM3.length : column;
  const isHigh = kind === 'public' && heightM > HIGH_PUBLIC_M;
  const flow = (isHigh ? highPublic : litres[kind][grade])[at] ?? 15;
  const hours = kind === 'factory' || kind === 'warehouse' || isHigh ? 3 : 2;
  return {
    neededM3s: flow / 1000,
    durationS: hours * 3600,
    formula: `GB 50974 表 3.3.2: ${zh[kind]}${isHigh ? ' > 24 m' : ''}, ${grade === 2 ? '一、二' : grade === 3 ? '三' : '四'}级, V = ${volumeM3.toFixed(0)} m³ → ${flow} L/s`,
  };
}
