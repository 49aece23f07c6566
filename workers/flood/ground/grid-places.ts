// Where the cells of a run lie on the globe, and the way back.

import type { FloodPlace, PlaceDeg } from '#features/flood/contract.ts';
import type { GroundFrame } from '#simulation/flood/ground/frame.ts';
import { type CityPlane, degreesOf } from './city-plane.ts';

const LATTICE_CELLS = 16;

export interface GridPlaces {
  readonly lattice: FloodPlace['lattice'];
  /** In cells from the north-west corner, x east, y south. */
  toGrid(place: PlaceDeg): readonly [x: number, y: number];
  /** The same with the level (m) of a height above the ellipsoid. */
  toGridLevel(
    longitudeDeg: number,
    latitudeDeg: number,
    heightM: number,
  ): readonly [x: number, y: number, levelM: number];
  /** Flat pairs of longitude and latitude (deg) → flat pairs in grid coordinates. */
  toGridLine(places: ArrayLike<number>): Float64Array;
  /** Centre of a row-major cell. */
  toPlace(cell: number): PlaceDeg;
}

export function createGridPlaces(frame: GroundFrame, plane: CityPlane): GridPlaces {
  const column = (x: number) => (x - frame.west) / frame.cellX;
  const row = (y: number) => (frame.north - y) / frame.cellY;
  const toGridLevel = (longitudeDeg: number, latitudeDeg: number, heightM: number) => {
    const [x = 0, y = 0, levelM = 0] = plane.toPlane(longitudeDeg, latitudeDeg, heightM);
    return [column(x), row(y), levelM] as const;
  };
  return {
    lattice: createLattice(frame, plane),
    toGrid: ([longitudeDeg, latitudeDeg]) => {
      const [x, y] = toGridLevel(longitudeDeg, latitudeDeg, 0);
      return [x, y];
    },
    toGridLevel,
    toGridLine: (places) => {
      const line = new Float64Array(places.length);
      for (let at = 0; at + 1 < places.length; at += 2) {
        const [x, y] = toGridLevel(places[at]!, places[at + 1]!, 0);
        line[at] = x;
        line[at + 1] = y;
      }
      return line;
    },
    toPlace: (cell) => {
      const x = frame.west + ((cell % frame.width) + 0.5) * frame.cellX;
      const y = frame.north - (Math.floor(cell / frame.width) + 0.5) * frame.cellY;
      const [longitude, latitude] = plane.toGlobe(x, y);
      return [degreesOf(longitude), degreesOf(latitude)];
    },
  };
}

function createLattice(frame: GroundFrame, plane: CityPlane): FloodPlace['lattice'] {
  const columns = Math.ceil(frame.width / LATTICE_CELLS) + 1;
  const rows = Math.ceil(frame.height / LATTICE_CELLS) + 1;
  const longitudeRad = new Float64Array(columns * rows);
  const latitudeRad = new Float64Array(columns * rows);
  const geoidM = new Float32Array(columns * rows);
  for (let node = 0; node < longitudeRad.length; node++) {
    const x = frame.west + (node % columns) * LATTICE_CELLS * frame.cellX;
    const y = frame.north - Math.floor(node / columns) * LATTICE_CELLS * frame.cellY;
    const [longitude, latitude, undulation] = plane.toGlobe(x, y);
    longitudeRad[node] = longitude;
    latitudeRad[node] = latitude;
    geoidM[node] = undulation;
  }
  return { step: LATTICE_CELLS, columns, rows, longitudeRad, latitudeRad, geoidM };
}
