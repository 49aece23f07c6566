// A fast stand-in for `createToGeodetic` and `createFromGeodetic`: what comes out as biquadratic polynomials
// of the first two coordinates on square patches, made when first needed. Each patch is checked against the exact conversion and cut
// in four until it holds to 0.2 mm; where that takes too small a patch, the exact conversion is used.

import type { TransformCoordinates } from './crs.ts';

export interface LocalApproximation {
  /** Side of the first patches in units of the input: what makes about 2 km. */
  readonly patch: number;
  /** Greatest error allowed, m. */
  readonly limitM?: number;
  /** How much z out is for one z in: metres per unit to geodetic, its inverse from there; 1 by default. */
  readonly zScale?: number;
  /** What comes out: `geodetic` (rad) by default, or `projected` coordinates. */
  readonly to?: 'geodetic' | 'projected';
}

/** Nine coefficients each for the first and second coordinate and for the height that z = 0 becomes. */
type Patch = Float64Array;

const EXACT = 'exact';
const SPLIT = 'split';
type Cell = Patch | typeof EXACT | typeof SPLIT;

const LEVELS = 6;
const EARTH_M = 6378137;

/**
 * Converts as `exact` does, within `limitM` (0.2 mm by default) of it. For coordinates in metres a patch of
 * 2048 is right for every CRS of the table: its error is 0.01 mm there, so it is seldom split.
 */
export function createLocalApproximation(
  exact: TransformCoordinates,
  { patch, limitM = 0.0002, zScale = 1, to: target = 'geodetic' }: LocalApproximation,
): TransformCoordinates {
  const cells = new Map<string, Cell>();

  const findCell = (
    x: number,
    y: number,
  ): { cell: Cell; west: number; south: number; size: number } => {
    for (let level = 0; ; level++) {
      const size = patch / 2 ** level;
      const column = Math.floor(x / size);
      const row = Math.floor(y / size);
      const key = `${level}/${column}/${row}`;
      let cell = cells.get(key);
      if (cell === undefined) {
        const fitted = fitPatch({ exact, limitM, target }, column * size, row * size, size);
        cell = fitted ?? (level + 1 < LEVELS ? SPLIT : EXACT);
        cells.set(key, cell);
      }
      if (cell !== SPLIT) return { cell, west: column * size, south: row * size, size };
    }
  };

  let coefficients: Patch | undefined;
  let west = Number.NaN;
  let south = Number.NaN;
  let size = 0;
  const single = new Float64Array(3);
  return (from, to, count = from.length / 3) => {
    for (let at = 0; at < count * 3; at += 3) {
      const x = from[at]!;
      const y = from[at + 1]!;
      if (!(x >= west && x < west + size && y >= south && y < south + size)) {
        const found = Number.isFinite(x + y) ? findCell(x, y) : undefined;
        coefficients = found && typeof found.cell !== 'string' ? found.cell : undefined;
        west = found?.west ?? Number.NaN;
        south = found?.south ?? Number.NaN;
        size = found?.size ?? 0;
      }
      if (!coefficients) {
        single.set(from.subarray(at, at + 3));
        exact(single, single);
        to.set(single, at);
        continue;
      }
      const z = from[at + 2]! * zScale;
      const u = (x - west) / size;
      const v = (y - south) / size;
      to[at] = evaluate(coefficients, 0, u, v);
      to[at + 1] = evaluate(coefficients, 9, u, v);
      to[at + 2] = z + evaluate(coefficients, 18, u, v);
    }
  };
}

interface Aim {
  readonly exact: TransformCoordinates;
  readonly limitM: number;
  readonly target: 'geodetic' | 'projected';
}

function fitPatch(aim: Aim, west: number, south: number, size: number): Patch | undefined {
  const nodes = new Float64Array(27);
  for (let at = 0; at < 9; at++) {
    nodes[at * 3] = west + ((at % 3) * size) / 2;
    nodes[at * 3 + 1] = south + (Math.floor(at / 3) * size) / 2;
  }
  aim.exact(nodes, nodes);
  const coefficients = new Float64Array(27);
  for (let value = 0; value < 3; value++) {
    const rows = [0, 1, 2].map((row) =>
      toQuadratic(
        nodes[row * 9 + value]!,
        nodes[row * 9 + 3 + value]!,
        nodes[row * 9 + 6 + value]!,
      ),
    );
    for (let power = 0; power < 3; power++) {
      const column = toQuadratic(rows[0]![power]!, rows[1]![power]!, rows[2]![power]!);
      coefficients.set(column, value * 9 + power * 3);
    }
  }
  return isWithin(aim, coefficients, west, south, size) ? coefficients : undefined;
}

/** a + b·t + c·t² through values at t = 0, ½ and 1. */
function toQuadratic(start: number, middle: number, end: number): [number, number, number] {
  return [start, 4 * middle - 3 * start - end, 2 * (start + end) - 4 * middle];
}

// The error of a quadratic through three nodes peaks 0.21 from each end.
const PROBES = [0.07, 0.21, 0.36, 0.64, 0.79, 0.93];

function isWithin(
  { exact, limitM, target }: Aim,
  coefficients: Patch,
  west: number,
  south: number,
  size: number,
): boolean {
  const truth = new Float64Array(3);
  for (const u of PROBES) {
    for (const v of PROBES) {
      truth.set([west + u * size, south + v * size, 0]);
      exact(truth, truth);
      const [scaleX, scaleY] =
        target === 'geodetic' ? [EARTH_M * Math.cos(truth[1]!), EARTH_M] : [1, 1];
      const east = (evaluate(coefficients, 0, u, v) - truth[0]!) * scaleX;
      const north = (evaluate(coefficients, 9, u, v) - truth[1]!) * scaleY;
      const up = evaluate(coefficients, 18, u, v) - truth[2]!;
      if (!(Math.hypot(east, north, up) <= limitM)) return false;
    }
  }
  return true;
}

function evaluate(c: Patch, at: number, u: number, v: number): number {
  return (
    c[at]! +
    v * (c[at + 1]! + v * c[at + 2]!) +
    u *
      (c[at + 3]! +
        v * (c[at + 4]! + v * c[at + 5]!) +
        u * (c[at + 6]! + v * (c[at + 7]! + v * c[at + 8]!)))
  );
}
