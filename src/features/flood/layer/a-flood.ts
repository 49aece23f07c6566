// Floods for tests and benches: a raster about a place, and water as a function of its cells.

import { enuToEcefMatrix, toGeodetic } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';
import { type FloodFrame, type FloodPlace, FRAME_TILE } from '../contract.ts';

export const FLOOD_ORIGIN = { longitudeDeg: 4.36, latitudeDeg: 52.01 };
const GEOID_M = 40;

type OfCell = (column: number, row: number) => number;

/** Cells of `cellM` about the origin, rows to the south; `bedM` by cell. */
export function aPlace(
  options: {
    readonly run?: string;
    readonly width?: number;
    readonly height?: number;
    readonly cellM?: number;
    readonly bedM?: OfCell;
  } = {},
): FloodPlace {
  const { run = 'run', width = 64, height = 64, cellM = 2, bedM = () => 0 } = options;
  const step = 32;
  const columns = Math.ceil(width / step) + 1;
  const rows = Math.ceil(height / step) + 1;
  const longitudeRad = new Float64Array(columns * rows);
  const latitudeRad = new Float64Array(columns * rows);
  const frame = enuToEcefMatrix({
    longitude: fromDegrees(FLOOD_ORIGIN.longitudeDeg),
    latitude: fromDegrees(FLOOD_ORIGIN.latitudeDeg),
    height: metres(0),
  });
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const east = (column * step - width / 2) * cellM;
      const north = (height / 2 - row * step) * cellM;
      const [x, y, z] = [0, 1, 2].map(
        (axis) => frame[axis]! * east + frame[4 + axis]! * north + frame[12 + axis]!,
      );
      const { longitude, latitude } = toGeodetic({
        x: metres(x!),
        y: metres(y!),
        z: metres(z!),
      });
      longitudeRad[row * columns + column] = longitude;
      latitudeRad[row * columns + column] = latitude;
    }
  }
  const zM = new Float32Array(width * height);
  for (let cell = 0; cell < zM.length; cell++) {
    zM[cell] = bedM(cell % width, Math.floor(cell / width));
  }
  const geoidM = new Float32Array(columns * rows).fill(GEOID_M);
  const lattice = { step, columns, rows, longitudeRad, latitudeRad, geoidM };
  const crs = { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' };
  const raster = { crs, west: 604_000, north: 6_018_000, cellX: cellM, cellY: cellM };
  return { run, width, height, cellM, zM, raster, lattice };
}

/** All tiles of the place that are wet. Depth in m, velocities in m/s. */
export function aFrame(
  { run, width, height }: Pick<FloodPlace, 'run' | 'width' | 'height'>,
  depthM: OfCell,
  uMs: OfCell = () => 0,
  vMs: OfCell = () => 0,
  timeS = 0,
): FloodFrame {
  const across = Math.ceil(width / FRAME_TILE);
  const size = FRAME_TILE * FRAME_TILE;
  const wet: number[] = [];
  const count = across * Math.ceil(height / FRAME_TILE);
  const all = {
    depthMm: new Uint16Array(count * size),
    uCms: new Int16Array(count * size),
    vCms: new Int16Array(count * size),
  };
  for (let tile = 0; tile < count; tile++) {
    const to = wet.length * size;
    let isWet = false;
    for (let cell = 0; cell < size; cell++) {
      const column = (tile % across) * FRAME_TILE + (cell % FRAME_TILE);
      const row = Math.floor(tile / across) * FRAME_TILE + Math.floor(cell / FRAME_TILE);
      const isInside = column < width && row < height;
      const depth = isInside ? Math.max(0, depthM(column, row)) : 0;
      all.depthMm[to + cell] = Math.round(depth * 1000);
      all.uCms[to + cell] = depth > 0 ? Math.round(uMs(column, row) * 100) : 0;
      all.vCms[to + cell] = depth > 0 ? Math.round(vMs(column, row) * 100) : 0;
      isWet ||= depth > 0;
    }
    if (isWet) wet.push(tile);
  }
  const length = wet.length * size;
  return {
    run,
    timeS,
    tiles: Uint32Array.from(wet),
    depthMm: all.depthMm.slice(0, length),
    uCms: all.uCms.slice(0, length),
    vCms: all.vCms.slice(0, length),
  };
}
