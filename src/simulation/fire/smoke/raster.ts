// Concentration over a grid of cells, of plumes and puffs. m, kg/m³ for 1 kg/s (plume) or per kg (puff).
// Along the wind a table in √x holds what a cell needs besides its distance from the axis; a cell costs one exponential.

import { type PuffState, verticalShare } from './gaussian.ts';
import { aboveZero } from './in-range.ts';
import type { Plume } from './plume.ts';

/** Cells by rows; `stepYM` below 0 where row 0 is the northern one. East and north of any point, m. */
export interface CellGrid {
  readonly columns: number;
  readonly rows: number;
  /** Centre of the first cell. */
  readonly firstXM: number;
  readonly firstYM: number;
  readonly stepXM: number;
  readonly stepYM: number;
}

export interface PlumePlace {
  readonly xM: number;
  readonly yM: number;
  /** Where the wind comes from, clockwise from north. */
  readonly windFromRad: number;
  /** Of those who breathe it, over the ground. */
  readonly receptorM: number;
}

const SAMPLES = 4096;
/** e⁻²⁴, 4e-11 of the axis, is nothing. */
const NOTHING = 24;
const EMPTY = -700;

/** Adds `rate` times the plume to `into`, row by row, or to a new raster. @throws RangeError for an impossible grid. */
export function addPlume(
  plume: Plume,
  { xM, yM, windFromRad, receptorM }: PlumePlace,
  grid: CellGrid,
  rate = 1,
  into: Float32Array = createRaster(grid),
): Float32Array {
  checkRaster(grid, into);
  const { columns, rows, firstXM, firstYM, stepXM, stepYM } = grid;
  const eastward = -Math.sin(windFromRad);
  const northward = -Math.cos(windFromRad);
  const { logAxis, inverse, scale } = tabulate(plume, receptorM, farthest(grid, xM, yM), rate);
  for (let row = 0, cell = 0; row < rows; row++) {
    const north = firstYM + row * stepYM - yM;
    for (let column = 0; column < columns; column++, cell++) {
      const east = firstXM + column * stepXM - xM;
      const along = east * eastward + north * northward;
      if (along <= 0) continue;
      const across = north * eastward - east * northward;
      const place = Math.sqrt(along) * scale;
      const index = Math.floor(place);
      const part = place - index;
      const k = inverse[index]! + part * (inverse[index + 1]! - inverse[index]!);
      const fall = across * across * k;
      if (fall > NOTHING) continue;
      const log = logAxis[index]! + part * (logAxis[index + 1]! - logAxis[index]!);
      if (log > EMPTY) into[cell]! += Math.exp(log - fall);
    }
  }
  return into;
}

/** Adds a puff whose centre is at `xM`, `yM`, as round as its σx, to `into` or to a new raster. */
export function addPuff(
  puff: PuffState,
  { xM, yM, receptorM }: Omit<PlumePlace, 'windFromRad'>,
  grid: CellGrid,
  into: Float32Array = createRaster(grid),
): Float32Array {
  checkRaster(grid, into);
  aboveZero('spread of the puff', puff.sigmaXM, 'm');
  const { columns, rows, firstXM, firstYM, stepXM, stepYM } = grid;
  const k = 0.5 / puff.sigmaXM ** 2;
  const share = verticalShare(receptorM, puff.heightM, puff.sigmaZM, puff.mixingHeightM);
  const centre = (puff.massKg * share * k) / Math.PI;
  for (let row = 0, cell = 0; row < rows; row++) {
    const north = firstYM + row * stepYM - yM;
    for (let column = 0; column < columns; column++, cell++) {
      const east = firstXM + column * stepXM - xM;
      const fall = (east * east + north * north) * k;
      if (fall <= NOTHING) into[cell]! += centre * Math.exp(-fall);
    }
  }
  return into;
}

/** Cells at or above each level, as area in m². */
export function areasAbove(
  raster: Float32Array,
  grid: CellGrid,
  levels: readonly number[],
): number[] {
  const counts = new Float64Array(levels.length);
  for (const value of raster) {
    for (let at = 0; at < levels.length; at++) if (value >= levels[at]!) counts[at]!++;
  }
  return Array.from(counts, (count) => count * Math.abs(grid.stepXM * grid.stepYM));
}

export const createRaster = ({ columns, rows }: CellGrid): Float32Array =>
  new Float32Array(columns * rows);

/** Logarithm of the concentration on the axis and 1/(2 σy²), at equal steps of √x. */
function tabulate(plume: Plume, receptorM: number, farM: number, rate: number) {
  const logAxis = new Float64Array(SAMPLES + 2);
  const inverse = new Float64Array(SAMPLES + 2);
  const scale = SAMPLES / Math.sqrt(farM);
  for (let index = 0; index < logAxis.length; index++) {
    // Half a step for the first: at the source itself there is no spread.
    const xM = (Math.max(index, 0.5) / scale) ** 2;
    const axis = rate * plume.unitConcentration(xM, 0, receptorM);
    logAxis[index] = axis > 0 ? Math.max(EMPTY, Math.log(axis)) : EMPTY;
    inverse[index] = 0.5 / plume.sigmaYAt(xM) ** 2;
  }
  return { logAxis, inverse, scale };
}

function farthest({ columns, rows, ...grid }: CellGrid, xM: number, yM: number): number {
  const lastXM = grid.firstXM + (columns - 1) * grid.stepXM;
  const lastYM = grid.firstYM + (rows - 1) * grid.stepYM;
  const east = Math.max(Math.abs(grid.firstXM - xM), Math.abs(lastXM - xM));
  return Math.max(
    1,
    Math.hypot(east, Math.max(Math.abs(grid.firstYM - yM), Math.abs(lastYM - yM))),
  );
}

function checkRaster({ columns, rows, stepXM, stepYM }: CellGrid, into: Float32Array): void {
  if (!Number.isInteger(columns) || !Number.isInteger(rows) || columns < 1 || rows < 1) {
    throw new RangeError(
      `The grid has ${columns} by ${rows} cells; whole numbers from 1 are expected.`,
    );
  }
  aboveZero('width of a cell', Math.abs(stepXM), 'm');
  aboveZero('height of a cell', Math.abs(stepYM), 'm');
  if (into.length !== columns * rows) {
    throw new RangeError(`The raster has ${into.length} cells; ${columns * rows} are expected.`);
  }
}
