import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { risingBowl } from '../cases/bowls.ts';
import { bump, macDonald } from '../cases/channels.ts';
import { ritter, stoker } from '../cases/dam-breaks.ts';
import { momentumOverObstruction } from '../cases/environment-agency.ts';
import { createGrid, type FloodCase, relativeL1, runCase } from '../cases/flood-case.ts';
import { lakeWithHumps, lakeWithWalls } from '../cases/lakes.ts';
import {
  FloodError,
  type FloodGrid,
  type FloodScheme,
  type FloodSolver,
  type FloodState,
} from '../parts.ts';
import { createReferenceSolver } from './index.ts';
import { aRoughBasin } from './testing/a-rough-basin.ts';

const schemes: readonly FloodScheme[] = ['local-inertial', 'shallow-water'];
const stateOf = (solver: FloodSolver) => solver.state() as FloodState;
const errorOf = (solver: FloodSolver) => {
  const balance = solver.balance();
  if (balance instanceof Promise) throw new Error('The reference answers at once.');
  return Math.abs(balance.relativeError);
};

async function missOf(theCase: FloodCase): Promise<number> {
  const solver = createReferenceSolver(theCase.grid, { scheme: 'shallow-water', ...theCase.start });
  const { state } = await runCase(solver, theCase, theCase.durationS);
  return 100 * relativeL1(state.depthM, theCase.exactDepthM?.(theCase.durationS) ?? []);
}

// A5 of the guide; the bowl there is 100² and 1 %, which `npm run validate -- flood` runs.
describe('shallow water against exact solutions (relative L1 of depth, %)', () => {
  it.each([
    ['Ritter, dam break onto a dry bed', ritter(200), 0.8],
    ['Stoker, dam break onto a wet bed', stoker(200), 0.5],
    ['Thacker, a bowl of 50² for one period', risingBowl(50), 3.5],
    ['MacDonald, 10 m', macDonald(10, { withRain: false }), 1],
    ['MacDonald with rain, 10 m', macDonald(10, { withRain: true }), 1],
    ['transcritical flow over a bump', bump(50, 'transcritical'), 1],
  ])('holds %s', async (name, theCase, limit) => {
    const miss = await missOf(theCase);
    console.log(`${name}: ${miss.toFixed(3)} % (limit ${limit})`);
    expect(miss).toBeLessThan(limit);
  });

  it('carries water over the obstruction of EA test 3 into a second pond of 5 to 10 cm', async () => {
    const theCase = momentumOverObstruction();
    const solver = createReferenceSolver(theCase.grid, { scheme: 'shallow-water' });
    const { depthsM } = await runCase(solver, { ...theCase, durationS: 300 }, 5);
    const [first = 0, second = 0] = depthsM.map((depths) => depths.at(-1) ?? 0);
    console.log(`EA 3: ponds of ${first.toFixed(3)} and ${second.toFixed(3)} m`);
    expect(second).toBeGreaterThan(0.05);
    expect(second).toBeLessThan(Math.min(0.1, first));
  });
});

describe.each(schemes)('the reference, %s', (scheme) => {
  it.each([lakeWithHumps(), lakeWithWalls()])('leaves $id at rest', async (lake) => {
    const solver = createReferenceSolver(lake.grid, { scheme, ...lake.start });
    const { state } = await runCase(solver, { ...lake, durationS: 30 }, 30);
    const flow = state.depthM.map((depth, cell) => Math.abs(depth * state.uMs[cell]!));
    // Beds are f32: levels differ by 1e-7 m from the start.
    expect(Math.max(...flow)).toBeLessThan(1e-6);
  });

  it('keeps the volume to 1e-6 through rain, infiltration, inflow, sinks and edges', () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 1, max: 1e6 }),
          withWalls: fc.boolean(),
          rain: fc.double({ min: -1e-4, max: 1e-4, noNaN: true }),
          flow: fc.double({ min: -50, max: 50, noNaN: true }),
          stage: fc.double({ min: -1, max: 3, noNaN: true }),
        }),
        ({ seed, withWalls, rain, flow, stage }) => {
          const { grid, depthM } = aRoughBasin({ seed, withWalls, width: 16, height: 14 });
          const solver = createReferenceSolver(grid, { scheme, depthM });
          solver.setRain(rain);
          solver.setFluxes({ cells: Int32Array.of(100), flowM3s: Float64Array.of(flow) });
          solver.setEdges([
            { cell: 16 * 5, side: 'west', kind: 'stage', value: stage },
            { cell: 16 * 13 + 4, side: 'south', kind: 'normal-depth', value: 0.02 },
          ]);
          solver.run(15);
          solver.setRain(-rain);
          solver.run(30);
          expect(errorOf(solver)).toBeLessThan(1e-6);
          expect(Math.min(...stateOf(solver).depthM)).toBeGreaterThan(-1e-9);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('gives the same bytes twice, and goes on from a snapshot as if it had never stopped', () => {
    const { grid, depthM } = aRoughBasin({ seed: 4, withWalls: true });
    const run = () => {
      const solver = createReferenceSolver(grid, { scheme, depthM });
      solver.setRain(1e-5);
      solver.run(10);
      return solver;
    };
    const first = run();
    const second = run();
    expect(stateOf(second)).toEqual(stateOf(first));
    const kept = structuredClone(first.snapshot());
    first.run(20);
    second.run(11);
    second.restore(kept as never);
    second.run(20);
    expect(stateOf(second)).toEqual(stateOf(first));
    expect(second.balance()).toEqual(first.balance());
  });

  it('spreads a square of water alike to all four sides', () => {
    const size = 21;
    const grid = createGrid(size, size, 5, 0.03, () => 0);
    const depthM = new Float32Array(size * size);
    for (let row = 8; row < 13; row++) depthM.fill(2, row * size + 8, row * size + 13);
    const solver = createReferenceSolver(grid, { scheme, depthM });
    solver.run(20);
    const { depthM: depths } = stateOf(solver);
    const at = (column: number, row: number) => depths[row * size + column]!;
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const here = at(column, row);
        expect(at(size - 1 - column, row)).toBe(here);
        expect(at(column, size - 1 - row)).toBe(here);
        expect(at(row, column)).toBe(here);
      }
    }
    expect(at(1, 10)).toBeGreaterThan(0);
  });

  it('holds water behind a wall until it stands above the crest', () => {
    const grid = createGrid(20, 3, 5, 0.03, () => 0);
    const crestWestM = new Float32Array(60).fill(-Infinity);
    for (const row of [0, 1, 2]) crestWestM[row * 20 + 10] = 1;
    const walled = { ...grid, crestWestM, crestNorthM: new Float32Array(60).fill(-Infinity) };
    const behind = (levelM: number) => {
      const depthM = Float32Array.from(grid.zM, (_, cell) => (cell % 20 < 10 ? levelM : 0));
      const solver = createReferenceSolver(walled, { scheme, depthM });
      solver.run(30);
      const { depthM: depths } = stateOf(solver);
      return depths.reduce((sum, depth, cell) => sum + (cell % 20 < 10 ? 0 : depth), 0);
    };
    expect(behind(0.99)).toBe(0);
    expect(behind(1.3)).toBeGreaterThan(0.5);
  });

  it('lets water out at normal depth at the rate of Manning, and never in', () => {
    const grid = createGrid(40, 3, 10, 0.03, (x) => (400 - x) * 0.002);
    const solver = createReferenceSolver(grid, { scheme });
    const rows = [0, 1, 2];
    solver.setFluxes({
      cells: Int32Array.from(rows, (row) => row * 40),
      flowM3s: new Float64Array(3).fill(5),
    });
    solver.setEdges(
      rows.map((row) => ({
        cell: row * 40 + 39,
        side: 'east',
        kind: 'normal-depth',
        value: 0.002,
      })),
    );
    solver.run(3000);
    const [depth = 0] = solver.probe(Int32Array.of(59)) as Float32Array;
    // q = h^(5/3)·√S/n with q = 0.5 m²/s.
    expect(depth).toBeCloseTo(((0.5 * 0.03) / Math.sqrt(0.002)) ** 0.6, 2);
    solver.setFluxes({ cells: new Int32Array(), flowM3s: new Float64Array() });
    const before = solver.balance();
    solver.run(20_000);
    const after = solver.balance();
    if (before instanceof Promise || after instanceof Promise) throw new Error('At once.');
    expect(after.edgeM3).toBeLessThan(before.edgeM3);
    expect(after.storedM3).toBeLessThan(0.1 * before.storedM3);
  });

  it('keeps the last good state where a run breaks, and names cell and value', () => {
    const { grid, depthM } = aRoughBasin({ seed: 9 });
    const solver = createReferenceSolver(grid, { scheme, depthM });
    solver.run(5);
    const good = structuredClone(stateOf(solver));
    solver.setFluxes({ cells: Int32Array.of(200), flowM3s: Float64Array.of(1e30) });
    expect(() => solver.run(10)).toThrow(FloodError);
    expect(() => solver.run(10)).toThrow(/cell \d+ \(column \d+, row \d+\)/);
    expect(stateOf(solver)).toEqual(good);
    solver.setFluxes({ cells: new Int32Array(), flowM3s: new Float64Array() });
    solver.run(10);
    expect(solver.timeS()).toBe(10);
  });
});

describe('bad input', () => {
  const grid = createGrid(4, 3, 5, 0.03, () => 0);
  const create = (changes: Partial<FloodGrid>, options = {}) =>
    createReferenceSolver({ ...grid, ...changes }, { scheme: 'local-inertial', ...options });

  it.each([
    [
      'a negative roughness',
      { manning: new Float32Array(12).fill(-0.03, 7, 8) },
      /Manning's n of cell 7 \(column 3, row 1\) is -0\.02\d+; it must be 0 or more/,
    ],
    [
      'an infinite bed',
      { zM: new Float32Array(12).fill(Infinity, 5, 6) },
      /The bed of cell 5 \(column 1, row 1\) is at Infinity m/,
    ],
    ['too few beds', { zM: new Float32Array(11) }, /The bed has 11 values for 12 cells/],
    ['cells without a size', { cellM: 0 }, /The cell size is 0 m/],
  ])('%s is one sentence', (_, changes, words) => {
    expect(() => create(changes)).toThrow(words);
  });

  it('names the place of a source outside the grid or in a hole, of a depth below 0, of an edge inside', () => {
    const zM = grid.zM.slice();
    zM[6] = Number.NaN;
    const solver = create({ zM });
    const source = (cell: number, flow: number) =>
      solver.setFluxes({ cells: Int32Array.of(cell), flowM3s: Float64Array.of(flow) });
    expect(() => source(12, 1)).toThrow('Source 0 is at cell 12, outside the grid of 12 cells.');
    expect(() => source(6, 1)).toThrow(
      'Source 0 is in cell 6 (column 2, row 1), which has no data.',
    );
    expect(() => source(1, Number.NaN)).toThrow('gives NaN, not a number');
    expect(() => solver.setDepth(Int32Array.of(2), Float32Array.of(-1))).toThrow(
      'The depth of cell 2 (column 2, row 0) is -1 m; it must be 0 or more.',
    );
    const edge = { cell: 9, side: 'north', kind: 'stage', value: 1 } as const;
    expect(() => solver.setEdges([edge])).toThrow(
      'The north of cell 9 (column 1, row 2) is not an edge',
    );
    expect(() => solver.setEdges([{ ...edge, cell: 10 }])).not.toThrow();
    expect(() => solver.setRain(Number.NaN)).toThrow('The rain is NaN m/s, not a number.');
  });
});
