// How the buildings that a mask lets through are distributed over a column.

import { sortFinite } from '#model/class-breaks.ts';
import { binSorted } from '#model/histogram.ts';
import type { CategoryCounts, Facet, Histogram } from '../contract.ts';
import { type Categories, NO_NAME } from './categories.ts';
import { type Column, isPresent } from './column.ts';

/** Categories listed one by one; the rest is counted together. */
export const LISTED_CATEGORIES = 200;

export function histogramOf(
  name: string,
  numbers: Float64Array,
  mask: Uint8Array,
  scale?: Histogram['scale'],
): Histogram {
  const within = numbers.filter((_, index) => mask[index]);
  const sorted = sortFinite(within);
  return { column: name, ...binSorted(sorted, scale), missing: within.length - sorted.length };
}

export function countCategories(
  name: string,
  { names, codes }: Categories,
  mask: Uint8Array,
): CategoryCounts {
  const counts = new Array<number>(names.length).fill(0);
  let missing = 0;
  for (let index = 0; index < codes.length; index++) {
    if (!mask[index]) continue;
    const code = codes[index]!;
    if (code === NO_NAME) missing++;
    else counts[code]!++;
  }
  const listed = names.slice(0, LISTED_CATEGORIES);
  return {
    column: name,
    values: listed.map((value, code) => ({ value, count: counts[code]! })),
    others: counts.slice(LISTED_CATEGORIES).reduce((sum, count) => sum + count, 0),
    missing,
  };
}

export function countPresent(name: string, column: Column, mask: Uint8Array): Facet {
  let present = 0;
  for (let index = 0; index < mask.length; index++) {
    if (mask[index] && isPresent(column, index)) present++;
  }
  return { kind: 'presence', column: name, present };
}
