// The colours of a comparison, told apart by anyone, and which elements of which model wear them.

import {
  type Comparison,
  type DifferenceKind,
  differenceKinds,
} from '../../contract/comparison.ts';

/** After Okabe and Ito, so that no kind of colour blindness takes two of them for one. */
export const differenceColours: Readonly<Record<DifferenceKind, string>> = {
  added: '#009e73',
  removed: '#d55e00',
  geometry: '#e69f00',
  moved: '#56b4e9',
  properties: '#cc79a7',
};

/**
 * Kind of each element of all models, by index: the place in `differenceKinds` plus one; 0 where it is the same in
 * both versions or in neither. What was only moved or changed has the same kind in both models.
 */
export function kindsByIndex({ differences }: Comparison, count: number): Uint8Array {
  const kinds = new Uint8Array(count);
  for (const { kind, before, after } of differences) {
    const code = differenceKinds.indexOf(kind) + 1;
    if (before !== undefined && before < count) kinds[before] = code;
    if (after !== undefined && after < count) kinds[after] = code;
  }
  return kinds;
}

/** Rows of one model that a part of the comparison names: a kind of difference, or `all` of them. */
export function rowsOfDifferences(
  { before, after, differences }: Comparison,
  model: { readonly id: string; readonly base: number },
  name: string,
): readonly number[] {
  const rows: number[] = [];
  for (const difference of differences) {
    if (name !== 'all' && difference.kind !== name) continue;
    // What is in both is seen once, as it is now.
    const isAfter = model.id === after && difference.after !== undefined;
    const isBefore = model.id === before && difference.after === undefined;
    const index = isAfter ? difference.after : isBefore ? difference.before : undefined;
    if (index !== undefined) rows.push(index - model.base);
  }
  return rows;
}
