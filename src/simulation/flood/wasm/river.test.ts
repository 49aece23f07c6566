import { beforeAll, describe, expect, it } from 'vitest';
import { openFloodKernel } from '#tools/flood-kernel/kernel-source.ts';
import type { FloodEdge, FloodGrid, FloodScheme } from '../parts.ts';
import { createWasmSolver, type WasmSource } from './index.ts';

const WIDTH = 60;
const HEIGHT = 20;
const cells = WIDTH * HEIGHT;

let source: WasmSource;
beforeAll(async () => {
  source = await openFloodKernel();
});

/** A river of 480 m³/s down a rough valley with walls along and across it, 600 × 200 m. */
function aRiver() {
  const at = (bed: (x: number, y: number) => number) =>
    Float32Array.from({ length: cells }, (_, cell) => bed(cell % WIDTH, Math.floor(cell / WIDTH)));
  const grid: FloodGrid = {
    ...{ width: WIDTH, height: HEIGHT, cellM: 10, manning: at(() => 0.035) },
    zM: at((x, y) => 10 - 0.02 * x + 0.3 * Math.abs(y - 9.5) + 0.3 * Math.sin(1.7 * x + 2.3 * y)),
    crestNorthM: at((x, y) => (y === 14 && x >= 20 && x < 40 ? 12.5 : -Infinity)),
    crestWestM: at((x, y) => (x === 30 && y < 6 ? (y % 2 ? Infinity : 11.5) : -Infinity)),
  };
  const edges = Array.from({ length: HEIGHT }, (_, row): FloodEdge => {
    return { cell: row * WIDTH + WIDTH - 1, side: 'east', kind: 'normal-depth', value: 0.002 };
  });
  const fluxes = {
    cells: Int32Array.from({ length: 8 }, (_, row) => (6 + row) * WIDTH),
    flowM3s: new Float64Array(8).fill(60),
  };
  return { grid, edges, fluxes };
}

describe('a river that passes thirty times over in three hours', () => {
  it.each<[FloodScheme, number]>([
    ['local-inertial', 1e-7],
    ['shallow-water', 1e-6],
  ])('is booked by the step that moved it, %s', async (scheme, most) => {
    const { grid, edges, fluxes } = aRiver();
    const solver = await createWasmSolver(grid, { scheme }, source);
    solver.setFluxes(fluxes);
    solver.setEdges(edges);
    for (let untilS = 60; untilS <= 3 * 3600; untilS += 60) await solver.run(untilS);
    const { edgeM3, storedM3, relativeError } = await solver.balance();
    expect(-edgeM3 / storedM3).toBeGreaterThan(25);
    expect(Math.abs(relativeError)).toBeLessThan(most);
  });
});
