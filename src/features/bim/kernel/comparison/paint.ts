// The colours of a comparison, told apart by anyone, and which elements of which model wear them.

import { OTHERS_COLOUR } from '#model/colour-ramp.ts';
import {
  type Comparison,
  type DifferenceKind,
  differenceKinds,
} from '../../contract/comparison.ts';
import type { Colouring } from '../colouring.ts';
import type { ModelData } from '../model-data.ts';
import { ANY_MODEL, toPartKey } from '../part-key.ts';

/** sRGB; after Okabe and Ito, so that no kind of colour blindness takes two of them for one. */
export const differenceColours: Readonly<Record<DifferenceKind, number>> = {
  added: 0x009e73,
  removed: 0xd55e00,
  geometry: 0xe69f00,
  moved: 0x56b4e9,
  properties: 0xcc79a7,
};

/** What of a model is needed to find its rows in a comparison. */
export interface ComparedModel {
  readonly id: string;
  readonly base: number;
  readonly count: number;
}

/** Colours by what the comparison found, a class an element; `kindsOf` has `kindsByRow` of both models. */
export function colourComparison(
  { counts }: Comparison,
  kindsOf: ReadonlyMap<string, Uint8Array>,
  models: readonly Pick<ModelData, 'id' | 'count'>[],
): Colouring {
  return {
    classes: models.map(({ id, count }) => kindsOf.get(id) ?? new Uint8Array(count)),
    colours: [OTHERS_COLOUR, ...differenceKinds.map((kind) => differenceColours[kind])],
    legend: {
      kind: 'classes',
      entries: differenceKinds.flatMap((kind) => {
        const count = counts[kind];
        const colour = `#${differenceColours[kind].toString(16).padStart(6, '0')}`;
        const key = toPartKey(ANY_MODEL, 'comparison', kind);
        return count === 0 ? [] : [{ label: kind, colour, count, key }];
      }),
    },
  };
}

/** Kind of each row of a model: the place in `differenceKinds` plus one; 0 where nothing changed. */
export function kindsByRow(
  { before, after, differences }: Comparison,
  { id, base, count }: ComparedModel,
): Uint8Array {
  const kinds = new Uint8Array(count);
  for (const difference of differences) {
    const code = differenceKinds.indexOf(difference.kind) + 1;
    if (id === before && difference.before !== undefined) kinds[difference.before - base] = code;
    if (id === after && difference.after !== undefined) kinds[difference.after - base] = code;
  }
  return kinds;
}

/** Rows of one model that a part of the comparison names: a kind of difference, or `all` of them. */
export function rowsOfDifferences(
  { before, after, differences }: Comparison,
  model: Pick<ComparedModel, 'id' | 'base'>,
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
