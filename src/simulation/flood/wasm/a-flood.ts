// Random small floods for tests of backends: rough ground, walls, gaps in the data, water in one corner, sources, rain,
// edges. SI; the same seed gives the same flood.

import type { FloodEdge, FloodFluxes, FloodGrid } from '../parts.ts';

export interface AFlood {
  readonly grid: FloodGrid;
  readonly depthM: Float32Array;
  readonly fluxes: FloodFluxes;
  readonly rainMs: Float32Array;
  readonly edges: readonly FloodEdge[];
}

export interface AFloodWish {
  readonly width: number;
  readonly height: number;
  /** Height of the roughness of the ground (m), smooth over some cells. */
  readonly reliefM?: number;
  readonly hasWalls?: boolean;
  readonly hasGaps?: boolean;
}

export function aFlood(seed: number, wish: AFloodWish): AFlood {
  const { width, height, reliefM = 1, hasWalls = false, hasGaps = false } = wish;
  const cells = width * height;
  const random = randomFrom(seed);
  const phases = Array.from({ length: 4 }, () => 6.28 * random());
  const zM = new Float32Array(cells);
  const depthM = new Float32Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const x = cell % width;
    const y = Math.floor(cell / width);
    const waves = Math.sin(x / 5 + phases[0]!) + Math.sin(y / 7 + phases[1]!);
    zM[cell] = 40 + reliefM * (0.5 * waves + 0.25 * Math.sin((x + y) / 3 + phases[2]!));
    const isFull = Math.hypot(x - width / 4, y - height / 3) < width / 4;
    if (isFull) depthM[cell] = Math.max(0, 41.5 - zM[cell]!);
  }
  const isGap = (cell: number) => hasGaps && Number.isNaN(zM[cell]!);
  if (hasGaps) {
    for (let gap = 0; gap < cells / 60; gap++) {
      const cell = Math.floor(random() * cells);
      zM[cell] = Number.NaN;
      depthM[cell] = 0;
    }
  }
  const solid = (): number => {
    for (;;) {
      const cell = Math.floor(random() * cells);
      if (!isGap(cell)) return cell;
    }
  };
  const crest = () =>
    Float32Array.from({ length: cells }, () =>
      random() < 0.05 ? (random() < 0.3 ? Infinity : 41 + random()) : -Infinity,
    );
  const rim = (side: FloodEdge['side'], cell: number, kind: FloodEdge['kind'], value: number) =>
    isGap(cell) ? [] : [{ cell, side, kind, value }];
  const row = Math.floor(height / 2);
  return {
    grid: {
      ...{ width, height, cellM: 5, zM },
      manning: Float32Array.from({ length: cells }, () => 0.02 + 0.04 * random()),
      ...(hasWalls ? { crestWestM: crest(), crestNorthM: crest() } : {}),
    },
    depthM,
    fluxes: {
      cells: Int32Array.from({ length: 4 }, solid),
      flowM3s: Float64Array.of(3, 0.5, -1, -0.02),
      momentumX: Float64Array.of(0.1, 0, 0, 0),
      momentumY: Float64Array.of(-0.2, 0.05, 0, 0),
    },
    rainMs: Float32Array.from({ length: cells }, () => (random() < 0.5 ? 2e-5 : -1e-6)),
    edges: [
      ...rim('west', row * width, 'normal-depth', 0.01),
      ...rim('east', (row + 1) * width - 1, 'normal-depth', 0.02),
      ...rim('north', 3, 'stage', 41.2),
      ...rim('south', cells - 5, 'stage', 40.8),
    ],
  };
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
