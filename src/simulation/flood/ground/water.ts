// Water that stands there at the start: sea, rivers and docks level and at rest, so that a run makes no wave of its own.
// Levels and depths in m; each body of water that hangs together has one level, unless several were given for it.

import type { FloodEdge } from '../parts.ts';
import { type Component, findComponents } from './components.ts';
import type { FaceCrests } from './crests.ts';

export const waterKinds = ['land', 'river', 'sea', 'lake'] as const;
export type WaterKind = Exclude<(typeof waterKinds)[number], 'land'>;

/** A level that someone gave for the water along a line; x, y pairs in grid coordinates. */
export interface GivenLevel {
  readonly id: string;
  readonly line: Float64Array;
  readonly levelM: number;
}

export interface WaterInputs {
  readonly width: number;
  readonly height: number;
  readonly zM: Float32Array;
  readonly crests: FaceCrests;
  /** Index into `waterKinds` of each cell. */
  readonly water: Uint8Array;
  /** Mean level where stations of a river tell it; NaN elsewhere. */
  readonly riverLevelM: Float32Array;
  /** Level of the sea where no station tells it. */
  readonly seaLevelM: number;
  readonly given: readonly GivenLevel[];
}

export interface WaterBody {
  readonly kind: WaterKind;
  /** Level at the start; of several given ones the mean. */
  readonly levelM: number;
  /** Least and greatest mean level that the stations along it tell; NaN: none. */
  readonly meanLevelM: readonly [number, number];
  /** Wet cells. */
  readonly cells: number;
  readonly middle: number;
  /** Ids of the given levels that hold for it. */
  readonly sources: readonly string[];
  /** Where the edge of the grid cuts through it: held at the level at the start. */
  readonly edges: readonly FloodEdge[];
}

/** Cells that water may spread beyond what the map calls water, to the true line of the shore. */
const SHORE_CELLS = 6;
/** A body of fewer cells than this is a mark on the map, not water to hold. */
const FEWEST_CELLS = 4;

/** Fills `depthM`; returns the bodies, the largest first. */
export function fillWater(inputs: WaterInputs, depthM: Float32Array): WaterBody[] {
  const { width, height, water, zM } = inputs;
  const isWater = (cell: number) => water[cell] !== 0 && !Number.isNaN(zM[cell]!);
  const bodies: WaterBody[] = [];
  for (const component of findComponents(width, height, isWater)) {
    if (component.cells.length < FEWEST_CELLS) continue;
    const body = fillBody(component, inputs, depthM);
    if (body) bodies.push(body);
  }
  return bodies.sort((a, b) => b.cells - a.cells);
}

function fillBody(
  { cells, middle }: Component,
  inputs: WaterInputs,
  depthM: Float32Array,
): WaterBody | undefined {
  const { width, height, water, riverLevelM, seaLevelM, given } = inputs;
  let [sea, lake, least, greatest, sum, known] = [0, 0, Infinity, -Infinity, 0, 0];
  for (const cell of cells) {
    if (water[cell] === 2) sea++;
    if (water[cell] === 3) lake++;
    const level = riverLevelM[cell]!;
    if (Number.isNaN(level)) continue;
    least = Math.min(least, level);
    greatest = Math.max(greatest, level);
    sum += level;
    known++;
  }
  const held = given.filter(({ line }) => touches(line, cells, width, height));
  const hasSea = sea > 0;
  if (held.length === 0 && known === 0 && !hasSea) return undefined;
  // The sea's level is the river's at its mouth.
  const natural = known === 0 ? seaLevelM : hasSea ? least : sum / known;
  const levelAt = held.length === 0 ? () => natural : blend(held, width);
  const wet = spread(cells, inputs, levelAt, depthM);
  if (wet.length === 0) return undefined;
  let mean = 0;
  for (const cell of wet) mean += levelAt(cell);
  return {
    kind: hasSea ? 'sea' : lake > cells.length / 2 ? 'lake' : 'river',
    levelM: mean / wet.length,
    meanLevelM: known === 0 ? [Number.NaN, Number.NaN] : [least, greatest],
    cells: wet.length,
    middle,
    sources: held.map(({ id }) => id),
    edges: wet.flatMap((cell) => edgesOf(cell, width, height, levelAt(cell))),
  };
}

/** One given level holds everywhere; several by the inverse of the distance to their lines' middles. */
function blend(held: readonly GivenLevel[], width: number): (cell: number) => number {
  const [first] = held;
  if (held.length === 1 && first) return () => first.levelM;
  const places = held.map(({ line, levelM }) => {
    const count = line.length / 2;
    let [x, y] = [0, 0];
    for (let at = 0; at < line.length; at += 2) {
      x += line[at]! / count;
      y += line[at + 1]! / count;
    }
    return { x, y, levelM };
  });
  return (cell) => {
    let [sum, weights] = [0, 0];
    for (const { x, y, levelM } of places) {
      const weight = 1 / Math.max(0.5, Math.hypot((cell % width) + 0.5 - x, cell / width - y));
      sum += weight * levelM;
      weights += weight;
    }
    return sum / weights;
  };
}

/** Fills what the map calls water and the few cells beyond it that lie as low and hang together with it. */
function spread(
  cells: Int32Array,
  { width, height, zM, crests, water }: WaterInputs,
  levelAt: (cell: number) => number,
  depthM: Float32Array,
): number[] {
  const wet: number[] = [];
  let ring: number[] = [];
  const fill = (cell: number): boolean => {
    const depth = levelAt(cell) - zM[cell]!;
    if (!(depth > 0) || depthM[cell]! > 0) return false;
    depthM[cell] = depth;
    wet.push(cell);
    return true;
  };
  for (const cell of cells) if (fill(cell)) ring.push(cell);
  for (let step = 0; step < SHORE_CELLS && ring.length > 0; step++) {
    const next: number[] = [];
    const visit = (from: number, to: number, crest: number) => {
      if (water[to] === 0 && crest < levelAt(from) && fill(to)) next.push(to);
    };
    for (const cell of ring) {
      const column = cell % width;
      const row = Math.floor(cell / width);
      if (column > 0) visit(cell, cell - 1, crests.westM[cell]!);
      if (column < width - 1) visit(cell, cell + 1, crests.westM[cell + 1]!);
      if (row > 0) visit(cell, cell - width, crests.northM[cell]!);
      if (row < height - 1) visit(cell, cell + width, crests.northM[cell + width]!);
    }
    ring = next;
  }
  return wet;
}

function touches(line: Float64Array, cells: Int32Array, width: number, height: number): boolean {
  const near = new Set<number>();
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [x0, y0, x1, y1] = [line[at]!, line[at + 1]!, line[at + 2]!, line[at + 3]!];
    const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) * 2));
    for (let step = 0; step <= steps; step++) {
      const column = Math.floor(x0 + ((x1 - x0) * step) / steps);
      const row = Math.floor(y0 + ((y1 - y0) * step) / steps);
      for (let up = row - 1; up <= row + 1; up++) {
        for (let left = column - 1; left <= column + 1; left++) {
          // What lies just outside counts for the cell at the edge.
          const [inColumn, inRow] = [clamp(left, width - 1), clamp(up, height - 1)];
          if (Math.abs(inColumn - left) + Math.abs(inRow - up) <= 3)
            near.add(inRow * width + inColumn);
        }
      }
    }
  }
  return cells.some((cell) => near.has(cell));
}

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));

function edgesOf(cell: number, width: number, height: number, value: number): FloodEdge[] {
  const column = cell % width;
  const row = Math.floor(cell / width);
  const edges: FloodEdge[] = [];
  const add = (side: FloodEdge['side']) => edges.push({ cell, side, kind: 'stage', value });
  if (column === 0) add('west');
  if (column === width - 1) add('east');
  if (row === 0) add('north');
  if (row === height - 1) add('south');
  return edges;
}
