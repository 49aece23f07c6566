// What the look of each building follows, from what the city says about it.

import type { FeatureIndex } from '#contract/feature-index.ts';
import { packTraits, type RoofKind, type UseKind } from '#model/building-traits.ts';
import { type Column, valueAt } from './column.ts';

export interface TraitColumns {
  readonly class: Column | undefined;
  readonly use: Column | undefined;
  readonly roof: Column | undefined;
  readonly year: Column | undefined;
}

/** Four bytes a building in city-wide index order. */
export function traitsOf(index: FeatureIndex, columns: TraitColumns): Uint8Array {
  const bytes = new Uint8Array(index.count * 4);
  for (let at = 0; at < index.count; at++) {
    const groundM = index.groundM[at] ?? Number.NaN;
    const year = columns.year && valueAt(columns.year, at);
    const isPlant = /vegetation|plant|tree/i.test(wordAt(columns.class, at));
    const use = isPlant ? 'plant' : kindOfUse(wordAt(columns.use, at));
    packTraits(bytes, at * 4, {
      use,
      roof: roofKindOf(wordAt(columns.roof, at), use),
      year: typeof year === 'number' ? year : undefined,
      groundM,
      heightM: (index.topM[at] ?? Number.NaN) - groundM,
    });
  }
  return bytes;
}

function wordAt(column: Column | undefined, index: number): string {
  const value = column && valueAt(column, index);
  return typeof value === 'string' ? value : '';
}

const kinds: readonly (readonly [UseKind, RegExp])[] = [
  ['watch', /hospital|clinic|police|fire ?station|hotel|care ?home|transport|station|power|heat/],
  ['mixed', /mixed/],
  ['home', /resident|\bhouse|apartment|home|dwelling|dormitory/],
  ['office', /office|bank|admin/],
  ['shop', /retail|shop|commerc|supermarket|restaurant|store$/],
  [
    'works',
    /industr|warehouse|logistic|garage|utilit|works|plant|agricult|farm|barn|shed|cold ?store/,
  ],
  ['worship', /relig|church|chapel|cathedral|mosque|temple|synagogue|worship/],
  [
    'public',
    /school|univers|college|kindergarten|government|public|civic|museum|culture|theatre|sport|town ?hall/,
  ],
];

/** The first kind whose words the use has in it; CityGML's, OpenStreetMap's and the demo city's words are known. */
export function kindOfUse(use: string): UseKind {
  const word = use.toLowerCase().replaceAll(/[_-]/g, ' ');
  return kinds.find(([, words]) => words.test(word))?.[0] ?? 'unknown';
}

/** Great halls of worship and public houses carry slate where the roof isn't flat. */
export function roofKindOf(roof: string, use: UseKind): RoofKind {
  const word = roof.toLowerCase();
  if (word === '') return 'unknown';
  if (/flat|1000/.test(word)) return 'flat';
  return use === 'worship' || use === 'public' || /mansard/.test(word) ? 'slate' : 'tiled';
}
