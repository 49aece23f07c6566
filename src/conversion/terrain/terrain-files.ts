// All files of a terrain: layer.json first, then the tiles, each made when it is asked for.

import { buildTile } from './build-tile.ts';
import { planTiles, tilesOf, toLayerJson } from './plan.ts';
import type { Surface } from './surface.ts';

export interface TerrainFile {
  /** Relative to the terrain's folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Tiles made so far, of `total`. */
  readonly done: number;
  readonly total: number;
  /** Levels of the pyramid. */
  readonly levels: number;
}

export function* terrainFiles(surface: Surface, name: string): Generator<TerrainFile> {
  const plan = planTiles(surface);
  const { count: total } = plan;
  const levels = plan.levels.length;
  let done = 0;
  const layer = new TextEncoder().encode(toLayerJson(plan, name));
  yield { path: 'layer.json', bytes: layer, done, total, levels };
  for (const key of tilesOf(plan)) {
    const bytes = buildTile(surface.heightAt, key, plan.tolerancesM[key.level] ?? 0);
    yield { path: `${key.level}/${key.x}/${key.y}.terrain`, bytes, done: ++done, total, levels };
  }
}
