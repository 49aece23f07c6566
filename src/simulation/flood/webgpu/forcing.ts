// Sources, rain and edges as the card reads them. SI.
import type { FloodEdge, FloodFluxes } from '../parts.ts';
import type { Ground } from './ground.ts';
import { placeOf, type Shape, tileOf } from './layout.ts';

const IS_X = 1;
const IS_INWARD = 2;
const IS_STAGE = 4;

export interface SourceLists {
  readonly count: number;
  readonly sources: Uint32Array<ArrayBuffer>;
  readonly entries: Float32Array<ArrayBuffer>;
}

/** One source a cell, so that none is written by two threads; its entries stay in their order. */
export function toSourceLists(shape: Shape, fluxes: FloodFluxes): SourceLists {
  const { cells, flowM3s, momentumX, momentumY } = fluxes;
  const byCell = new Map<number, number[]>();
  cells.forEach((cell, index) => {
    const present = byCell.get(cell);
    if (present) present.push(index);
    else byCell.set(cell, [index]);
  });
  const sources: number[] = [];
  const entries: number[] = [];
  for (const [cell, indices] of byCell) {
    const place = placeOf(shape, cell);
    sources.push(place, entries.length / 4, indices.length, tileOf(shape, place));
    for (const index of indices) {
      entries.push(flowM3s[index]!, momentumX?.[index] ?? 0, momentumY?.[index] ?? 0, 0);
    }
  }
  return {
    count: byCell.size,
    sources: Uint32Array.from(sources),
    entries: Float32Array.from(entries),
  };
}

/** Rates (m/s) a place; undefined where there is none at all. */
export function toRainRaster(
  shape: Shape,
  { grid }: Ground,
  rateMs: number | Float32Array,
): Float32Array<ArrayBuffer> | undefined {
  if (rateMs === 0) return undefined;
  const raster = new Float32Array(shape.size);
  let isRaining = false;
  grid.zM.forEach((z, cell) => {
    const rate = typeof rateMs === 'number' ? rateMs : rateMs[cell]!;
    if (rate === 0 || Number.isNaN(z)) return;
    raster[placeOf(shape, cell)] = rate;
    isRaining = true;
  });
  return isRaining ? raster : undefined;
}

export interface EdgeList {
  readonly count: number;
  readonly words: Uint32Array<ArrayBuffer>;
  /** Depth at which the deepest stage stands over its cell's bed. */
  readonly stageMostM: number;
}

export function toEdgeList(shape: Shape, ground: Ground, edges: readonly FloodEdge[]): EdgeList {
  const byFace = new Map<string, FloodEdge>();
  for (const edge of edges) byFace.set(`${edge.cell} ${edge.side}`, edge);
  const words = new Uint32Array(byFace.size * 8);
  const floats = new Float32Array(words.buffer);
  let stageMostM = 0;
  let at = 0;
  for (const { cell, side, kind, value } of byFace.values()) {
    const place = placeOf(shape, cell);
    const isX = side === 'west' || side === 'east';
    const face = place + { west: 0, north: 0, east: 1, south: shape.pitch }[side];
    const isInward = side === 'west' || side === 'south';
    const isStage = kind === 'stage';
    const bed = ground.values[place * 4]!;
    const lift = Math.max(0, ground.values[face * 4 + (isX ? 2 : 3)]! - bed);
    if (isStage) stageMostM = Math.max(stageMostM, value - bed);
    const flags = (isX ? IS_X : 0) | (isInward ? IS_INWARD : 0) | (isStage ? IS_STAGE : 0);
    words.set([place, face, flags, tileOf(shape, place)], at);
    floats.set([isStage ? value - bed - lift : value, lift, ground.values[place * 4 + 1]!], at + 4);
    at += 8;
  }
  return { count: byFace.size, words, stageMostM };
}
