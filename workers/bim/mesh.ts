// The geometry of elements, read back from the tiles that the globe streams: nothing is converted twice.

import type { BimElements } from '#contract/bim-elements.ts';
import { type BimModel, disciplineAt } from '#contract/bim-model.ts';
import { decodeTile } from './mesh/decode-tile.ts';
import { mergeMesh } from './mesh/merge-mesh.ts';
import { TileCache } from './mesh/tile-cache.ts';
import type { TileContent } from './mesh/tile-content.ts';
import { type DetailTile, parseTilesetTree } from './mesh/tileset-tree.ts';
import type { ElementMesh } from './protocol.ts';

/** An open model whose geometry can be asked for. */
export interface MeshModel {
  readonly model: BimModel;
  readonly elements: BimElements;
  /** Added to a row of the element table to give the element's index among all open models. */
  readonly base: number;
  /** Fetches a file of the model; its path is relative to model.json. */
  readonly read: (path: string) => Promise<ArrayBuffer>;
}

/** Bytes of decoded tiles that stay in memory for each model. */
const BUDGET_BYTES = 192 * 1024 * 1024;

interface Opened {
  readonly tiles: Promise<readonly DetailTile[]>;
  readonly cache: TileCache;
}

const opened = new WeakMap<MeshModel, Opened>();

/**
 * Merged triangles and hard edges of elements (rows of the element table, ascending), in the model's frame. Loads
 * only the tiles that can hold them. Elements without geometry add nothing.
 */
export async function loadElementMesh(
  model: MeshModel,
  elements: ArrayLike<number>,
  signal: AbortSignal = new AbortController().signal,
): Promise<ElementMesh> {
  const wanted = new Uint8Array(model.elements.count);
  for (let at = 0; at < elements.length; at++) wanted[elements[at]!] = 1;
  const contents = await loadTileContents(model, elements, signal);
  return mergeMesh(contents, {
    has: (element) => wanted[element] === 1,
    base: model.base,
  });
}

/** The decoded tiles that hold these elements, others' among them; for work that goes element by element. */
export async function loadTileContents(
  model: MeshModel,
  elements: ArrayLike<number>,
  signal: AbortSignal,
): Promise<readonly TileContent[]> {
  const { tiles, cache } = open(model);
  const needed = tilesFor(model, elements, await tiles);
  signal.throwIfAborted();
  const folder = folderOf(model.model.tileset);
  return await Promise.all(
    needed.map((tile) =>
      cache.get(tile.uri, async () =>
        decodeTile(await model.read(folder + tile.uri), tile.matrix, tile.uri),
      ),
    ),
  );
}

function open(model: MeshModel): Opened {
  const known = opened.get(model);
  if (known) return known;
  const path = model.model.tileset;
  const tiles = model
    .read(path)
    .then((bytes) => parseTilesetTree(JSON.parse(new TextDecoder().decode(bytes)), path));
  // A server that was away may be back at the next try.
  tiles.catch(() => opened.delete(model));
  const made = { tiles, cache: new TileCache(BUDGET_BYTES) };
  opened.set(model, made);
  return made;
}

function tilesFor(
  { model, elements }: MeshModel,
  wanted: ArrayLike<number>,
  tiles: readonly DetailTile[],
): readonly DetailTile[] {
  const groups = new Set<string>();
  for (let at = 0; at < wanted.length; at++) {
    const row = wanted[at]!;
    if (elements.outcome[row] !== 0) continue;
    const storey = Math.min(elements.storey[row]!, model.storeys.length);
    groups.add(`${storey} ${disciplineAt(elements.discipline[row]!)}`);
  }
  const kinds = [...groups].map((group) => group.split(' '));
  return tiles.filter(({ storey, discipline }) =>
    kinds.some(
      ([ofStorey, ofDiscipline]) =>
        (storey === undefined || String(storey) === ofStorey) &&
        (discipline === undefined || discipline === ofDiscipline),
    ),
  );
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
