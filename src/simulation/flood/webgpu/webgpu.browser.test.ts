import { afterEach, describe, expect, it } from 'vitest';
import { lakeWithHumps, lakeWithWalls } from '../cases/lakes.ts';
import { createJsSolver } from '../js/index.ts';
import {
  FloodError,
  type FloodGrid,
  type FloodOptions,
  type FloodSolver,
  type FloodState,
} from '../parts.ts';
import { createReferenceSolver } from '../reference/index.ts';
import { type AFlood, aFlood } from '../wasm/a-flood.ts';
import { createWebGpuSolver, hasWebGpu } from './index.ts';

const shallow = { scheme: 'shallow-water' } as const;
type Start = Omit<FloodOptions, 'scheme'>;
const open: FloodSolver[] = [];
// Grids are small: a software adapter takes milliseconds for a tile.
const isThere = await hasWebGpu();
if (!isThere) console.log('No WebGPU adapter here: the solver is not tested.');

afterEach(() => {
  for (const solver of open.splice(0)) solver.dispose();
});

async function onCard(grid: FloodGrid, options: Start = {}): Promise<FloodSolver> {
  const solver = await createWebGpuSolver(grid, { ...options, ...shallow });
  open.push(solver);
  return solver;
}

const flat = (width: number, height: number): FloodGrid => ({
  ...{ width, height, cellM: 2 },
  zM: new Float32Array(width * height),
  manning: new Float32Array(width * height).fill(0.02),
});

/** 2 m of water in the north-west. */
const dam = ({ width, height }: FloodGrid) =>
  Float32Array.from({ length: width * height }, (_, cell) =>
    cell % width < width / 4 && Math.floor(cell / width) < height * 0.7 ? 2 : 0,
  );

function drive(solver: FloodSolver, { fluxes, rainMs, edges }: AFlood): void {
  solver.setFluxes(fluxes);
  solver.setRain(rainMs);
  solver.setEdges(edges);
}

const bytesOf = ({ depthM, uMs, vMs }: FloodState) =>
  [depthM, uMs, vMs].map((values) => Array.from(new Uint32Array(values.slice().buffer)));

/** Largest difference of depth and of flow (depth × velocity). */
function missOf(a: FloodState, b: FloodState): readonly [depthM: number, flowM2s: number] {
  let [depthM, flowM2s] = [0, 0];
  a.depthM.forEach((depth, cell) => {
    depthM = Math.max(depthM, Math.abs(depth - b.depthM[cell]!));
    for (const name of ['uMs', 'vMs'] as const) {
      const miss = Math.abs(depth * a[name][cell]! - b.depthM[cell]! * b[name][cell]!);
      flowM2s = Math.max(flowM2s, miss);
    }
  });
  return [depthM, flowM2s];
}

async function compare(name: string, solver: FloodSolver, oracle: FloodSolver, untilS: number) {
  for (const one of [solver, oracle]) {
    await one.run(untilS / 2);
    await one.run(untilS);
  }
  const [depthM, flowM2s] = missOf(await solver.state(), await oracle.state());
  const [own, other] = [await solver.balance(), await oracle.balance()];
  const { steps, wetCells } = await solver.statistics();
  const figures = `depth ${depthM.toExponential(1)} m, flow ${flowM2s.toExponential(1)} m²/s`;
  console.log(`${name}: ${steps} steps, ${figures}, error ${own.relativeError.toExponential(1)}`);
  expect(solver.timeS()).toBe(untilS);
  return { depthM, flowM2s, own, other, steps, wetCells };
}

describe.skipIf(!isThere)('shallow water on the graphics card', () => {
  it('carries a dam break over a dry bed as the reference does', async () => {
    const grid = flat(45, 28);
    const depthM = dam(grid);
    const solver = await onCard(grid, { depthM });
    const oracle = createReferenceSolver(grid, { ...shallow, depthM });
    const found = await compare('dam break', solver, oracle, 15);
    expect(found.depthM).toBeLessThan(1e-4);
    expect(found.flowM2s).toBeLessThan(1e-4);
    expect(Math.abs(found.own.relativeError)).toBeLessThan(1e-6);
    expect(found.wetCells).toBeGreaterThan(600);
  });

  it('agrees with the reference among walls, gaps, sources and edges', async () => {
    const flood = aFlood(1, { width: 30, height: 30, hasWalls: true, hasGaps: true });
    const { grid, depthM } = flood;
    const dry = { ...flood, rainMs: flood.rainMs.fill(0) };
    const solver = await onCard(grid, { depthM });
    const oracle = createReferenceSolver(grid, { ...shallow, depthM });
    for (const one of [solver, oracle]) drive(one, dry);
    const { own, other, ...found } = await compare('walls', solver, oracle, 20);
    expect(found.depthM).toBeLessThan(1e-4);
    expect(Math.abs(own.relativeError)).toBeLessThan(1e-6);
    for (const name of ['addedM3', 'takenM3', 'edgeM3', 'storedM3'] as const) {
      expect(other[name]).not.toBe(0);
      expect(Math.abs(own[name] - other[name])).toBeLessThan(1e-5 * other.storedM3);
    }
  });

  // In f32 rain is gathered over 1 s, so the reference is not to be compared with on wet films.
  it('agrees with plain JS under rain that wets and soil that dries', async () => {
    const flood = aFlood(2, { width: 30, height: 30, hasWalls: true, hasGaps: true });
    const { grid, depthM } = flood;
    const solver = await onCard(grid, { depthM });
    const oracle = createJsSolver(grid, { ...shallow, depthM });
    for (const one of [solver, oracle]) drive(one, flood);
    const { own, other, ...found } = await compare('rain', solver, oracle, 20);
    expect(found.depthM).toBeLessThan(1e-4);
    expect(Math.abs(own.relativeError)).toBeLessThan(1e-6);
    expect(Math.abs(own.addedM3 - other.addedM3)).toBeLessThan(1e-5 * other.storedM3);
    expect(Math.abs(own.takenM3 - other.takenM3)).toBeLessThan(1e-5 * other.storedM3);
  });

  it.each([lakeWithHumps(1, 2), lakeWithWalls()])('leaves $id at rest', async ({ grid, start }) => {
    const solver = await onCard(grid, start);
    await solver.run(6);
    const { depthM, uMs, vMs } = await solver.state();
    const flow = depthM.map((depth, cell) => depth * Math.hypot(uMs[cell]!, vMs[cell]!));
    console.log(`lake: flow ${Math.max(...flow).toExponential(1)} m²/s`);
    // A6 of the guide, f32.
    expect(Math.max(...flow)).toBeLessThan(1e-5);
    expect((await solver.statistics()).steps).toBeGreaterThan(20);
  });

  it('gives the same bytes twice, cut, with dry tiles at work, and from a snapshot', async () => {
    const grid = flat(60, 20);
    const depthM = dam(grid);
    const [plain, awake, cut] = [
      await onCard(grid, { depthM }),
      await onCard(grid, { depthM, skipsDry: false }),
      await onCard(grid, { depthM }),
    ];
    await plain.run(2);
    const snapshot = await plain.snapshot();
    await plain.run(5);
    const bytes = bytesOf(await plain.state());
    for (const untilS of [2, 5]) await awake.run(untilS);
    expect(bytesOf(await awake.state())).toEqual(bytes);
    await cut.run(2);
    // Aborted once it has looked: after its first batch.
    let looks = 0;
    const signal = {
      get aborted() {
        return looks++ > 1;
      },
    } as AbortSignal;
    await cut.run(5, signal);
    expect(cut.timeS()).toBeGreaterThan(2);
    await cut.run(5);
    expect(bytesOf(await cut.state())).toEqual(bytes);
    await cut.restore(structuredClone(snapshot));
    expect(cut.timeS()).toBe(2);
    await cut.run(5);
    expect(bytesOf(await cut.state())).toEqual(bytes);
    expect(await cut.balance()).toEqual(await plain.balance());
  });

  it('reads single cells, and books water that is put in by hand', async () => {
    const grid = flat(8, 8);
    grid.zM[9] = Number.NaN;
    const solver = await onCard(grid, { depthM: new Float32Array(64).fill(1).fill(0, 9, 10) });
    solver.setDepth(Int32Array.of(3), Float32Array.of(1.5));
    expect([...(await solver.probe(Int32Array.of(3, 9, 4)))]).toEqual([
      ...[1.5, 1.5, 0, 0],
      ...[0, Number.NaN, 0, 0],
      ...[1, 1, 0, 0],
    ]);
    expect(await solver.balance()).toMatchObject({ initialM3: 252, addedM3: 2, storedM3: 254 });
    await solver.run(0.5);
    const [depth = 0] = await solver.probe(Int32Array.of(3));
    expect(depth).toBeLessThan(1.5);
    expect(Math.abs((await solver.balance()).relativeError)).toBeLessThan(1e-6);
  });

  it('keeps the water of the last good run where one breaks, and names the cell', async () => {
    const grid = flat(8, 8);
    const depthM = new Float32Array(64).fill(1);
    const solver = await onCard(grid, { depthM });
    await solver.run(0.5);
    solver.setFluxes({ cells: Int32Array.of(20), flowM3s: Float64Array.of(1e30) });
    await expect(solver.run(1)).rejects.toThrow(FloodError);
    await expect(solver.run(1)).rejects.toThrow(/^The step fell to .* s in cell \d+ .* at 0\.5 s/);
    expect(solver.timeS()).toBe(0.5);
    expect([...(await solver.state()).depthM]).toEqual([...depthM]);
    solver.setFluxes({ cells: new Int32Array(), flowM3s: new Float64Array() });
    await solver.run(1);
    expect(solver.timeS()).toBe(1);
  });

  it('names the cell whose water is no number', async () => {
    const uMs = new Float32Array(64);
    uMs[20] = Number.NaN;
    const solver = await onCard(flat(8, 8), { depthM: new Float32Array(64).fill(1), uMs });
    await expect(solver.run(1)).rejects.toThrow(
      'The water in cell 20 (column 4, row 2) became NaN at 0.0 s; a number was expected.',
    );
  });

  it('refuses another scheme in one sentence', async () => {
    const refused = createWebGpuSolver(flat(4, 4), { scheme: 'local-inertial' });
    await expect(refused).rejects.toThrow(
      'The graphics card computes shallow water, not local-inertial.',
    );
  });
});
