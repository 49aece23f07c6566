// Which cells of an elevation raster a run stands on: a window of the raster, snapped so that neighbouring runs share
// their cells. CRS units are metres times 1 / metresPerUnit; grid coordinates count cells east and south from the
// north-west corner.

/** An elevation raster as its header says, with what one CRS unit along x and y is worth (m). */
export interface RasterPlace {
  readonly width: number;
  readonly height: number;
  readonly west: number;
  readonly north: number;
  readonly cellX: number;
  readonly cellY: number;
  readonly metresPerX: number;
  readonly metresPerY: number;
}

export interface GroundFrame {
  readonly width: number;
  readonly height: number;
  readonly cellM: number;
  /** North-west corner and size of a cell in CRS units. */
  readonly west: number;
  readonly north: number;
  readonly cellX: number;
  readonly cellY: number;
  /** Raster cells that a cell takes along each side; undefined where they don't line up. */
  readonly factor: number | undefined;
}

/** West, south, east, north in CRS units. */
export type CrsBox = readonly [number, number, number, number];

/** Corners of frames lie at multiples of so many cells from the raster's corner. */
export const SNAP_CELLS = 16;
export const MOST_CELLS = 16_777_216;

/** What can't be prepared: one sentence fit to show to a person. */
export class GroundError extends Error {
  override readonly name = 'GroundError';
}

/**
 * Cells of about `cellM` over `box`. Where the raster's cells are square in metres a cell takes a whole number of them,
 * one at least. Throws `GroundError` where box and raster don't meet, or there were more than 2²⁴ cells.
 */
export function planFrame(raster: RasterPlace, box: CrsBox, cellM: number): GroundFrame {
  if (!(cellM > 0)) throw new GroundError(`The cell size is ${cellM} m; expected more than 0.`);
  const [ownX, ownY] = [raster.cellX * raster.metresPerX, raster.cellY * raster.metresPerY];
  const isSquare = Math.abs(ownX / ownY - 1) < 1e-4;
  const factor = isSquare ? Math.max(1, Math.round(cellM / ownX)) : undefined;
  const sizeM = factor === undefined ? Math.max(cellM, Math.min(ownX, ownY)) : factor * ownX;
  const cellX = factor === undefined ? sizeM / raster.metresPerX : factor * raster.cellX;
  const cellY = factor === undefined ? sizeM / raster.metresPerY : factor * raster.cellY;
  const columns = snap(
    (box[0] - raster.west) / cellX,
    (box[2] - raster.west) / cellX,
    (raster.width * raster.cellX) / cellX,
  );
  const rows = snap(
    (raster.north - box[3]) / cellY,
    (raster.north - box[1]) / cellY,
    (raster.height * raster.cellY) / cellY,
  );
  const [width, height] = [columns.end - columns.start, rows.end - rows.start];
  if (!(width > 2 && height > 2)) {
    throw new GroundError(
      'The area drawn lies outside of the ground that this city has heights of.',
    );
  }
  if (width * height > MOST_CELLS) {
    throw new GroundError(
      `The area drawn takes ${width} × ${height} cells of ${sizeM} m; at most ${MOST_CELLS} can be run. Draw a smaller one, or take larger cells.`,
    );
  }
  return {
    width,
    height,
    cellM: sizeM,
    west: raster.west + columns.start * cellX,
    north: raster.north - rows.start * cellY,
    cellX,
    cellY,
    factor,
  };
}

/** Outwards to multiples of SNAP_CELLS, then cut to whole cells of the raster. */
function snap(from: number, to: number, size: number): { start: number; end: number } {
  const start = Math.max(0, Math.floor(from / SNAP_CELLS + 1e-9) * SNAP_CELLS);
  const end = Math.min(Math.floor(size + 1e-9), Math.ceil(to / SNAP_CELLS - 1e-9) * SNAP_CELLS);
  return { start, end };
}

/** Rows and columns of the raster that lie under a frame: the first, and the one after the last. */
export function windowOf(raster: RasterPlace, frame: GroundFrame) {
  const column = (x: number) => (x - raster.west) / raster.cellX;
  const row = (y: number) => (raster.north - y) / raster.cellY;
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const margin = frame.factor === undefined ? 1 : 0;
  const first = (value: number, most: number) => clamp(Math.floor(value + 1e-6) - margin, most);
  const last = (value: number, most: number) => clamp(Math.ceil(value - 1e-6) + margin, most);
  return {
    left: first(column(frame.west), raster.width),
    right: last(column(frame.west + frame.width * frame.cellX), raster.width),
    top: first(row(frame.north), raster.height),
    bottom: last(row(frame.north - frame.height * frame.cellY), raster.height),
  };
}
