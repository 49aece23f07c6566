// The tile tree as tileset.json (3D Tiles 1.1): one explicit tree, or a tree of them where there are many tiles.

import { extentOf, type PlannedTile } from './plan-tiles.ts';

/** A single house is drawn from 25 km (SSE 16, 1000 px, 60°). */
const LEAST_ERROR_M = 500;

type Json = Record<string, unknown>;

export interface TilesetFile {
  readonly path: string;
  readonly json: Json;
}

/** One file holds this many tiles at most before subtrees get files of their own. */
const MOST_TILES = 10_000;
const TILES_PER_SUBTREE = 2000;

/** `tileset.json` and where needed the files of its subtrees, paths relative to the package's build. */
export function formatTileset(root: PlannedTile): TilesetFile[] {
  const files: TilesetFile[] = [];
  const isNested = root.size > MOST_TILES;
  const toTile = (tile: PlannedTile, folder: string, isTop: boolean): Json => {
    const base = {
      boundingVolume: { region: tile.region },
      geometricError: tile.geometricError,
    };
    if (isNested && !isTop && tile.size <= TILES_PER_SUBTREE && tile.size > 1) {
      const path = `buildings/trees/${files.length}.json`;
      const file = { path, json: {} as Json };
      files.push(file);
      Object.assign(file.json, toTileset(tile, toTile(tile, '../', true)));
      return { ...base, content: { uri: path.replace('buildings/', folder) } };
    }
    const uri = tile.task?.path.replace('buildings/', folder);
    return {
      ...base,
      ...(isTop ? { refine: 'REPLACE' } : {}),
      ...(uri === undefined ? {} : { content: { uri } }),
      ...(tile.children.length > 0
        ? { children: tile.children.map((child) => toTile(child, folder, false)) }
        : {}),
    };
  };
  const json = toTileset(root, toTile(root, '', true));
  return [{ path: 'buildings/tileset.json', json }, ...files];
}

function toTileset(root: PlannedTile, tile: Json): Json {
  return {
    asset: { version: '1.1', generator: 'Panopolis' },
    // What is missing on the screen as long as nothing is drawn: below 16 px of it Cesium draws nothing.
    geometricError: Math.max(root.geometricError * 2, extentOf(root.region), LEAST_ERROR_M),
    root: tile,
  };
}
