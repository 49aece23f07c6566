// Drawn lines and areas on the grid. Lengths in cells unless named otherwise; columns count east, rows south.
// Cells under a line: exact traversal (Amanatides and Woo 1987). Faces along a line: a path of cell edges from corner to
// corner, so that nothing flows through between two of its faces, not even diagonally.

import type { FloodGrid } from '../parts.ts';
import type { Place, Site } from './parts.ts';

export type Point = readonly [column: number, row: number];

export const toPoints = ({ toGrid }: Site, line: readonly Place[]): Point[] => line.map(toGrid);

/** Row-major cell that holds the point; −1 outside the grid. */
export function cellAt({ width, height }: FloodGrid, [column, row]: Point): number {
  const x = Math.floor(column);
  const y = Math.floor(row);
  return x >= 0 && x < width && y >= 0 && y < height ? y * width + x : -1;
}

export const hasData = (grid: FloodGrid, cell: number): boolean =>
  cell >= 0 && cell < grid.zM.length && !Number.isNaN(grid.zM[cell] ?? Number.NaN);

export function lengthOf(points: readonly Point[]): number {
  let sum = 0;
  for (let k = 1; k < points.length; k++) sum += distance(points[k - 1]!, points[k]!);
  return sum;
}

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

export interface CellsUnderLine {
  /** In the order of the line, each once, with data. */
  readonly cells: number[];
  /** How much of the line lies in each, in cells. */
  readonly lengths: number[];
}

export function cellsUnder(grid: FloodGrid, points: readonly Point[]): CellsUnderLine {
  const lengths = new Map<number, number>();
  for (let k = 1; k < points.length; k++) {
    const from = points[k - 1]!;
    const to = points[k]!;
    const whole = distance(from, to);
    const cuts = [0, ...crossings(from[0], to[0]), ...crossings(from[1], to[1]), 1].sort(
      (a, b) => a - b,
    );
    for (let c = 1; c < cuts.length; c++) {
      const share = cuts[c]! - cuts[c - 1]!;
      if (share <= 0) continue;
      const middle = (cuts[c]! + cuts[c - 1]!) / 2;
      const at: Point = [
        from[0] + (to[0] - from[0]) * middle,
        from[1] + (to[1] - from[1]) * middle,
      ];
      const cell = cellAt(grid, at);
      if (!hasData(grid, cell)) continue;
      lengths.set(cell, (lengths.get(cell) ?? 0) + share * whole);
    }
  }
  return { cells: [...lengths.keys()], lengths: [...lengths.values()] };
}

/** Where a coordinate passes whole numbers on its way, as shares of the way. */
function crossings(from: number, to: number): number[] {
  const shares: number[] = [];
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  for (let whole = Math.floor(low) + 1; whole < high; whole++)
    shares.push((whole - from) / (to - from));
  return shares;
}

/** West faces of cells at even numbers (2 · cell), north faces at odd ones (2 · cell + 1). */
export type Face = number;

export const westFace = (cell: number): Face => 2 * cell;
export const northFace = (cell: number): Face => 2 * cell + 1;

/** Cells on both sides of a face: east or south of it the cell that owns it. */
export function sidesOf({ width }: FloodGrid, face: Face): readonly [owner: number, other: number] {
  const cell = face >> 1;
  return [cell, face & 1 ? cell - width : cell - 1];
}

/** Faces that a wall along the line stands on; those at the outer edge of the grid are closed anyhow. */
export function facesAlong(grid: FloodGrid, points: readonly Point[]): Face[] {
  const faces = new Set<Face>();
  const corners = points.map(([column, row]): Point => [Math.round(column), Math.round(row)]);
  for (let k = 1; k < corners.length; k++)
    walkEdges(grid, corners[k - 1]!, corners[k]!, points[k - 1]!, points[k]!, faces);
  return [...faces];
}

/** Along cell edges from corner to corner, each time the way that stays nearer to the drawn line. */
function walkEdges(
  grid: FloodGrid,
  start: Point,
  end: Point,
  from: Point,
  to: Point,
  faces: Set<Face>,
): void {
  let [x, y] = start;
  const stepX = Math.sign(end[0] - x);
  const stepY = Math.sign(end[1] - y);
  const off = (column: number, row: number) =>
    Math.abs((column - from[0]) * (to[1] - from[1]) - (row - from[1]) * (to[0] - from[0]));
  while (x !== end[0] || y !== end[1]) {
    const goesAcross = y === end[1] || (x !== end[0] && off(x + stepX, y) <= off(x, y + stepY));
    if (goesAcross) {
      addFace(grid, northOf(grid, Math.min(x, x + stepX), y), faces);
      x += stepX;
    } else {
      addFace(grid, westOf(grid, x, Math.min(y, y + stepY)), faces);
      y += stepY;
    }
  }
}

const northOf = ({ width, height }: FloodGrid, x: number, y: number): Face =>
  x >= 0 && x < width && y > 0 && y < height ? northFace(y * width + x) : -1;
const westOf = ({ width, height }: FloodGrid, x: number, y: number): Face =>
  x > 0 && x < width && y >= 0 && y < height ? westFace(y * width + x) : -1;

function addFace(grid: FloodGrid, face: Face, faces: Set<Face>): void {
  if (face < 0) return;
  const [owner, other] = sidesOf(grid, face);
  if (hasData(grid, owner) && hasData(grid, other)) faces.add(face);
}

/** Cells with data whose centre lies in the area (even-odd rule); scan line by scan line. */
export function cellsInside(grid: FloodGrid, points: readonly Point[]): number[] {
  const cells: number[] = [];
  for (let y = 0; y < grid.height; y++) {
    const row = y + 0.5;
    const cuts: number[] = [];
    for (let k = 0, before = points.length - 1; k < points.length; before = k++) {
      const [x1, y1] = points[k]!;
      const [x2, y2] = points[before]!;
      if (y1 > row !== y2 > row) cuts.push(x1 + ((row - y1) * (x2 - x1)) / (y2 - y1));
    }
    cuts.sort((a, b) => a - b);
    for (let c = 0; c + 1 < cuts.length; c += 2) {
      const last = Math.min(grid.width - 1, Math.ceil(cuts[c + 1]! - 0.5) - 1);
      for (let x = Math.max(0, Math.ceil(cuts[c]! - 0.5)); x <= last; x++) {
        const cell = y * grid.width + x;
        if (hasData(grid, cell)) cells.push(cell);
      }
    }
  }
  return cells;
}

/** The part of a line within `half` cells of its middle. */
export function middleOf(points: readonly Point[], half: number): Point[] {
  const middle = lengthOf(points) / 2;
  const [from, to] = [Math.max(0, middle - half), middle + half];
  const cut: Point[] = [pointAt(points, from)];
  let along = 0;
  for (let k = 1; k < points.length; k++) {
    along += distance(points[k - 1]!, points[k]!);
    if (along > from && along < to) cut.push(points[k]!);
  }
  cut.push(pointAt(points, to));
  return cut;
}

/** The point `along` cells from the start; the last one where the line is shorter. */
export function pointAt(points: readonly Point[], along: number): Point {
  let left = along;
  for (let k = 1; k < points.length; k++) {
    const from = points[k - 1]!;
    const to = points[k]!;
    const step = distance(from, to);
    if (left <= step && step > 0)
      return [
        from[0] + ((to[0] - from[0]) * left) / step,
        from[1] + ((to[1] - from[1]) * left) / step,
      ];
    left -= step;
  }
  return points[points.length - 1]!;
}

/** Unit vector to the right of the way from start to end (columns east, rows south). */
export function normalOf(points: readonly Point[]): Point {
  const from = points[0]!;
  const to = points[points.length - 1]!;
  const length = distance(from, to) || 1;
  return [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
}
