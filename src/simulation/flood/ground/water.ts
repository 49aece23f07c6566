// Water that stands there at the start. At mean levels sea, rivers and docks are level and at rest, so that a run makes
// no wave of its own; at a given level a river keeps the slope that its stations tell. Levels and depths in m.

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
  readonly cellM: number;
  readonly zM: Float32Array;
  readonly crests: FaceCrests;
  /** Index into `waterKinds` of each cell. */
  readonly water: Uint8Array;
  /** Mean level where stations of a river tell it; NaN elsewhere. */
  readonly riverLevelM: Float32Array;
  /** Level of the hundred-year flood there; NaN elsewhere. */
  readonly riverFloodM: Float32Array;
  /** Level of the sea where no station tells it. */
  readonly seaLevelM: number;
  readonly given: readonly GivenLevel[];
}

export interface WaterBody {
  readonly kind: WaterKind;
  /** Mean level at the start. */
  readonly levelM: number;
  /** Least and greatest mean level that the stations along it tell; NaN: none. */
  readonly meanLevelM: readonly [number, number];
  /** Wet cells. */
  readonly cells: number;
  readonly middle: number;
  /** Ids of the given levels that hold for it. */
  readonly sources: readonly string[];
  /** Where the edge of the grid cuts through it: held at the level of the start there. */
  readonly edges: readonly FloodEdge[];
}

/** How far water may spread beyond what the map calls water, to the true line of the shore: m, and cells at least. */
const SHORE_M = 15;
const SHORE_CELLS = 3;
/** A body of fewer cells than this is a mark on the map, not water to hold. */
const FEWEST_CELLS = 4;

/** Fills `depthM`; returns the bodies, the largest first, and what stays dry since nothing tells its level. */
export function fillWater(
  inputs: WaterInputs,
  depthM: Float32Array,
): { readonly bodies: WaterBody[]; readonly dry: Component[] } {
  const { width, height, water, zM } = inputs;
  const isWater = (cell: number) => water[cell] !== 0 && !Number.isNaN(zM[cell]!);
  const surfaceM = new Float32Array(width * height).fill(Number.NaN);
  const bodies: WaterBody[] = [];
  const dry: Component[] = [];
  for (const component of findComponents(width, height, isWater)) {
    if (component.cells.length < FEWEST_CELLS) continue;
    const body = fillBody(component, inputs, surfaceM, depthM);
    if (body) bodies.push(body);
    else dry.push(component);
  }
  return { bodies: bodies.sort((a, b) => b.cells - a.cells), dry };
}

function fillBody(
  { cells, middle }: Component,
  inputs: WaterInputs,
  surfaceM: Float32Array,
  depthM: Float32Array,
): WaterBody | undefined {
  const { width, height, water, riverLevelM, seaLevelM } = inputs;
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
  const held = inputs.given.flatMap((given) => holdAt(given, cells, inputs) ?? []);
  const hasSea = sea > 0;
  if (held.length === 0 && known === 0 && !hasSea) return undefined;
  // The sea's level is the river's at its mouth.
  const natural = known === 0 ? seaLevelM : hasSea ? least : sum / known;
  if (held.length === 0) for (const cell of cells) surfaceM[cell] = natural;
  else placeSurface(cells, held, inputs, surfaceM);
  const wet = spread(cells, inputs, surfaceM, depthM);
  if (wet.length === 0) return undefined;
  let mean = 0;
  for (const cell of wet) mean += surfaceM[cell]!;
  return {
    kind: hasSea ? 'sea' : lake > cells.length / 2 ? 'lake' : 'river',
    levelM: mean / wet.length,
    meanLevelM: known === 0 ? [Number.NaN, Number.NaN] : [least, greatest],
    cells: wet.length,
    middle,
    sources: held.map(({ id }) => id),
    edges: wet.flatMap((cell) => edgesOf(cell, width, height, surfaceM[cell]!)),
  };
}

/** A given level where it lies in a body of water. */
interface Held {
  readonly id: string;
  readonly levelM: number;
  /** Middle of its line. */
  readonly x: number;
  readonly y: number;
  /** How high it is between the mean level (0) and the hundred-year flood (1) there; NaN: no station tells. */
  readonly share: number;
}

function holdAt(
  { id, line, levelM }: GivenLevel,
  cells: Int32Array,
  { width, height, riverLevelM, riverFloodM }: WaterInputs,
): Held | undefined {
  const near = cellsNear(line, width, height);
  const own = cells.filter((cell) => near.has(cell));
  if (own.length === 0) return undefined;
  const count = line.length / 2;
  let [x, y, mean, flood, known] = [0, 0, 0, 0, 0];
  for (let at = 0; at < line.length; at += 2) {
    x += line[at]! / count;
    y += line[at + 1]! / count;
  }
  for (const cell of own) {
    if (Number.isNaN(riverLevelM[cell]! + riverFloodM[cell]!)) continue;
    mean += riverLevelM[cell]!;
    flood += riverFloodM[cell]!;
    known++;
  }
  return { id, levelM, x, y, share: flood > mean ? (levelM * known - mean) / (flood - mean) : NaN };
}

/** The water's surface of a body whose level is given at one place or more; by inverse distance between them. */
function placeSurface(
  cells: Int32Array,
  held: readonly Held[],
  { width, height, riverLevelM, riverFloodM, water }: WaterInputs,
  surfaceM: Float32Array,
): void {
  const hasProfile = held.every(({ share }) => !Number.isNaN(share));
  const blend = (cell: number, pick: (one: Held) => number) => {
    let [sum, weights] = [0, 0];
    for (const one of held) {
      const off = Math.hypot((cell % width) + 0.5 - one.x, Math.floor(cell / width) + 0.5 - one.y);
      const weight = 1 / Math.max(0.5, off);
      sum += weight * pick(one);
      weights += weight;
    }
    return sum / weights;
  };
  if (!hasProfile) {
    for (const cell of cells) surfaceM[cell] = blend(cell, ({ levelM }) => levelM);
    return;
  }
  let ring: number[] = [];
  for (const cell of cells) {
    const mean = riverLevelM[cell]!;
    const flood = riverFloodM[cell]!;
    if (Number.isNaN(mean + flood)) continue;
    surfaceM[cell] = mean + blend(cell, ({ share }) => share) * (flood - mean);
    ring.push(cell);
  }
  // What lies beside the river's width takes the level beside it.
  while (ring.length > 0) {
    const next: number[] = [];
    for (const cell of ring) {
      forEachBeside(cell, width, height, (beside) => {
        if (water[beside] === 0 || !Number.isNaN(surfaceM[beside]!)) return;
        surfaceM[beside] = surfaceM[cell]!;
        next.push(beside);
      });
    }
    ring = next;
  }
}

/** Fills what the map calls water and the few cells beyond it that lie as low and hang together with it. */
function spread(
  cells: Int32Array,
  { width, height, cellM, zM, crests, water }: WaterInputs,
  surfaceM: Float32Array,
  depthM: Float32Array,
): number[] {
  const wet: number[] = [];
  let ring: number[] = [];
  const fill = (cell: number, levelM: number): boolean => {
    const depth = levelM - zM[cell]!;
    if (!(depth > 0) || depthM[cell]! > 0) return false;
    depthM[cell] = depth;
    surfaceM[cell] = levelM;
    wet.push(cell);
    return true;
  };
  for (const cell of cells) if (fill(cell, surfaceM[cell]!)) ring.push(cell);
  const steps = Math.max(SHORE_CELLS, Math.ceil(SHORE_M / cellM));
  for (let step = 0; step < steps && ring.length > 0; step++) {
    const next: number[] = [];
    for (const cell of ring) {
      const levelM = surfaceM[cell]!;
      forEachBeside(cell, width, height, (beside, face, isWest) => {
        const crest = (isWest ? crests.westM : crests.northM)[face]!;
        if (water[beside] === 0 && crest < levelM && fill(beside, levelM)) next.push(beside);
      });
    }
    ring = next;
  }
  return wet;
}

/** The four cells beside one, each with the cell that holds the face between them. */
function forEachBeside(
  cell: number,
  width: number,
  height: number,
  take: (beside: number, face: number, isWest: boolean) => void,
): void {
  const column = cell % width;
  if (column > 0) take(cell - 1, cell, true);
  if (column < width - 1) take(cell + 1, cell + 1, true);
  if (cell >= width) take(cell - width, cell, false);
  if (cell + width < width * height) take(cell + width, cell + width, false);
}

/** Cells under a line and around it; what lies just outside counts for the cells at the edge. */
function cellsNear(line: Float64Array, width: number, height: number): Set<number> {
  const near = new Set<number>();
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [x0, y0, x1, y1] = [line[at]!, line[at + 1]!, line[at + 2]!, line[at + 3]!];
    const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) * 2));
    for (let step = 0; step <= steps; step++) {
      const column = Math.floor(x0 + ((x1 - x0) * step) / steps);
      const row = Math.floor(y0 + ((y1 - y0) * step) / steps);
      for (let up = row - 1; up <= row + 1; up++) {
        for (let left = column - 1; left <= column + 1; left++) {
          const [inColumn, inRow] = [clamp(left, width - 1), clamp(up, height - 1)];
          if (Math.abs(inColumn - left) + Math.abs(inRow - up) <= 3)
            near.add(inRow * width + inColumn);
        }
      }
    }
  }
  return near;
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
