// The tiles of a model that hold its full detail, with what each of them holds and where it stands.

import * as v from 'valibot';

const matrix = v.pipe(v.array(v.number()), v.length(16));

interface StoredTile {
  readonly transform?: readonly number[] | undefined;
  readonly refine?: 'ADD' | 'REPLACE' | undefined;
  readonly content?: { readonly uri: string } | undefined;
  readonly contents?: readonly { readonly uri: string }[] | undefined;
  readonly children?: readonly StoredTile[] | undefined;
  readonly extras?: Extras | undefined;
}

interface Extras {
  readonly storey?: number | undefined;
  readonly discipline?: string | undefined;
}

const content = v.object({ uri: v.string() });
const tile: v.GenericSchema<StoredTile> = v.object({
  transform: v.optional(matrix),
  refine: v.optional(v.picklist(['ADD', 'REPLACE'])),
  content: v.optional(content),
  contents: v.optional(v.array(content)),
  children: v.optional(v.array(v.lazy(() => tile))),
  extras: v.optional(
    v.object({ storey: v.optional(v.number()), discipline: v.optional(v.string()) }),
  ),
});
const tileset = v.object({ root: tile });

export interface DetailTile {
  /** Relative to tileset.json. */
  readonly uri: string;
  /** Place in the model's storeys, or one past them for what is in none; undefined: in any. */
  readonly storey: number | undefined;
  readonly discipline: string | undefined;
  /** Column-major: tile's frame (z up) → model's frame. */
  readonly matrix: Float64Array;
}

/** Reads tileset.json; throws one sentence naming `file` where it isn't one. The root's transform places the
 * model on the Earth, so what lies below it is in the model's frame. */
export function parseTilesetTree(value: unknown, file: string): readonly DetailTile[] {
  const parsed = v.safeParse(tileset, value);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    throw new Error(`${file}, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}.`);
  }
  const tiles: DetailTile[] = [];
  collect(parsed.output.root, { matrix: identity, refine: 'REPLACE' }, tiles, true);
  return tiles;
}

const identity = Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

interface Inherited {
  readonly matrix: Float64Array;
  readonly refine: 'ADD' | 'REPLACE';
  readonly storey?: number | undefined;
  readonly discipline?: string | undefined;
}

function collect(
  { transform, refine, content: one, contents, children = [], extras }: StoredTile,
  above: Inherited,
  tiles: DetailTile[],
  isRoot = false,
): void {
  const own: Inherited = {
    matrix: transform && !isRoot ? multiply(above.matrix, transform) : above.matrix,
    refine: refine ?? above.refine,
    storey: extras?.storey ?? above.storey,
    discipline: extras?.discipline ?? above.discipline,
  };
  if (children.length === 0 || own.refine === 'ADD') {
    for (const { uri } of [...(one ? [one] : []), ...(contents ?? [])]) {
      tiles.push({ uri, storey: own.storey, discipline: own.discipline, matrix: own.matrix });
    }
  }
  for (const child of children) collect(child, own, tiles);
}

/** a · b of column-major 4 × 4 matrices. */
export function multiply(a: ArrayLike<number>, b: ArrayLike<number>): Float64Array {
  const product = new Float64Array(16);
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let inner = 0; inner < 4; inner++) sum += a[inner * 4 + row]! * b[column * 4 + inner]!;
      product[column * 4 + row] = sum;
    }
  }
  return product;
}
