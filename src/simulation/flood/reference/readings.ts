// What a solver shows of its water: rasters, single cells, figures (FloodState, FloodStatistics); m, m/s, s.
import type { FloodState, FloodStatistics } from '../parts.ts';
import { checkInside } from './check-input.ts';
import { hasData, paddedIndex } from './padded-ground.ts';
import { DRY_M, GRAVITY } from './physics.ts';
import type { Scheme } from './scheme.ts';

const TILE = 32;

interface Now {
  readonly timeS: number;
  readonly steps: number;
  readonly stepS: number;
}

export function createReadings(scheme: Scheme, now: () => Now) {
  const { ground, depthM } = scheme;
  const { width, height } = ground;
  const cells = width * height;
  const shown = {
    depthM: new Float32Array(cells),
    uMs: new Float32Array(cells),
    vMs: new Float32Array(cells),
  };

  function state(): FloodState {
    for (let cell = 0; cell < cells; cell++) {
      const at = paddedIndex(ground, cell);
      shown.depthM[cell] = depthM[at]!;
      [shown.uMs[cell]!, shown.vMs[cell]!] = scheme.velocity(at);
    }
    return { timeS: now().timeS, ...shown };
  }

  function probe(wanted: Int32Array): Float32Array {
    const values = new Float32Array(wanted.length * 4);
    wanted.forEach((cell, index) => {
      checkInside(cells, cell, 'A probe');
      const at = paddedIndex(ground, cell);
      const level = hasData(ground, at) ? ground.zM[at]! + depthM[at]! : Number.NaN;
      values.set([depthM[at]!, level, ...scheme.velocity(at)], index * 4);
    });
    return values;
  }

  function statistics(): FloodStatistics {
    const tiles = new Set<number>();
    let wetCells = 0;
    let fast = 0;
    for (let cell = 0; cell < cells; cell++) {
      const at = paddedIndex(ground, cell);
      const depth = depthM[at]!;
      if (depth <= DRY_M) continue;
      wetCells++;
      const row = Math.floor(cell / width);
      tiles.add(Math.floor(row / TILE) * width + Math.floor((cell % width) / TILE));
      const [east, north] = scheme.velocity(at);
      if (east * east + north * north > 0.64 * GRAVITY * depth) fast++;
    }
    const { steps, stepS } = now();
    const froudeShare = wetCells > 0 ? fast / wetCells : 0;
    return { steps, stepS, wetCells, activeTiles: tiles.size, froudeShare };
  }

  return { state, probe, statistics };
}
