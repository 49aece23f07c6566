// All files of a terrain: layer.json first, then the tiles, each made when it is asked for.

import { growBox } from './box.ts';
import { buildTile } from './build-tile.ts';
import { planTiles, type TilePlan, tilesOf, toLayerJson } from './plan.ts';
import type { Surface } from './surface.ts';
import { nodeSpacingM, type TileKey, tilesTouching } from './tile-scheme.ts';

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

/** Tiles of the globe where no city is, which are the same for all: most of what a single building's take. */
export interface BareTiles {
  find(key: TileKey): Uint8Array | undefined;
  add(key: TileKey, bytes: Uint8Array): void;
}

export function* terrainFiles(
  surface: Surface,
  name: string,
  bare?: BareTiles,
): Generator<TerrainFile> {
  const plan = planTiles(surface);
  const { count: total } = plan;
  const levels = plan.levels.length;
  let done = 0;
  const layer = new TextEncoder().encode(toLayerJson(plan, name));
  yield { path: 'layer.json', bytes: layer, done, total, levels };
  for (const key of tilesOf(plan)) {
    const shared = bare && isBare(key, surface, plan) ? bare : undefined;
    const known = shared?.find(key);
    const bytes = known ?? buildTile(surface.heightAt, key, plan.tolerancesM[key.level] ?? 0);
    if (!known) shared?.add(key, bytes);
    yield { path: `${key.level}/${key.x}/${key.y}.terrain`, bytes, done: ++done, total, levels };
  }
}

/** Whether it is the geoid alone, to the tolerance that its level has in every terrain. */
function isBare({ level, x, y }: TileKey, { margin }: Surface, { levels }: TilePlan): boolean {
  if (level === levels.length - 1) return false;
  // A tile looks at one ring of nodes beyond its sides.
  const box = growBox(margin.box, 2 * nodeSpacingM(level));
  const { startX, startY, endX, endY } = tilesTouching(box, level);
  return x < startX || x > endX || y < startY || y > endY;
}
