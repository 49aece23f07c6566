// Test 5 of the Environment Agency's SC120002: a dam fails at the head of a valley of 17 km; the DEM and LISFLOOD-FP's
// inputs are read from texts, which the caller brings. SI.
import type { FloodGrid } from '../parts.ts';
import { cellAt, type FloodCase } from './flood-case.ts';
import {
  type AsciiGrid,
  readAsciiGrid,
  readHydrograph,
  readPointSources,
} from './read-lisflood.ts';

const POINTS = [
  ...[
    [235_200, 832_400],
    [236_700, 833_800],
    [237_800, 835_200],
    [239_400, 838_000],
  ],
  ...[
    [243_300, 840_300],
    [235_700, 832_500],
    [237_700, 835_500],
  ],
] as const;

export interface ValleyTexts {
  readonly dem: string;
  readonly bci: string;
  readonly bdy: string;
}

export function damFailure({ dem, bci, bdy }: ValleyTexts): FloodCase {
  const ascii = readAsciiGrid(dem);
  const grid = toFloodGrid(ascii, 0.04);
  const cell = (x: number, y: number) => cellAt(grid, x - ascii.westM, y - ascii.southM);
  const cells = Int32Array.from(readPointSources(bci), ([x, y]) => cell(x, y));
  const widthM = cells.length * grid.cellM;
  return {
    ...{ id: 'ea-5', title: 'EA 5: dam failure in a valley', source: 'EA SC120002', grid },
    ...{ start: {}, durationS: 30 * 3600 },
    inflow: { cells, series: readHydrograph(bdy).map(([time, flow]) => [time, flow * widthM]) },
    points: POINTS.map(([x, y], index) => ({ name: String(index + 1), cell: cell(x, y) })),
  };
}

/** One roughness everywhere. */
export function toFloodGrid(
  { width, height, cellM, values }: AsciiGrid,
  manning: number,
): FloodGrid {
  const roughness = new Float32Array(values.length).fill(manning);
  return { width, height, cellM, zM: values, manning: roughness };
}

/** Our LISFLOOD-FP 8.1 runs on the 50 m grid: peaks (m) and arrival at 0.1 m (min), points 1 to 7. */
export const valleyFigures = {
  acc: {
    peaksM: [3.384, 3.377, 5.154, 5.663, 4.142, 1.449, 2.859],
    arrivalsMin: [27, 43, 55.1, 88, 190.1, 31.1, 59],
  },
  fv1: {
    peaksM: [3.461, 3.607, 5.344, 5.779, 4.187, 1.484, 2.944],
    arrivalsMin: [27, 44, 57, 92, 200, 32, 62],
  },
} as const;
