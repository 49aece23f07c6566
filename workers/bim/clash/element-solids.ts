// The solids of a model's elements, made when asked for and kept while they are likely to be asked for again.

import { mergeMesh } from '../mesh/merge-mesh.ts';
import type { TileContent } from '../mesh/tile-content.ts';
import { loadTileContents, type MeshModel } from '../mesh.ts';
import { createSolid, type Solid } from './solid.ts';

/** Triangles that stay in memory: with their tree about 80 bytes each. */
const MOST_TRIANGLES = 1_000_000;

export class ElementSolids {
  readonly #contents: readonly TileContent[];
  /** By element, the tiles that hold a part of it. */
  readonly #tilesOf: ReadonlyMap<number, readonly RowsOfTile[]>;
  readonly #toFrame: Float64Array | undefined;
  readonly #kept = new Map<number, Solid | undefined>();
  #triangles = 0;

  private constructor(contents: readonly TileContent[], toFrame: Float64Array | undefined) {
    this.#contents = contents;
    this.#toFrame = toFrame;
    this.#tilesOf = indexByElement(contents);
  }

  /** `toFrame`: from the model's frame to that in which clashes are looked for, column-major; undefined: the same. */
  static async load(
    model: MeshModel,
    rows: ArrayLike<number>,
    toFrame: Float64Array | undefined,
    signal: AbortSignal,
  ): Promise<ElementSolids> {
    return new ElementSolids(await loadTileContents(model, rows, signal), toFrame);
  }

  get(row: number): Solid | undefined {
    const known = this.#kept.get(row);
    if (known || this.#kept.has(row)) {
      this.#kept.delete(row);
      this.#kept.set(row, known);
      return known;
    }
    const solid = this.#make(row);
    this.#kept.set(row, solid);
    this.#triangles += solid?.triangleCount ?? 0;
    for (const [oldest, { triangleCount = 0 } = {}] of this.#kept) {
      if (this.#triangles <= MOST_TRIANGLES || oldest === row) break;
      this.#kept.delete(oldest);
      this.#triangles -= triangleCount;
    }
    return solid;
  }

  #make(row: number): Solid | undefined {
    const parts = (this.#tilesOf.get(row) ?? []).map(({ tile, rows }) =>
      onlyRows(this.#contents[tile]!, rows),
    );
    const { positions, indices } = mergeMesh(parts, { has: () => true, base: 0, isEdged: false });
    if (this.#toFrame) transform(positions, this.#toFrame);
    return createSolid(positions, indices);
  }
}

interface RowsOfTile {
  readonly tile: number;
  readonly rows: number[];
}

function indexByElement(contents: readonly TileContent[]): Map<number, RowsOfTile[]> {
  const tilesOf = new Map<number, RowsOfTile[]>();
  for (const [tile, { element }] of contents.entries()) {
    for (const [row, one] of element.entries()) {
      const known = tilesOf.get(one);
      const last = known?.at(-1);
      if (last?.tile === tile) last.rows.push(row);
      else if (known) known.push({ tile, rows: [row] });
      else tilesOf.set(one, [{ tile, rows: [row] }]);
    }
  }
  return tilesOf;
}

function onlyRows({ shapes, element, shape, matrix }: TileContent, rows: readonly number[]) {
  return {
    shapes,
    element: Uint32Array.from(rows, (row) => element[row]!),
    shape: Uint32Array.from(rows, (row) => shape[row]!),
    matrix: Float64Array.from(rows.flatMap((row) => [...matrix.subarray(16 * row, 16 * row + 16)])),
  };
}

function transform(positions: Float32Array, m: Float64Array): void {
  for (let at = 0; at < positions.length; at += 3) {
    const [x, y, z] = [positions[at]!, positions[at + 1]!, positions[at + 2]!];
    for (let row = 0; row < 3; row++) {
      positions[at + row] = m[row]! * x + m[4 + row]! * y + m[8 + row]! * z + m[12 + row]!;
    }
  }
}
