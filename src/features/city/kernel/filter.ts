// Which buildings meet a condition, as masks: one byte a building, 1 where it does.

import { fold } from '#model/fold.ts';
import type { Filter } from '../contract.ts';
import { type Column, isPresent, nameAt } from './column.ts';

/**
 * Undefined where the filter is to be ignored: it is not filled in yet, or doesn't fit the column's type.
 */
export function matchFilter(filter: Filter, column: Column, count: number): Uint8Array | undefined {
  if (!isFilledIn(filter)) return undefined;
  const mask = new Uint8Array(count);
  switch (filter.kind) {
    case 'range':
      return column.type === 'number' ? matchRange(filter, column.numbers, mask) : undefined;
    case 'categories':
      return matchValues(new Set(filter.values), column, mask);
    case 'contains':
      return matchText(fold(filter.text.trim()), column, mask);
    case 'boolean': {
      if (column.type !== 'boolean') return undefined;
      const wanted = Number(filter.value);
      return mask.map((_, index) => Number(column.flags[index] === wanted));
    }
    case 'present':
      return mask.map((_, index) => Number(isPresent(column, index) === filter.isPresent));
  }
}

function isFilledIn(filter: Filter): boolean {
  switch (filter.kind) {
    case 'range':
      return filter.from !== undefined || filter.to !== undefined;
    case 'categories':
      return filter.values.length > 0;
    case 'contains':
      return filter.text.trim() !== '';
    case 'boolean':
    case 'present':
      return true;
  }
}

/** Buildings that every mask lets through; all of them where there is no mask. */
export function intersectMasks(masks: readonly Uint8Array[], count: number): Uint8Array {
  const all = new Uint8Array(count).fill(1);
  for (const mask of masks) {
    for (let index = 0; index < count; index++) all[index]! &= mask[index]!;
  }
  return all;
}

export function countMask(mask: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < mask.length; index++) count += mask[index]!;
  return count;
}

function matchRange(
  {
    from = Number.NEGATIVE_INFINITY,
    to = Number.POSITIVE_INFINITY,
  }: { from?: number | undefined; to?: number | undefined },
  numbers: Float64Array,
  mask: Uint8Array,
): Uint8Array {
  for (let index = 0; index < mask.length; index++) {
    const value = numbers[index]!;
    mask[index] = Number(value >= from && value <= to);
  }
  return mask;
}

function matchValues(wanted: ReadonlySet<string>, column: Column, mask: Uint8Array): Uint8Array {
  if (column.type === 'category') {
    const isWanted = column.values.map((value) => Number(wanted.has(value)));
    return mask.map((_, index) => isWanted[column.codes[index]!] ?? 0);
  }
  return mask.map((_, index) => {
    const name = nameAt(column, index);
    return Number(name !== undefined && wanted.has(name));
  });
}

function matchText(wanted: string, column: Column, mask: Uint8Array): Uint8Array | undefined {
  switch (column.type) {
    case 'category': {
      const isWanted = column.values.map((value) => Number(fold(value).includes(wanted)));
      return mask.map((_, index) => isWanted[column.codes[index]!] ?? 0);
    }
    case 'text':
      return mask.map((_, index) => Number(fold(column.texts.at(index)).includes(wanted)));
    case 'number':
    case 'boolean':
      return undefined;
  }
}
