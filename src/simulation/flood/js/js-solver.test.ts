import { describe, expect, it } from 'vitest';
import { ritter } from '../cases/dam-breaks.ts';
import { floodPlain } from '../cases/environment-agency.ts';
import { runCase } from '../cases/flood-case.ts';
import { lakeWithHumps, lakeWithWalls } from '../cases/lakes.ts';
import type { FloodOptions, FloodScheme, FloodSolver, FloodState } from '../parts.ts';
import { createReferenceSolver } from '../reference/index.ts';
import { aRoughBasin } from '../reference/testing/a-rough-basin.ts';
import { createJsSolver } from './index.ts';

const schemes: readonly FloodScheme[] = ['local-inertial', 'shallow-water'];

function drive(solver: FloodSolver): FloodState {
  const { width, height } = solver.grid;
  solver.setRain(5e-6);
  solver.setEdges([
    { cell: width * 3, side: 'west', kind: 'normal-depth', value: 0.01 },
    { cell: width * (height - 1) + 7, side: 'south', kind: 'stage', value: 2.2 },
  ]);
  solver.setFluxes({ cells: Int32Array.of(width * 9 + 9), flowM3s: Float64Array.of(3) });
  solver.run(20);
  solver.setFluxes({ cells: Int32Array.of(width * 9 + 9), flowM3s: Float64Array.of(-2) });
  solver.setRain(-1e-5);
  solver.run(60);
  return solver.state() as FloodState;
}

const furthest = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, index) => Math.max(most, Math.abs(value - b[index]!)), 0);

const meanApart = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, index) => sum + Math.abs(value - b[index]!), 0) / a.length;

describe.each(schemes)('plain JavaScript, %s', (scheme) => {
  it('stays within a millimetre of the f64 reference, mean 1e-5 m, through rain, inflow, sink, edges, crests and holes', () => {
    const { grid, depthM } = aRoughBasin({ seed: 7, withWalls: true });
    const js = drive(createJsSolver(grid, { scheme, depthM }));
    const reference = drive(createReferenceSolver(grid, { scheme, depthM }));
    // A shore cell may pass the dry depth one step earlier in f32; the mean shows that nothing else differs.
    expect(furthest(js.depthM, reference.depthM)).toBeLessThan(1e-3);
    expect(meanApart(js.depthM, reference.depthM)).toBeLessThan(1e-5);
    expect(Math.max(...js.depthM)).toBeGreaterThan(0.5);
  });

  it('gives the same bytes with dry rows skipped or not, and twice', () => {
    const { grid, depthM } = aRoughBasin({ seed: 3, withWalls: true });
    const run = (options: Partial<FloodOptions>) =>
      drive(createJsSolver(grid, { scheme, depthM, ...options }));
    const first = run({});
    expect(run({})).toEqual(first);
    expect(run({ skipsDry: false })).toEqual(first);
  });

  it('goes on from a snapshot as if it had never stopped', () => {
    const { grid, depthM } = aRoughBasin({ seed: 11, withWalls: true });
    const whole = createJsSolver(grid, { scheme, depthM });
    whole.setRain(3e-6);
    whole.run(10);
    const kept = structuredClone(whole.snapshot());
    whole.run(20);
    const later = createJsSolver(grid, { scheme });
    later.setRain(3e-6);
    later.restore(kept as never);
    later.run(20);
    expect(later.state()).toEqual(whole.state());
    expect(later.balance()).toEqual(whole.balance());
  });

  it.each([lakeWithHumps(), lakeWithWalls()])('leaves $id at rest', async (lake) => {
    const solver = createJsSolver(lake.grid, { scheme, ...lake.start });
    const { state } = await runCase(solver, { ...lake, durationS: 30 }, 30);
    const flow = state.depthM.map((depth, cell) =>
      Math.hypot(depth * state.uMs[cell]!, depth * state.vMs[cell]!),
    );
    // A6 of the guide: f32 rounding of levels is all that may move it.
    expect(Math.max(...flow)).toBeLessThan(1e-5);
  });
});

describe('plain JavaScript', () => {
  it('follows the reference over a dam break onto a dry bed', () => {
    const theCase = ritter(100);
    const options = { scheme: 'shallow-water', ...theCase.start } as const;
    const js = createJsSolver(theCase.grid, options);
    const reference = createReferenceSolver(theCase.grid, options);
    js.run(20);
    reference.run(20);
    const [a, b] = [js.state() as FloodState, reference.state() as FloodState];
    expect(furthest(a.depthM, b.depthM)).toBeLessThan(1e-4);
  });

  it('keeps the volume of EA test 4 over its first hour to 1e-6', async () => {
    const theCase = { ...floodPlain(20), durationS: 3600 };
    const solver = createJsSolver(theCase.grid, { scheme: 'local-inertial' });
    await runCase(solver, theCase, 30);
    const balance = solver.balance() as { relativeError: number; addedM3: number };
    expect(balance.addedM3).toBeCloseTo((3300 * 20) / 2, 0);
    expect(Math.abs(balance.relativeError)).toBeLessThan(1e-6);
  });
});
