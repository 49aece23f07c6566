// Steady channels with an exact surface: MacDonald et al. 1997 with friction, with and without rain, and flows over a
// bump (Goutal & Maurel 1997), as SWASHES has them (Delestre et al. 2013). Flow runs east; SI.
import type { FloodGrid } from '../parts.ts';
import { createGrid, eachCell, type FloodCase } from './flood-case.ts';

const G = 9.81;
const ROWS = 3;

/** Subcritical channel of 1000 m, n 0.033: the bed is made so that `h` is exact. 2 m²/s, or 1 m²/s and rain of 1 mm/s. */
export function macDonald(cellM: number, { withRain }: { readonly withRain: boolean }): FloodCase {
  const [lengthM, n] = [1000, 0.033];
  const rainMs = withRain ? 0.001 : 0;
  const inflow = withRain ? 1 : 2;
  const hill = (x: number) => 0.5 * Math.exp(-16 * (x / lengthM - 0.5) ** 2);
  const depth = (x: number) => (4 / G) ** (1 / 3) * (1 + hill(x));
  const steepens = (x: number) =>
    ((4 / G) ** (1 / 3) * hill(x) * -32 * (x / lengthM - 0.5)) / lengthM;
  const bedSlope = (x: number) => {
    const [h, q] = [depth(x), inflow + rainMs * x];
    const inertia = (q ** 2 / (G * h ** 3) - 1) * steepens(x);
    return inertia - (2 * q * rainMs) / (G * h ** 2) - (n * q) ** 2 / h ** (10 / 3);
  };
  const width = Math.round(lengthM / cellM);
  const beds = bedsOf(width, cellM, bedSlope);
  const grid = createGrid(width, ROWS, cellM, n, (x) => beds[Math.floor(x / cellM)]!);
  return {
    id: withRain ? 'macdonald-rain' : 'macdonald',
    title: `MacDonald: channel of 1000 m${withRain ? ' with rain' : ''}`,
    source: 'MacDonald et al. 1997, Delestre et al. 2013',
    ...{ grid, durationS: withRain ? 2400 : 1800, ...(withRain ? { rainMs } : {}) },
    ...channelEnds(grid, inflow, depth(0), depth(lengthM)),
    start: { depthM: Float32Array.from(eachCell(grid, depth)) },
    exactDepthM: () => eachCell(grid, depth),
  };
}

/** Bed levels at cell centres, 0 at the east end; Simpson's rule between them. */
function bedsOf(width: number, cellM: number, slope: (x: number) => number): Float64Array {
  const beds = new Float64Array(width);
  let [level, from] = [0, width * cellM];
  for (let column = width - 1; column >= 0; column--) {
    const to = (column + 0.5) * cellM;
    const parts = 32;
    const step = (from - to) / parts;
    for (let part = 0; part < parts; part++) {
      const x = from - part * step;
      level -= (step / 6) * (slope(x) + 4 * slope(x - step / 2) + slope(x - step));
    }
    from = to;
    beds[column] = level;
  }
  return beds;
}

export type BumpFlow = 'subcritical' | 'transcritical' | 'shock';

const bumpFlows = {
  subcritical: { q: 4.42, outM: 2 },
  transcritical: { q: 1.53, outM: 0.66 },
  shock: { q: 0.18, outM: 0.33 },
} as const;

/** Frictionless flow over a parabolic bump of 0.2 m in a channel of 25 m. */
export function bump(cells: number, kind: BumpFlow): FloodCase {
  const lengthM = 25;
  const { q, outM } = bumpFlows[kind];
  const bed = (x: number) => Math.max(0, 0.2 - 0.05 * (x - 10) ** 2);
  const grid = createGrid(cells, ROWS, lengthM / cells, 0, bed);
  const depth = bumpDepth(kind, bed);
  return {
    ...{ id: `bump-${kind}`, title: `Bump: ${kind}`, source: 'Goutal & Maurel 1997', grid },
    ...{ durationS: 200, ...channelEnds(grid, q, depth(0), outM) },
    start: { depthM: Float32Array.from(eachCell(grid, (x) => Math.max(0.05, outM - bed(x)))) },
    exactDepthM: () => eachCell(grid, depth),
  };
}

function bumpDepth(kind: BumpFlow, bed: (x: number) => number): (x: number) => number {
  const { q, outM } = bumpFlows[kind];
  const energy = (h: number) => h + q ** 2 / (2 * G * h ** 2);
  const critical = (q ** 2 / G) ** (1 / 3);
  /** Depth of that energy on the slow or the fast branch. */
  const depthOf = (wanted: number, isSlow: boolean) => {
    let [low, high] = isSlow ? [critical, 50] : [1e-4, critical];
    for (let round = 0; round < 200; round++) {
      const middle = (low + high) / 2;
      if (energy(middle) > wanted === isSlow) high = middle;
      else low = middle;
    }
    return (low + high) / 2;
  };
  const below = energy(outM);
  if (kind === 'subcritical') return (x) => depthOf(below - bed(x), true);
  const above = energy(critical) + 0.2;
  const fast = (x: number) => depthOf(above - bed(x), x < 10);
  if (kind === 'transcritical') return fast;
  const slow = (x: number) => depthOf(below - bed(x), true);
  const force = (h: number) => q ** 2 / h + 0.5 * G * h ** 2;
  // Conjugate depths: the slow side wins from where its force is the larger.
  let [low, high] = [10, 12];
  for (let round = 0; round < 100; round++) {
    const middle = (low + high) / 2;
    const canBeSlow = below - bed(middle) > energy(critical);
    if (canBeSlow && force(slow(middle)) > force(fast(middle))) high = middle;
    else low = middle;
  }
  return (x) => (x < high ? fast(x) : slow(x));
}

/** Flow q (m²/s) in through the west column with the momentum that a wall behind it takes, a stage at the east. */
function channelEnds(grid: FloodGrid, q: number, inM: number, outM: number) {
  const { width, height, cellM, zM } = grid;
  const rows = Array.from({ length: height }, (_, row) => row);
  const flow = q * cellM * height;
  const east = width - 1;
  return {
    inflow: {
      cells: Int32Array.from(rows, (row) => row * width),
      series: [
        [0, flow],
        [1e9, flow],
      ] as const,
      momentumX: (q * (q / inM + Math.sqrt(G * inM))) / cellM,
    },
    edges: rows.map((row) => ({
      ...{ cell: row * width + east, side: 'east' as const, kind: 'stage' as const },
      value: zM[east]! + outM,
    })),
  };
}
