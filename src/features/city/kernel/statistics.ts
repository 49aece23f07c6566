// Sums over chosen buildings, whole and class by class.

import type { ColumnStatistics, SelectionStatistics } from '../contract.ts';
import type { Classes } from './classify.ts';

export interface NumberColumn {
  readonly name: string;
  readonly numbers: Float64Array;
}

/** Columns without any value among the buildings are left out. */
export function summarise(
  indices: readonly number[],
  columns: readonly NumberColumn[],
  classes: Classes | undefined,
): SelectionStatistics {
  const members = new Map<number, number[]>();
  for (const index of classes ? indices : []) {
    const group = classes!.of[index]!;
    const known = members.get(group);
    if (known) known.push(index);
    else members.set(group, [index]);
  }
  const groups = [...members].sort(([a], [b]) => a - b);
  return {
    count: indices.length,
    columns: summariseColumns(indices, columns),
    groups: groups.map(([group, inside]) => ({
      key: classes!.keys[group]!,
      count: inside.length,
      columns: summariseColumns(inside, columns),
    })),
  };
}

function summariseColumns(
  indices: readonly number[],
  columns: readonly NumberColumn[],
): ColumnStatistics[] {
  return columns
    .map((column) => summariseColumn(indices, column))
    .filter((statistics) => statistics.count > 0);
}

/** Sums by Neumaier's compensated addition, so that the order of the selection doesn't show. */
function summariseColumn(
  indices: readonly number[],
  { name, numbers }: NumberColumn,
): ColumnStatistics {
  let count = 0;
  let sum = 0;
  let lost = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const index of indices) {
    const value = numbers[index]!;
    if (Number.isNaN(value)) continue;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
    count++;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const total = sum + lost;
  return { column: name, count, sum: total, mean: total / count, min, max };
}
