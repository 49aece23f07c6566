// Sorts all buildings into the classes that colours stand for.

import {
  classOf,
  equalBreaks,
  naturalBreaks,
  quantileBreaks,
  sortFinite,
} from '#model/class-breaks.ts';
import type { ClassKey, ColourBy } from '../contract.ts';
import { findCategories, NO_NAME } from './categories.ts';
import type { Column } from './column.ts';

export interface Classes {
  /** Class of each building: a position in `keys`. */
  readonly of: Uint8Array;
  /** The ordered classes, then `others` where there are more categories, then `missing`. */
  readonly keys: readonly ClassKey[];
  readonly breaks: readonly number[];
}

export type Classing = Pick<ColourBy, 'method' | 'classes' | 'breaks'>;

export function classify(column: Column, by: Classing, count: number): Classes {
  return column.type === 'number' && by.method !== 'categories'
    ? classifyNumbers(column.numbers, by)
    : classifyCategories(column, by.classes, count);
}

function classifyNumbers(numbers: Float64Array, by: Classing): Classes {
  const breaks = findBreaks(numbers, by);
  const missing = breaks.length + 1;
  const of = new Uint8Array(numbers.length);
  for (let index = 0; index < numbers.length; index++) {
    const value = numbers[index]!;
    of[index] = Number.isNaN(value) ? missing : classOf(breaks, value);
  }
  const keys: ClassKey[] = Array.from({ length: missing }, (_, position) => ({
    kind: 'range',
    from: breaks[position - 1],
    to: breaks[position],
  }));
  return { of, keys: [...keys, { kind: 'missing' }], breaks };
}

function findBreaks(numbers: Float64Array, { method, classes, breaks = [] }: Classing): number[] {
  switch (method) {
    case 'quantile':
      return quantileBreaks(sortFinite(numbers), classes);
    case 'equal':
      return equalBreaks(sortFinite(numbers), classes);
    case 'natural':
      return naturalBreaks(sortFinite(numbers), classes);
    case 'manual':
    case 'categories':
      return [...new Set(breaks)].sort((a, b) => a - b);
  }
}

function classifyCategories(column: Column, classes: number, count: number): Classes {
  const { names, codes } = findCategories(column, count);
  const hasOthers = names.length > classes;
  const shown = hasOthers ? classes - 1 : names.length;
  const order = orderShown(names.slice(0, shown), column);
  const classOfCode = new Uint8Array(names.length).fill(shown);
  for (const [position, code] of order.entries()) classOfCode[code] = position;
  const missing = shown + Number(hasOthers);
  const keys: ClassKey[] = order.map((code) => ({ kind: 'category', value: names[code]! }));
  if (hasOthers) keys.push({ kind: 'others' });
  return {
    of: Uint8Array.from(codes, (code) => (code === NO_NAME ? missing : classOfCode[code]!)),
    keys: [...keys, { kind: 'missing' }],
    breaks: [],
  };
}

/** Numbers ascend; words stay by how frequent they are. */
function orderShown(names: readonly string[], column: Column): number[] {
  const order = names.map((_, code) => code);
  return column.type === 'number'
    ? order.sort((a, b) => Number(names[a]) - Number(names[b]))
    : order;
}
