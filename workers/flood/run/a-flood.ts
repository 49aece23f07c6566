// A small town for tests and benches: a slope that falls to the east, water that comes in from the west.

import type { FloodScenario } from '#features/flood/contract.ts';
import { createFloodSolver } from '#simulation/flood/run/create-solver.ts';
import { openForcing } from '../open-forcing.ts';
import type { FloodGround } from '../parts.ts';
import type { FloodCity } from '../protocol.ts';
import type { RunTopics } from './topics.ts';

/** Cells a degree, in both directions: places are easy to reckon. */
const CELLS_PER_DEGREE = 1e4;
const WEST = 10;
const NORTH = 54;

/** Longitude and latitude of a point in cells from the north-west corner. */
export const placeAt = (x: number, y: number): readonly [number, number] => [
  WEST + x / CELLS_PER_DEGREE,
  NORTH - y / CELLS_PER_DEGREE,
];

export const aCity: FloodCity = {
  ...{ id: 'slope', name: 'Slope', build: 'b1', terrain: '', columns: {}, collections: {} },
  grid: `data:application/json,${encodeURIComponent(
    JSON.stringify({
      ...{ width: 20, height: 20, west: 0, north: 200, cellX: 10, cellY: 10, data: 'grid.f32' },
      crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
    }),
  )}`,
  crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
};

/** `cells`² cells of 10 m that fall by 10 cm a cell to the east, from 9 m on. */
export function aGround(cells = 20): FloodGround {
  const count = cells * cells;
  const zM = Float32Array.from({ length: count }, (_, cell) => 9 - 0.1 * (cell % cells));
  const size = { width: cells, height: cells, cellM: 10, zM };
  const none = { longitudeRad: new Float64Array(), latitudeRad: new Float64Array() };
  return {
    grid: { ...size, manning: new Float32Array(count).fill(0.03) },
    place: {
      ...size,
      raster: { crs: aCity.crs, west: 0, north: cells * 10, cellX: 10, cellY: 10 },
      lattice: { step: 16, columns: 0, rows: 0, ...none, geoidM: new Float32Array() },
    },
    depthM: new Float32Array(count),
    edges: [],
    structures: [],
    terrain: 'Slope, 2026',
    toGrid: ([longitude, latitude]) => [
      (longitude - WEST) * CELLS_PER_DEGREE,
      (NORTH - latitude) * CELLS_PER_DEGREE,
    ],
    toPlace: (cell) => placeAt((cell % cells) + 0.5, Math.floor(cell / cells) + 0.5),
  };
}

/** Two minutes of 20 m³/s through the west side, by the reference solver. */
export function aScenario(part: Partial<FloodScenario> = {}): FloodScenario {
  return {
    ...{ id: 's', name: 'Test', hazard: 'river', startMs: 0, durationS: 120, cellM: 10 },
    ...{ boundsDeg: [10, 53.998, 10.002, 54], scheme: 'auto', backend: 'reference' },
    sources: [
      {
        ...{ id: 'in', name: 'In', kind: 'inflow', flow: [[0, 20]] },
        line: [placeAt(0.5, 0.5), placeAt(0.5, 19.5)],
      },
    ],
    ...{ structures: [], buildings: 'ground', sillM: 0.3, ground: { kind: 'none' } },
    ...{ hasSewers: false, roughnessFactor: 1 },
    ...part,
  };
}

/** A wall across the slope that nothing overtops. */
export const aBarrier = {
  ...{ id: 'wall', name: 'Wall', kind: 'barrier' as const, fromS: 0, crestM: 12 },
  line: [placeAt(10, 0), placeAt(10, 20)],
};

export const someTopics = (cells = 20): RunTopics => ({
  readGround: async () => aGround(cells),
  createSolver: createFloodSolver,
  openForcing,
  now: () => performance.now(),
});
