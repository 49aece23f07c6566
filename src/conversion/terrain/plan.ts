import type { BoxRad } from './box.ts';
import type { Surface } from './surface.ts';
import {
  assumedErrorM,
  levelForCell,
  type TileKey,
  type TileRange,
  tilesTouching,
} from './tile-scheme.ts';

/** What to build: the tiles of each level as disjoint ranges, level 0 whole. */
export interface TilePlan {
  readonly levels: readonly (readonly TileRange[])[];
  /** How far the mesh may be off on each level, m. */
  readonly tolerancesM: readonly number[];
  readonly count: number;
}

/** The globe is whole down to this level: 42 tiles that follow the geoid. */
const GLOBAL_LEVEL = 2;
/** 18 has a node every 0.6 m; finer would hold nothing that a survey of 0.5 m knows. */
const FINEST_LEVEL = 18;
const ERROR_SHARE = 0.15;

export function planTiles({ detail, margin }: Surface): TilePlan {
  const last = Math.min(FINEST_LEVEL, levelForCell(detail.spacingM));
  const lastOfMargin = Math.min(last, levelForCell(margin.spacingM));
  const levels = Array.from({ length: last + 1 }, (_, level) => {
    if (level <= GLOBAL_LEVEL) return [wholeLevel(level)];
    if (level <= lastOfMargin) return [tilesTouching(margin.box, level)];
    return touchedRanges(detail.boxes, level);
  });
  const finest = Math.max(0.02, detail.spacingM / 100);
  const tolerancesM = levels.map((_, level) => {
    const tolerance = assumedErrorM(level) * ERROR_SHARE;
    return level === last ? Math.min(tolerance, finest) : tolerance;
  });
  const count = levels.flat().reduce((sum, range) => sum + sizeOf(range), 0);
  return { levels, tolerancesM, count };
}

export function* tilesOf({ levels }: TilePlan): Generator<TileKey> {
  for (const [level, ranges] of levels.entries()) {
    for (const { startX, startY, endX, endY } of ranges) {
      for (let y = startY; y <= endY; y++) {
        for (let x = startX; x <= endX; x++) yield { level, x, y };
      }
    }
  }
}

const wholeLevel = (level: number): TileRange => ({
  startX: 0,
  startY: 0,
  endX: 2 ** (level + 1) - 1,
  endY: 2 ** level - 1,
});

const sizeOf = ({ startX, startY, endX, endY }: TileRange) =>
  (endX - startX + 1) * (endY - startY + 1);

// Runs of columns row by row, then runs that repeat in the next row become one range.
function touchedRanges(boxes: readonly BoxRad[], level: number): TileRange[] {
  const rows = new Map<number, Set<number>>();
  for (const box of boxes) {
    const { startX, startY, endX, endY } = tilesTouching(box, level);
    for (let y = startY; y <= endY; y++) {
      const row = rows.get(y) ?? new Set<number>();
      for (let x = startX; x <= endX; x++) row.add(x);
      rows.set(y, row);
    }
  }
  const ranges: { startX: number; startY: number; endX: number; endY: number }[] = [];
  for (const y of [...rows.keys()].sort((a, b) => a - b)) {
    for (const [startX, endX] of toRuns([...(rows.get(y) ?? [])])) {
      const above = ranges.find(
        (range) => range.endY === y - 1 && range.startX === startX && range.endX === endX,
      );
      if (above) above.endY = y;
      else ranges.push({ startX, startY: y, endX, endY: y });
    }
  }
  return ranges;
}

function toRuns(columns: number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const column of columns.sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === column - 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/** `layer.json` as Cesium's terrain provider reads it; bounds in degrees. */
export function toLayerJson(plan: TilePlan, name: string): string {
  return JSON.stringify({
    tilejson: '2.1.0',
    name,
    version: '1.0.0',
    format: 'quantized-mesh-1.0',
    scheme: 'tms',
    projection: 'EPSG:4326',
    tiles: ['{z}/{x}/{y}.terrain'],
    extensions: ['octvertexnormals'],
    bounds: [-180, -90, 180, 90],
    minzoom: 0,
    maxzoom: plan.levels.length - 1,
    available: plan.levels,
  });
}
