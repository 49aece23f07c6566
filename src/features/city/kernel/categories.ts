// The distinct values of a column by how often they occur.

import { type Column, nameAt } from './column.ts';

export interface Categories {
  /** Most frequent first; ties in alphabetical order. */
  readonly names: readonly string[];
  readonly counts: readonly number[];
  /** Position in `names` of each building's value; `NO_NAME` where it has none. */
  readonly codes: Uint32Array;
}

export const NO_NAME = 0xffffffff;

export function findCategories(column: Column, count: number): Categories {
  const { codes, names } = column.type === 'category' ? copyCodes(column) : nameAll(column, count);
  const counts = new Array<number>(names.length).fill(0);
  for (const code of codes) if (code !== NO_NAME) counts[code]!++;
  const order = names
    .map((_, code) => code)
    .sort((a, b) => counts[b]! - counts[a]! || (names[a]! < names[b]! ? -1 : 1));
  const rank = new Uint32Array(names.length);
  for (const [position, code] of order.entries()) rank[code] = position;
  return {
    names: order.map((code) => names[code]!),
    counts: order.map((code) => counts[code]!),
    codes: codes.map((code) => (code === NO_NAME ? NO_NAME : rank[code]!)),
  };
}

interface Coded {
  readonly codes: Uint32Array;
  readonly names: readonly string[];
}

function copyCodes({ codes, values }: Extract<Column, { type: 'category' }>): Coded {
  return {
    names: values,
    codes: Uint32Array.from(codes, (code) => (code < values.length ? code : NO_NAME)),
  };
}

function nameAll(column: Exclude<Column, { type: 'category' }>, count: number): Coded {
  const known = new Map<string, number>();
  const codes = new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    const name = nameAt(column, index);
    if (name === undefined) {
      codes[index] = NO_NAME;
      continue;
    }
    let code = known.get(name);
    if (code === undefined) {
      code = known.size;
      known.set(name, code);
    }
    codes[index] = code;
  }
  return { codes, names: [...known.keys()] };
}
