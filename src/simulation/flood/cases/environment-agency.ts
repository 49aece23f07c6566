// Tests 2, 3 and 4 of the Environment Agency's SC120002 (Néelz & Pender 2013), terrain in closed form; figures of
// LISFLOOD-FP 8.1 runs of the same grids (ACC, FV1) and of published DG2 (Zenodo 4066824). SI.
import { cellAt, createGrid, type FloodCase } from './flood-case.ts';

const SOURCE = 'EA SC120002';

/** Test 2: sixteen depressions filled one after the other, 2 × 2 km; 97,200 m³ in at the north-west corner. */
export function fillingOfDepressions(cellM = 20): FloodCase {
  const size = Math.round(2000 / cellM);
  const wave = (at: number) => Math.sin((Math.PI * at) / 500) ** 2;
  const bed = (x: number, y: number) => 10 - x / 2000 - (2000 - y) / 1500 - 0.5 * wave(x) * wave(y);
  const grid = createGrid(size, size, cellM, 0.03, bed);
  const minutes = [
    [0, 0],
    [5, 0],
    [10, 20],
    [86, 20],
    [91, 0],
  ] as const;
  return {
    ...{ id: 'ea-2', title: 'EA 2: filling of depressions', source: SOURCE, grid, start: {} },
    durationS: 48 * 3600,
    inflow: {
      cells: westCells(size, Math.round(100 / cellM), 0),
      series: minutes.map(([time, flow]) => [time * 60, flow] as const),
    },
    points: Array.from({ length: 16 }, (_, index) => {
      const x = 250 + 500 * Math.floor(index / 4);
      return { name: String(index + 1), cell: cellAt(grid, x, 250 + 500 * (index % 4)) };
    }),
  };
}

/** Final depths (m) at points 1 to 16 by LISFLOOD-FP 8.1, 20 m; only full ponds agree between codes. */
export const depressionDepthsM = {
  acc: [
    ...[0.173, 0.282, 0.281, 0.28, 0.285, 0.284, 0.283, 0.28],
    ...[0.277, 0.285, 0.282, 0.149, 0.12, 0.078, 0.012, 0],
  ],
  fv1: [
    ...[0.128, 0.275, 0.275, 0.275, 0.276, 0.276, 0.276, 0.275],
    ...[0.278, 0.277, 0.276, 0.134, 0.244, 0.149, 0, 0],
  ],
  /** Points (from 1) whose ponds run over in all codes. */
  full: [2, 3, 4, 6, 7, 8, 9, 10, 11],
} as const;

export const DEPRESSIONS_M3 = 97_200;

/** Test 3: a wave that its momentum carries over a hump into a second depression, 300 × 100 m. */
export function momentumOverObstruction(cellM = 5): FloodCase {
  const [width, height] = [Math.round(300 / cellM), Math.round(100 / cellM)];
  const grid = createGrid(width, height, cellM, 0.01, obstruction);
  return {
    ...{ id: 'ea-3', title: 'EA 3: momentum over an obstruction', source: SOURCE, grid, start: {} },
    durationS: 900,
    inflow: {
      cells: westCells(width, height, 0),
      series: [
        [0, 0],
        [5, 0],
        [15, 65.5],
        [25, 65.5],
        [35, 0],
      ],
    },
    points: [150, 250].map((x) => ({ name: `x ${x} m`, cell: cellAt(grid, x, 50) })),
  };
}

/** LISFLOOD-FP 8.1 at the end (m). */
export const obstructionDepthsM = { fv1: [0.232, 0.071], acc: [0.303, 0.303] } as const;

function obstruction(x: number): number {
  const rise = (from: number) => 9.75 + 0.25 * (1 - Math.cos((2 * Math.PI * (x - from)) / 100));
  if (x < 144.2) return 10.4876 - x / 200;
  if (x <= 150) return rise(150);
  if (x <= 250) return 9.875 - 0.125 * Math.cos((2 * Math.PI * (x - 150)) / 100);
  if (x <= 275) return rise(250);
  return 10 + (x - 275) * (Math.PI / 200);
}

/** Test 4: water spreads over a flat flood plain of 1 × 2 km from 20 m of its west side; 285,000 m³. */
export function floodPlain(cellM = 5): FloodCase {
  const [width, height] = [Math.round(1000 / cellM), Math.round(2000 / cellM)];
  const grid = createGrid(width, height, cellM, 0.05, () => 0);
  const mouth = Math.max(2, Math.round(20 / cellM));
  const points = [
    [50, 1000],
    [100, 1000],
    [200, 1000],
    [300, 1000],
    [400, 1000],
    [300, 1300],
  ];
  return {
    ...{ id: 'ea-4', title: 'EA 4: rate of propagation over a flood plain', source: SOURCE },
    ...{ grid, start: {}, durationS: 5 * 3600 },
    inflow: {
      cells: westCells(width, mouth, (height - mouth) / 2),
      series: [
        [0, 0],
        [300, 0],
        [3600, 20],
        [14_400, 20],
        [18_000, 0],
      ],
    },
    points: points.map(([x = 0, y = 0], index) => ({
      name: String(index + 1),
      cell: cellAt(grid, x, y),
    })),
  };
}

/** Peak depths (m) of DG2 at 5 m (Zenodo 4066824) and arrival at 1 cm (min) of LISFLOOD-FP 8.1 ACC, points 1 to 6. */
export const floodPlainPeaksM = [0.3251, 0.2745, 0.2275, 0.2002, 0.18, 0.1755] as const;
export const floodPlainArrivalsMin = [10, 17, 30, 45, 61, 66] as const;
export const FLOOD_PLAIN_M3 = 285_000;

const westCells = (width: number, rows: number, firstRow: number): Int32Array =>
  Int32Array.from({ length: rows }, (_, row) => (firstRow + row) * width);
