import { describe, expect, it } from 'vitest';
import { openFloodKernel } from '#tools/flood-kernel/kernel-source.ts';
import { createJsSolver } from '../js/index.ts';
import type { FloodGrid, FloodOptions, FloodSolver } from '../parts.ts';
import { createReferenceSolver } from '../reference/index.ts';
import { createWasmSolver } from '../wasm/index.ts';

const WIDTH = 15;
const HEIGHT = 3;
const DEEP_M = 4;
/** Half a wave of 120 s in a lake of 4 m, without friction: what runs of 60 s would pump up if they ended unevenly. */
const PIECE_S = 60;
const CELL_M = (PIECE_S * Math.sqrt(9.81 * DEEP_M)) / WIDTH;
const HEIGHT_M = 0.01;
/** A run has room for 25 steps and a little. */
const COURANT = WIDTH / 25.2;

const cells = WIDTH * HEIGHT;
const grid: FloodGrid = {
  ...{ width: WIDTH, height: HEIGHT, cellM: CELL_M, zM: new Float32Array(cells) },
  manning: new Float32Array(cells),
};
const depthM = Float32Array.from(
  { length: cells },
  (_, cell) => DEEP_M + HEIGHT_M * Math.cos((Math.PI * ((cell % WIDTH) + 0.5)) / WIDTH),
);
const options: FloodOptions = { scheme: 'local-inertial', theta: 1, courant: COURANT, depthM };

const backends: readonly [string, () => FloodSolver | Promise<FloodSolver>][] = [
  ['the reference', () => createReferenceSolver(grid, options)],
  ['plain JavaScript', () => createJsSolver(grid, options)],
  ['WASM', async () => createWasmSolver(grid, options, await openFloodKernel())],
];

describe.each(backends)('a standing wave without friction, %s', (_, create) => {
  it.each([15, 45])(
    'keeps its height through five hours of runs of half its period, from %i s on',
    async (firstS) => {
      const solver = await create();
      const levelAt = async (untilS: number) => {
        await solver.run(untilS);
        const [depth = 0] = await solver.probe(Int32Array.of(0));
        return depth - DEEP_M;
      };
      let untilS = firstS;
      for (; untilS < 5 * 3600; untilS += PIECE_S) await solver.run(untilS);
      const heightM = Math.hypot(await levelAt(untilS), await levelAt(untilS + PIECE_S / 2));
      expect(heightM / HEIGHT_M).toBeGreaterThan(0.9);
      expect(heightM / HEIGHT_M).toBeLessThan(1.1);
    },
  );

  it('is stepped evenly to the end of a run', async () => {
    const solver = await create();
    await solver.run(PIECE_S);
    const { steps, stepS } = await solver.statistics();
    const longestS = (COURANT * CELL_M) / Math.sqrt(9.81 * DEEP_M);
    expect(stepS).toBeGreaterThan(0.9 * longestS);
    expect(Math.abs(steps * stepS - PIECE_S)).toBeLessThan(0.01 * PIECE_S);
  });
});
