import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openFloodKernel } from '#tools/flood-kernel/kernel-source.ts';
import type { FloodOptions, FloodScheme, FloodSolver } from '../parts.ts';
import { createReferenceSolver } from '../reference/index.ts';
import { type AFlood, aFlood } from './a-flood.ts';
import { createWasmSolver, type WasmSource } from './index.ts';

let source: WasmSource;
beforeAll(async () => {
  source = await openFloodKernel();
});

const schemes: readonly FloodScheme[] = ['local-inertial', 'shallow-water'];

async function begin(flood: AFlood, options: FloodOptions): Promise<FloodSolver> {
  const solver = await createWasmSolver(flood.grid, { depthM: flood.depthM, ...options }, source);
  drive(solver, flood);
  return solver;
}

function drive(solver: FloodSolver, { fluxes, rainMs, edges }: AFlood): void {
  solver.setFluxes(fluxes);
  solver.setRain(rainMs);
  solver.setEdges(edges);
}

/** Depth and velocities, byte for byte. */
async function bytesOf(solver: FloodSolver): Promise<string> {
  const { depthM, uMs, vMs } = await solver.state();
  return [depthM, uMs, vMs]
    .map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString('base64'),
    )
    .join('|');
}

const meanDifference = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, index) => sum + Math.abs(value - b[index]!), 0) / a.length;

describe.each(schemes)('the %s kernel', (scheme) => {
  it.each([
    ['open ground', {}],
    ['walls and crests', { hasWalls: true }],
    ['gaps in the data', { hasGaps: true }],
    ['steep ground with all of it', { reliefM: 6, hasWalls: true, hasGaps: true }],
  ])('agrees with the reference on %s, with sources, rain and edges', async (_, wish) => {
    const wet = aFlood(7, { width: 37, height: 29, ...wish });
    // Rain on dry ground is compared below: whether a film of 1 µm counts as water changes the wave that meets it.
    const rainMs = wet.rainMs.map((rate, cell) => (wet.depthM[cell]! > 0.1 ? rate : 0));
    const flood = { ...wet, rainMs };
    const options = { scheme, depthM: flood.depthM };
    const oracle = createReferenceSolver(flood.grid, options);
    drive(oracle, flood);
    const solver = await begin(flood, { scheme });
    // Early on bytes of f32 apart; later single faces switch a step sooner or later, which says nothing.
    for (const [untilS, worstM, meanM] of [
      [3, 2e-4, 3e-6],
      [60, 3e-2, 3e-4],
    ] as const) {
      await oracle.run(untilS);
      await solver.run(untilS);
      const [expected, found] = [await oracle.state(), await solver.state()];
      const worst = expected.depthM.reduce(
        (most, depth, cell) => Math.max(most, Math.abs(depth - found.depthM[cell]!)),
        0,
      );
      expect(worst).toBeLessThan(worstM);
      expect(meanDifference(expected.depthM, found.depthM)).toBeLessThan(meanM);
      expect(meanDifference(expected.uMs, found.uMs)).toBeLessThan(10 * meanM);
      expect(meanDifference(expected.vMs, found.vMs)).toBeLessThan(10 * meanM);
      expect(found.timeS).toBe(untilS);
    }
    const [right, own] = [await oracle.balance(), await solver.balance()];
    expect(own.addedM3).toBeCloseTo(right.addedM3, 1);
    expect(Math.abs(own.edgeM3 - right.edgeM3)).toBeLessThan(2e-3 * right.storedM3);
  });

  it('agrees with the reference where rain falls on dry ground', async () => {
    const flood = aFlood(8, { width: 30, height: 30 });
    const dry = { ...flood, depthM: new Float32Array(900) };
    const oracle = createReferenceSolver(dry.grid, { scheme });
    drive(oracle, dry);
    const solver = await begin(dry, { scheme });
    await oracle.run(200);
    await solver.run(200);
    const [expected, found] = [await oracle.state(), await solver.state()];
    expect(meanDifference(expected.depthM, found.depthM)).toBeLessThan(1e-3);
    const [right, own] = [await oracle.balance(), await solver.balance()];
    expect(Math.abs(own.storedM3 - right.storedM3)).toBeLessThan(1e-3 * right.storedM3);
  });

  it('gives the same bytes for 1, 2 and 4 threads, and with dry tiles skipped or not', async () => {
    const flood = aFlood(3, { width: 83, height: 90, hasWalls: true, hasGaps: true });
    const variants = [{}, { skipsDry: false }, { threads: 2 }, { threads: 4 }];
    const found: string[] = [];
    for (const variant of variants) {
      const solver = await begin(flood, { scheme, ...variant });
      expect(solver.threads).toBe(variant.threads ?? 1);
      for (const untilS of [5, 40, 120]) await solver.run(untilS);
      found.push(await bytesOf(solver));
      solver.dispose();
    }
    for (const bytes of found) expect(bytes).toBe(found[0]);
  });

  it('keeps its volume with wetting, drying, rain, sinks and edges', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), fc.boolean(), async (seed, hasWalls) => {
        const flood = aFlood(seed, { width: 33, height: 20, reliefM: 3, hasWalls, hasGaps: true });
        const solver = await begin(flood, { scheme });
        await solver.run(300);
        const { relativeError } = await solver.balance();
        expect(Math.abs(relativeError)).toBeLessThan(1e-6);
      }),
      { numRuns: 8 },
    );
  });

  it('goes on from a snapshot as if it had never stopped', async () => {
    const flood = aFlood(11, { width: 40, height: 31, hasWalls: true });
    const solver = await begin(flood, { scheme });
    await solver.run(20);
    const snapshot = await solver.snapshot();
    await solver.run(60);
    const straight = await bytesOf(solver);
    const other = await begin(flood, { scheme });
    await other.restore(structuredClone(snapshot));
    expect(other.timeS()).toBe(20);
    await other.run(60);
    expect(await bytesOf(other)).toBe(straight);
    expect(await other.balance()).toEqual(await solver.balance());
  });

  it('gives the same bytes when a run is cut and gone on with', async () => {
    const flood = aFlood(5, { width: 30, height: 30 });
    const [straight, cut] = [await begin(flood, { scheme }), await begin(flood, { scheme })];
    await straight.run(30);
    let looks = 0;
    const signal = {
      get aborted() {
        return ++looks % 3 === 0;
      },
    } as AbortSignal;
    while (cut.timeS() < 30) await cut.run(30, signal);
    expect(looks).toBeGreaterThan(10);
    expect(await bytesOf(cut)).toBe(await bytesOf(straight));
  });

  it('names the cell where water is no longer a number, and keeps the last good state', async () => {
    const flood = aFlood(9, { width: 30, height: 24 });
    const solver = await begin(flood, { scheme });
    await solver.run(10);
    const before = await bytesOf(solver);
    const cells = Int32Array.of(95);
    solver.setFluxes({ cells, flowM3s: Float64Array.of(1e300) });
    expect(() => solver.run(20)).toThrow(/cell \d+ \(column \d+, row \d+\)/);
    expect(await bytesOf(solver)).toBe(before);
    expect(solver.timeS()).toBe(10);
  });

  it('lets a levee fall and a wall rise', async () => {
    const [width, height] = [24, 12];
    const zM = new Float32Array(width * height).fill(10);
    const levee = Int32Array.from({ length: height }, (_, row) => row * width + 8);
    for (const cell of levee) zM[cell] = 13;
    const depthM = Float32Array.from(zM, (_, cell) => (cell % width < 8 ? 2 : 0));
    const manning = new Float32Array(zM.length).fill(0.03);
    const solver = await createWasmSolver(
      { width, height, cellM: 4, zM, manning },
      { scheme, depthM },
      source,
    );
    const beyond = async (column: number) => (await solver.state()).depthM[5 * width + column]!;
    await solver.run(60);
    expect(await beyond(12)).toBe(0);
    const wall = Int32Array.from({ length: height }, (_, row) => row * width + 16);
    solver.setCrests(
      wall,
      new Float32Array(height).fill(Infinity),
      new Float32Array(height).fill(-Infinity),
    );
    solver.setBed(levee, new Float32Array(height).fill(10));
    await solver.run(400);
    expect(await beyond(12)).toBeGreaterThan(0.8);
    expect(await beyond(20)).toBe(0);
    const [depth, level] = await solver.probe(Int32Array.of(5 * width + 12));
    expect(level).toBeCloseTo(10 + depth!, 5);
    expect(solver.grid.zM[levee[3]!]).toBe(10);
  });
});

describe('the flood kernels', () => {
  it.each([
    ['everywhere the same', true],
    ['different from cell to cell', false],
  ])('give the same bytes however a large ground is kept, with roughness %s', async (_, isEven) => {
    const flood = aFlood(4, { width: 520, height: 510, hasGaps: true });
    const manning = isEven ? flood.grid.manning.map(() => 0.03) : flood.grid.manning;
    const grid = { ...flood.grid, manning };
    const found: string[] = [];
    for (const [threads, hasCrests] of [
      [1, false],
      [2, false],
      [1, true],
    ] as const) {
      const solver = await begin({ ...flood, grid }, { scheme: 'local-inertial', threads });
      // A crest below all ground changes nothing but how the ground is kept.
      const deep = Float32Array.of(-Infinity);
      if (hasCrests) solver.setCrests(Int32Array.of(0), deep, deep);
      await solver.run(4);
      found.push(await bytesOf(solver));
      solver.dispose();
    }
    expect(found[1]).toBe(found[0]);
    expect(found[2]).toBe(found[0]);
  });

  it('refuse what the other backends refuse', () => {
    const flood = aFlood(1, { width: 10, height: 10 });
    const manning = new Float32Array(100).fill(-1);
    expect(() =>
      createWasmSolver({ ...flood.grid, manning }, { scheme: 'local-inertial' }, source),
    ).toThrow("Manning's n of cell 0 (column 0, row 0) is -1; it must be 0 or more.");
  });

  it('use one thread where nobody can start another', async () => {
    const flood = aFlood(1, { width: 40, height: 40 });
    const alone = { plain: source.plain };
    const solver = await createWasmSolver(
      flood.grid,
      { scheme: 'local-inertial', threads: 4 },
      alone,
    );
    expect(solver.threads).toBe(1);
    await solver.run(1);
    expect(solver.timeS()).toBe(1);
  });
});
