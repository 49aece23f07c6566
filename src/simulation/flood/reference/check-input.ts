// What every backend refuses, each in one sentence that names cell and value.
import {
  type FloodEdge,
  FloodError,
  type FloodFluxes,
  type FloodGrid,
  type FloodOptions,
} from '../parts.ts';

/** `cell 7 (column 3, row 1)` */
export const cellName = (width: number, cell: number): string =>
  `cell ${cell} (column ${cell % width}, row ${Math.floor(cell / width)})`;

/** @throws FloodError where sizes don't fit, a bed is infinite, a roughness negative or a crest NaN. */
export function checkGrid(grid: FloodGrid): void {
  const { width, height, cellM, zM, manning, crestWestM, crestNorthM } = grid;
  for (const size of [width, height]) {
    if (!Number.isInteger(size) || size < 1) {
      throw new FloodError(
        `The grid is ${width} × ${height} cells; it needs at least one.`,
        0,
        size,
      );
    }
  }
  if (!(cellM > 0 && Number.isFinite(cellM))) {
    throw new FloodError(`The cell size is ${cellM} m; it must be above 0.`, 0, cellM);
  }
  const cells = width * height;
  const fits = (name: string, values: Float32Array | undefined) => {
    if (!values || values.length === cells) return;
    throw new FloodError(
      `${name} has ${values.length} values for ${cells} cells.`,
      0,
      values.length,
    );
  };
  fits('The bed', zM);
  fits("Manning's n", manning);
  fits('The west crest', crestWestM);
  fits('The north crest', crestNorthM);
  for (let cell = 0; cell < cells; cell++) checkBed(grid, cell, zM[cell]!);
  for (let cell = 0; cell < cells; cell++) {
    const n = manning[cell]!;
    if (n >= 0 && n < Infinity) continue;
    if (Number.isNaN(zM[cell]!)) continue;
    throw new FloodError(
      `Manning's n of ${cellName(width, cell)} is ${n}; it must be 0 or more.`,
      ...([cell, n] as const),
    );
  }
  for (const crest of [crestWestM, crestNorthM]) {
    const at = crest ? crest.findIndex(Number.isNaN) : -1;
    if (at < 0) continue;
    throw new FloodError(`A crest of ${cellName(width, at)} is not a number.`, at, Number.NaN);
  }
}

/** NaN is a cell without data; an infinite or absurd level is an error. */
export function checkBed({ width }: FloodGrid, cell: number, z: number): void {
  if (Number.isNaN(z) || Math.abs(z) < 1e5) return;
  const message = `The bed of ${cellName(width, cell)} is at ${z} m; below 100 km was expected.`;
  throw new FloodError(message, cell, z);
}

export function checkDepths(
  { width, zM }: FloodGrid,
  depthM: Float32Array,
  cells?: Int32Array,
): void {
  const expected = cells ? cells.length : zM.length;
  if (depthM.length !== expected) {
    const message = `The depth has ${depthM.length} values for ${expected} cells.`;
    throw new FloodError(message, 0, depthM.length);
  }
  depthM.forEach((depth, index) => {
    const cell = cells ? cells[index]! : index;
    checkInside(zM.length, cell, 'A depth');
    const name = cellName(width, cell);
    if (Number.isNaN(zM[cell]!)) {
      if (!(depth > 0)) return;
      throw new FloodError(`${name} has no data and takes no water (${depth} m).`, cell, depth);
    }
    if (depth >= 0 && depth < 1e5) return;
    throw new FloodError(`The depth of ${name} is ${depth} m; it must be 0 or more.`, cell, depth);
  });
}

export function checkInside(cells: number, cell: number, what: string): void {
  if (Number.isInteger(cell) && cell >= 0 && cell < cells) return;
  throw new FloodError(
    `${what} is at cell ${cell}, outside the grid of ${cells} cells.`,
    cell,
    cell,
  );
}

export function checkFluxes({ width, zM }: FloodGrid, fluxes: FloodFluxes): void {
  const { cells, flowM3s, momentumX, momentumY } = fluxes;
  for (const values of [flowM3s, momentumX, momentumY]) {
    if (!values || values.length === cells.length) continue;
    const message = `${values.length} flows or momenta are given for ${cells.length} cells.`;
    throw new FloodError(message, 0, values.length);
  }
  cells.forEach((cell, index) => {
    checkInside(zM.length, cell, `Source ${index}`);
    const flow = flowM3s[index]!;
    const name = cellName(width, cell);
    if (Number.isNaN(zM[cell]!)) {
      throw new FloodError(`Source ${index} is in ${name}, which has no data.`, cell, flow);
    }
    for (const value of [flow, momentumX?.[index] ?? 0, momentumY?.[index] ?? 0]) {
      if (Number.isFinite(value)) continue;
      throw new FloodError(`Source ${index} in ${name} gives ${value}, not a number.`, cell, value);
    }
  });
}

export function checkRain({ width, zM }: FloodGrid, rateMs: number | Float32Array): void {
  if (typeof rateMs === 'number') {
    if (Number.isFinite(rateMs)) return;
    throw new FloodError(`The rain is ${rateMs} m/s, not a number.`, 0, rateMs);
  }
  if (rateMs.length !== zM.length) {
    const message = `The rain has ${rateMs.length} values for ${zM.length} cells.`;
    throw new FloodError(message, 0, rateMs.length);
  }
  const at = rateMs.findIndex((rate) => !Number.isFinite(rate));
  if (at < 0) return;
  throw new FloodError(`The rain on ${cellName(width, at)} is ${rateMs[at]} m/s.`, at, rateMs[at]!);
}

/** @throws FloodError where an edge is neither at the outside nor beside a cell without data. */
export function checkEdges(grid: FloodGrid, edges: readonly FloodEdge[]): void {
  const { width, zM, manning } = grid;
  for (const { cell, side, kind, value } of edges) {
    checkInside(zM.length, cell, 'An edge');
    const name = cellName(width, cell);
    if (Number.isNaN(zM[cell]!)) {
      throw new FloodError(`An edge is in ${name}, which has no data.`, cell, value);
    }
    if (!isOuter(grid, cell, side)) {
      throw new FloodError(`The ${side} of ${name} is not an edge of the grid.`, cell, value);
    }
    if (!Number.isFinite(value) || (kind === 'normal-depth' && value < 0)) {
      const what = kind === 'stage' ? 'level' : 'slope';
      throw new FloodError(`The ${what} of the edge at ${name} is ${value}.`, cell, value);
    }
    if (kind === 'normal-depth' && !(manning[cell]! > 0)) {
      throw new FloodError(
        `Normal depth at ${name} needs a roughness above 0.`,
        cell,
        manning[cell]!,
      );
    }
  }
}

function isOuter({ width, height, zM }: FloodGrid, cell: number, side: FloodEdge['side']): boolean {
  const column = (cell % width) + { west: -1, east: 1, north: 0, south: 0 }[side];
  const row = Math.floor(cell / width) + { west: 0, east: 0, north: -1, south: 1 }[side];
  if (column < 0 || row < 0 || column >= width || row >= height) return true;
  return Number.isNaN(zM[row * width + column]!);
}

export function checkOptions(grid: FloodGrid, options: FloodOptions): void {
  const { courant = 0.5, theta = 0.9, longestStepS = 10, depthM } = options;
  if (!(courant > 0 && courant <= 1)) {
    throw new FloodError(
      `The Courant number is ${courant}; above 0 and up to 1 was expected.`,
      0,
      courant,
    );
  }
  if (!(theta > 0 && theta <= 1)) {
    throw new FloodError(`Theta is ${theta}; above 0 and up to 1 was expected.`, 0, theta);
  }
  if (!(longestStepS > 0)) {
    throw new FloodError(
      `The longest step is ${longestStepS} s; it must be above 0.`,
      0,
      longestStepS,
    );
  }
  if (depthM) checkDepths(grid, depthM);
}
