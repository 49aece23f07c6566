// A flood case: ground, water at the start, what flows in, edges, and what is known of the outcome. SI; x east from the
// west edge, y north from the south edge of the grid. Every backend runs it the same way.
import type {
  FloodEdge,
  FloodFluxes,
  FloodGrid,
  FloodOptions,
  FloodSolver,
  FloodState,
} from '../parts.ts';

/** Total flow (m³/s) over time (s), linear between, split evenly over the cells. */
export interface CaseInflow {
  readonly cells: Int32Array;
  readonly series: readonly (readonly [timeS: number, flowM3s: number])[];
  /** d(hu)/dt of each cell (m²/s²), constant. */
  readonly momentumX?: number;
}

export interface CasePoint {
  readonly name: string;
  readonly cell: number;
}

export interface FloodCase {
  readonly id: string;
  readonly title: string;
  /** Paper, report or formula. */
  readonly source: string;
  readonly grid: FloodGrid;
  readonly start: Pick<FloodOptions, 'depthM' | 'uMs' | 'vMs'>;
  readonly durationS: number;
  readonly inflow?: CaseInflow;
  readonly rainMs?: number;
  readonly edges?: readonly FloodEdge[];
  readonly points?: readonly CasePoint[];
  /** Depth (m) of every cell by the exact solution. */
  exactDepthM?(timeS: number): Float64Array;
}

export interface CaseRun {
  readonly timesS: readonly number[];
  /** Per point, per time: depth (m) and speed (m/s). */
  readonly depthsM: readonly (readonly number[])[];
  readonly speedsMs: readonly (readonly number[])[];
  readonly state: FloodState;
}

/** A grid of z(x, y) at cell centres. */
export function createGrid(
  ...[width, height, cellM, manning, bed]: [
    width: number,
    height: number,
    cellM: number,
    manning: number,
    bed: (xM: number, yM: number) => number,
  ]
): FloodGrid {
  const cells = width * height;
  const grid = { width, height, cellM, manning: new Float32Array(cells).fill(manning) };
  return { ...grid, zM: Float32Array.from(eachCell({ width, height, cellM }, bed)) };
}

type Extent = Pick<FloodGrid, 'width' | 'height' | 'cellM'>;

export function eachCell(
  { width, height, cellM }: Extent,
  value: (xM: number, yM: number) => number,
): Float64Array {
  return Float64Array.from({ length: width * height }, (_, cell) => {
    const xM = ((cell % width) + 0.5) * cellM;
    return value(xM, (height - Math.floor(cell / width) - 0.5) * cellM);
  });
}

/** The cell of a point; on a line between cells the one east and south of it, as LISFLOOD-FP takes it. */
export function cellAt({ width, height, cellM }: Extent, xM: number, yM: number): number {
  const row = Math.floor((height * cellM - yM) / cellM);
  return row * width + Math.floor(xM / cellM);
}

/** Mean flow between two times of a series that is linear between its entries and 0 outside. */
export function meanFlowM3s(series: CaseInflow['series'], fromS: number, toS: number): number {
  let volume = 0;
  for (let index = 1; index < series.length; index++) {
    const [startS, startFlow] = series[index - 1]!;
    const [endS, endFlow] = series[index]!;
    const a = Math.max(fromS, startS);
    const b = Math.min(toS, endS);
    if (b <= a) continue;
    const middle = (0.5 * (a + b) - startS) / (endS - startS);
    volume += (startFlow + (endFlow - startFlow) * middle) * (b - a);
  }
  return volume / (toS - fromS);
}

export function inflowFluxes(
  { cells, series, momentumX }: CaseInflow,
  fromS: number,
  toS: number,
): FloodFluxes {
  const share = meanFlowM3s(series, fromS, toS) / cells.length;
  return {
    cells,
    flowM3s: new Float64Array(cells.length).fill(share),
    ...(momentumX === undefined
      ? {}
      : {
          momentumX: new Float64Array(cells.length).fill(momentumX),
          momentumY: new Float64Array(cells.length),
        }),
  };
}

/**
 * Runs a case to its end in pieces of `pieceS`, with the mean inflow of each, and reads its points after each.
 *
 * @param solver made of `theCase.grid` and `theCase.start`.
 */
export async function runCase(
  solver: FloodSolver,
  theCase: FloodCase,
  pieceS: number,
): Promise<CaseRun> {
  const { inflow, rainMs, edges, points = [], durationS } = theCase;
  const cells = Int32Array.from(points, ({ cell }) => cell);
  const timesS: number[] = [];
  const depthsM: number[][] = points.map(() => []);
  const speedsMs: number[][] = points.map(() => []);
  if (edges) solver.setEdges(edges);
  if (rainMs) solver.setRain(rainMs);
  for (let fromS = 0; fromS < durationS; fromS += pieceS) {
    const toS = Math.min(durationS, fromS + pieceS);
    if (inflow) solver.setFluxes(inflowFluxes(inflow, fromS, toS));
    await solver.run(toS);
    timesS.push(toS);
    if (cells.length === 0) continue;
    const values = await solver.probe(cells);
    points.forEach((_, index) => {
      depthsM[index]!.push(values[index * 4]!);
      speedsMs[index]!.push(Math.hypot(values[index * 4 + 2]!, values[index * 4 + 3]!));
    });
  }
  return { timesS, depthsM, speedsMs, state: await solver.state() };
}

/** Σ|a − b| / Σ|b| */
export function relativeL1(values: ArrayLike<number>, exact: ArrayLike<number>): number {
  let [off, all] = [0, 0];
  for (let index = 0; index < exact.length; index++) {
    off += Math.abs(values[index]! - exact[index]!);
    all += Math.abs(exact[index]!);
  }
  return off / all;
}

/** First time at which a series is above a depth, linear between samples; NaN where it never is. */
export function arrivalS(
  timesS: readonly number[],
  depthsM: readonly number[],
  aboveM: number,
): number {
  const index = depthsM.findIndex((depth) => depth > aboveM);
  if (index < 0) return Number.NaN;
  if (index === 0) return timesS[0]!;
  const [before, after] = [depthsM[index - 1]!, depthsM[index]!];
  const share = (aboveM - before) / (after - before);
  return timesS[index - 1]! + share * (timesS[index]! - timesS[index - 1]!);
}
