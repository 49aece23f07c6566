// Where a levee opens: profiles across it, every half cell along the part of the line that will be gone. Each profile
// is climbed to its crest and followed down on both sides to the toe. Works on levees in the bed and on crests that the
// grid keeps on faces. Cells and levels (m); columns east, rows south.

import type { FloodGrid } from '../parts.ts';
import {
  cellsUnder,
  type Face,
  hasData,
  lengthOf,
  middleOf,
  normalOf,
  northFace,
  type Point,
  pointAt,
  westFace,
} from './lines.ts';

export interface Profile {
  /** From the middle of the breach, cells. */
  readonly away: number;
  readonly crestM: number;
  /** Cells between the toes, higher than the invert. */
  readonly body: readonly number[];
  /** Just beside the body, to the left and to the right of the line. */
  readonly left: number;
  readonly right: number;
}

export interface BreachShape {
  readonly profiles: readonly Profile[];
  readonly crestM: number;
  readonly invertM: number;
  /** Ground at the higher toe: a weir until the invert is down here. */
  readonly toeM: number;
  /** Unit vector to the right of the line. */
  readonly normal: Point;
}

/** How far from the line the crest and the toes are looked for, m. */
const CREST_REACH_M = 15;
const TOE_REACH_M = 40;
const FLAT_M = 0.05;

/** Undefined where no profile lies on ground with data. */
export function shapeBreach(
  grid: FloodGrid,
  line: readonly Point[],
  widthM: number,
  invertM?: number,
): BreachShape | undefined {
  const half = widthM / grid.cellM / 2;
  const cut = middleOf(line, half);
  const normal = normalOf(cut);
  const length = lengthOf(cut);
  const count = Math.max(1, Math.ceil(length * 2));
  const raw = Array.from({ length: count }, (_, k) => {
    const along = ((k + 0.5) / count) * length;
    return { away: Math.abs(along - length / 2), ...acrossAt(grid, pointAt(cut, along), normal) };
  }).filter(({ cells }) => cells.length >= 3);
  if (raw.length === 0) return undefined;
  const toes = raw.map(({ cells, top }) => [
    lowestOf(grid, cells.slice(0, top + 1)),
    lowestOf(grid, cells.slice(top)),
  ]);
  const toeM = Math.max(median(toes.map(([a = 0]) => a)), median(toes.map(([, b = 0]) => b)));
  const bottom = invertM ?? toeM;
  const profiles = raw.map(({ away, cells, top, crestM }): Profile => {
    const isHigh = (cell: number) => (grid.zM[cell] ?? 0) > bottom + FLAT_M;
    let first = top;
    while (first > 0 && isHigh(cells[first] ?? 0)) first--;
    let last = top;
    while (last < cells.length - 1 && isHigh(cells[last] ?? 0)) last++;
    // Crests on faces leave no body: the cells on both sides of the highest face are the toes.
    if (first === last) last = Math.min(cells.length - 1, first + 1);
    const body = cells.slice(first, last + 1).filter(isHigh);
    return { away, crestM, body, left: cells[first] ?? 0, right: cells[last] ?? 0 };
  });
  const crestM = median(profiles.map((profile) => profile.crestM));
  return { profiles, crestM, invertM: bottom, toeM, normal };
}

/** Cells along the normal through a point, from left to right of the line, and which of them is highest. */
function acrossAt(grid: FloodGrid, at: Point, normal: Point) {
  const reach = Math.max(3, TOE_REACH_M / grid.cellM);
  const to = (side: number): Point => [
    at[0] + side * reach * normal[0],
    at[1] + side * reach * normal[1],
  ];
  const { cells, lengths } = cellsUnder(grid, [to(-1), to(1)]);
  const near = Math.max(1.5, CREST_REACH_M / grid.cellM);
  let top = -1;
  let crestM = Number.NEGATIVE_INFINITY;
  let along = -reach;
  cells.forEach((cell, k) => {
    const middle = along + (lengths[k] ?? 0) / 2;
    along += lengths[k] ?? 0;
    if (Math.abs(middle) > near) return;
    const next = cells[k + 1];
    const wall = next === undefined ? Number.NEGATIVE_INFINITY : crestBetween(grid, cell, next);
    const level = Math.max(grid.zM[cell] ?? Number.NEGATIVE_INFINITY, wall);
    if (level > crestM) [top, crestM] = [k, level];
  });
  return top < 0 ? { cells: [], top: 0, crestM: 0 } : { cells, top, crestM };
}

function crestBetween(grid: FloodGrid, a: number, b: number): number {
  const face = faceBetween(grid, a, b);
  if (face < 0) return Number.NEGATIVE_INFINITY;
  const crest = (face & 1 ? grid.crestNorthM : grid.crestWestM)?.[face >> 1];
  // A wall that is never overtopped is a building's, not the levee's.
  return crest === undefined || crest === Number.POSITIVE_INFINITY
    ? Number.NEGATIVE_INFINITY
    : crest;
}

function faceBetween({ width }: FloodGrid, a: number, b: number): Face {
  if (Math.abs(a - b) === 1) return westFace(Math.max(a, b));
  return Math.abs(a - b) === width ? northFace(Math.max(a, b)) : -1;
}

/** Faces both of whose cells are among these: what has to be open for water to pass from one to the other. */
export function facesWithin(grid: FloodGrid, cells: ReadonlySet<number>): Face[] {
  const faces: Face[] = [];
  for (const cell of cells) {
    if (cell % grid.width > 0 && cells.has(cell - 1)) faces.push(westFace(cell));
    if (cells.has(cell - grid.width)) faces.push(northFace(cell));
  }
  return faces;
}

const lowestOf = (grid: FloodGrid, cells: readonly number[]): number =>
  cells.reduce(
    (lowest, cell) => (hasData(grid, cell) ? Math.min(lowest, grid.zM[cell] ?? lowest) : lowest),
    Number.POSITIVE_INFINITY,
  );

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
