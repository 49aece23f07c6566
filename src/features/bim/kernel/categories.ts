// Categories of elements over all models: the most frequent get a colour each, the rest share one.

import { MISSING_COLOUR, OTHERS_COLOUR, sampleRamp, toHex } from '#model/colour-ramp.ts';
import type { Legend, LegendEntry, PartKey } from '../contract.ts';
import type { Colouring } from './colouring.ts';

/** Puts the elements of one model into categories. */
export interface Categorised {
  /** Of each row a position in `names`; anything else: none. */
  readonly codes: ArrayLike<number>;
  readonly names: readonly string[];
  /** Rows that the legend counts. */
  readonly isCounted: (row: number) => boolean;
}

export interface CategoryStyle {
  /** Colour of a category by its rank, or by its name; those beyond share one grey. */
  readonly colourOf: (name: string, rank: number, count: number) => number | undefined;
  /** `frequency`: the most frequent first; `given`: as they first come. */
  readonly order: 'frequency' | 'given';
  readonly keyOf: (name: string) => PartKey | undefined;
  readonly labelOf?: (name: string) => string;
}

const MOST = 9;
const PALETTE = sampleRamp('tol-muted', MOST);

/** Colours that stay apart for colour-blind eyes; there are no more than nine. */
export const paletteColour = (_: string, rank: number): number | undefined => PALETTE[rank];

/** Steps of one ramp, for categories that have an order, such as storeys. */
export const rampColour = (_: string, rank: number, count: number): number =>
  sampleRamp('batlow', Math.max(2, count))[rank] ?? OTHERS_COLOUR;

export function colourCategories(models: readonly Categorised[], style: CategoryStyle): Colouring {
  const counts = new Map<string, number>();
  let none = 0;
  for (const { codes, names, isCounted } of models) {
    const ofCode = new Uint32Array(names.length);
    for (let row = 0; row < codes.length; row++) {
      if (!isCounted(row)) continue;
      const code = codes[row]!;
      if (names[code] !== undefined) ofCode[code]!++;
      else none++;
    }
    for (const [code, name] of names.entries()) {
      if (ofCode[code]! > 0) counts.set(name, (counts.get(name) ?? 0) + ofCode[code]!);
    }
  }
  const ranked = [...counts];
  if (style.order === 'frequency') {
    ranked.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }
  const colourOfName = new Map(
    ranked.map(([name], rank) => [name, style.colourOf(name, rank, ranked.length)]),
  );
  return {
    // Class 0 has no value, class 1 a value beyond the palette, the others are the ranked names.
    classes: models.map(({ codes, names }) => {
      const rankOf = new Map(ranked.map(([name], rank) => [name, rank]));
      const classOf = names.map((name) => {
        const rank = rankOf.get(name);
        if (rank === undefined) return 0;
        return colourOfName.get(name) === undefined ? 1 : rank + 2;
      });
      return Uint32Array.from(codes, (code) => classOf[code] ?? 0);
    }),
    colours: [
      MISSING_COLOUR,
      OTHERS_COLOUR,
      ...ranked.map(([name]) => colourOfName.get(name) ?? OTHERS_COLOUR),
    ],
    legend: legendOf(ranked, colourOfName, none, style),
  };
}

function legendOf(
  ranked: readonly (readonly [name: string, count: number])[],
  colourOfName: ReadonlyMap<string, number | undefined>,
  none: number,
  { keyOf, labelOf = (name) => name }: CategoryStyle,
): Legend {
  const entries: LegendEntry[] = [];
  let others = 0;
  for (const [name, count] of ranked) {
    const colour = colourOfName.get(name);
    if (colour === undefined) others += count;
    else entries.push({ label: labelOf(name), colour: toHex(colour), count, key: keyOf(name) });
  }
  const add = (rest: 'others' | 'none', label: string, colour: number, count: number) => {
    if (count > 0) entries.push({ label, rest, colour: toHex(colour), count, key: undefined });
  };
  add('others', '…', OTHERS_COLOUR, others);
  add('none', '—', MISSING_COLOUR, none);
  return { kind: 'classes', entries };
}
