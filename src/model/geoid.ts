// Height of mean sea level above the WGS 84 ellipsoid (geoid undulation), m. The model is EGM96 (NIMA 1996)
// on its 15′ grid, interpolated by Catmull–Rom cubics, so that slopes have no kinks at the grid lines.

import type { Radians } from './units.ts';

/** Undulation of the geoid (m above the ellipsoid) at a longitude and latitude. */
export type Geoid = (longitude: Radians, latitude: Radians) => number;

/** Undulations in centimetres, row-major from 90° N, 0° E, eastward; the last row is the south pole. */
export interface GeoidGrid {
  readonly columns: number;
  readonly rows: number;
  readonly undulationCm: Int16Array;
}

const COLUMNS = 1440;
const ROWS = 721;

/** Reads the EGM96 grid file `WW15MGH.DAC`: 721 × 1440 big-endian 16-bit centimetres. */
export function parseGeoidGrid(bytes: Uint8Array): GeoidGrid {
  if (bytes.byteLength !== COLUMNS * ROWS * 2) {
    throw new RangeError(
      `The EGM96 grid has ${bytes.byteLength} bytes when ${COLUMNS * ROWS * 2} were expected.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const undulationCm = Int16Array.from({ length: COLUMNS * ROWS }, (_, at) =>
    view.getInt16(at * 2),
  );
  return { columns: COLUMNS, rows: ROWS, undulationCm };
}

/** The inverse of `parseGeoidGrid`. */
export function toGeoidBytes({ undulationCm }: GeoidGrid): Uint8Array {
  const view = new DataView(new ArrayBuffer(undulationCm.length * 2));
  for (const [at, value] of undulationCm.entries()) view.setInt16(at * 2, value);
  return new Uint8Array(view.buffer);
}

/** Takes the grid's nodes from a function of degrees that is exact there. */
export function sampleGeoidGrid(
  undulationM: (latitudeDeg: number, longitudeDeg: number) => number,
): GeoidGrid {
  const undulationCm = new Int16Array(COLUMNS * ROWS);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      undulationCm[row * COLUMNS + column] = Math.round(
        undulationM(90 - row / 4, column / 4) * 100,
      );
    }
  }
  return { columns: COLUMNS, rows: ROWS, undulationCm };
}

export const createGeoid = ({ columns, undulationCm }: GeoidGrid): Geoid =>
  interpolate((row, column) => undulationCm[row * columns + column]!);

/**
 * The same from a function of degrees that is exact at the grid's nodes: for a few places it is asked for a few
 * nodes, where taking all of them would cost a tenth of a second.
 */
export function createSparseGeoid(
  undulationM: (latitudeDeg: number, longitudeDeg: number) => number,
): Geoid {
  const known = new Map<number, number>();
  return interpolate((row, column) => {
    const node = row * COLUMNS + column;
    let value = known.get(node);
    if (value === undefined) {
      value = Math.round(undulationM(90 - row / 4, column / 4) * 100);
      known.set(node, value);
    }
    return value;
  });
}

function interpolate(nodeCm: (row: number, column: number) => number): Geoid {
  const [columns, rows] = [COLUMNS, ROWS];
  const perColumn = columns / (2 * Math.PI);
  const perRow = (rows - 1) / Math.PI;
  const half = columns / 2;

  // Beyond a pole the grid goes on along the opposite meridian.
  const rowCubic = (row: number, column: number, t: number): number => {
    const isBeyond = row < 0 || row >= rows;
    const inside = row < 0 ? -row : row >= rows ? 2 * (rows - 1) - row : row;
    const first = column + (isBeyond ? half : 0) + columns;
    return catmullRom(
      nodeCm(inside, (first - 1) % columns),
      nodeCm(inside, first % columns),
      nodeCm(inside, (first + 1) % columns),
      nodeCm(inside, (first + 2) % columns),
      t,
    );
  };

  return (longitude, latitude) => {
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return Number.NaN;
    const turns = longitude / (2 * Math.PI);
    const x = (turns - Math.floor(turns)) * 2 * Math.PI * perColumn;
    const y = Math.min(rows - 1, Math.max(0, (Math.PI / 2 - latitude) * perRow));
    const column = Math.floor(x) % columns;
    const row = Math.min(Math.floor(y), rows - 2);
    const t = x - Math.floor(x);
    return (
      catmullRom(
        rowCubic(row - 1, column, t),
        rowCubic(row, column, t),
        rowCubic(row + 1, column, t),
        rowCubic(row + 2, column, t),
        y - row,
      ) / 100
    );
  };
}

function catmullRom(before: number, from: number, to: number, after: number, t: number): number {
  const slope = to - before;
  const bend = 2 * before - 5 * from + 4 * to - after;
  const twist = 3 * (from - to) + after - before;
  return from + (t * (slope + t * (bend + t * twist))) / 2;
}
