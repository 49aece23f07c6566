import { describe, expect, it } from 'vitest';
import { aFlood } from '#simulation/flood/wasm/a-flood.ts';
import { createWasmSolver } from '#simulation/flood/wasm/index.ts';
import { loadKernel } from './load-kernel.ts';

describe('the flood kernels in the browser', () => {
  it('load once, and run on as many threads as the page allows', async () => {
    const source = await loadKernel();
    expect(await loadKernel()).toBe(source);
    expect(source.threaded !== undefined).toBe(crossOriginIsolated);
    const flood = aFlood(2, { width: 60, height: 60, hasWalls: true });
    const options = { scheme: 'local-inertial', depthM: flood.depthM } as const;
    const one = await createWasmSolver(flood.grid, { ...options, threads: 1 }, source);
    await one.run(30);
    const { depthM } = await one.state();
    expect(Math.max(...depthM)).toBeGreaterThan(0.5);
    expect((await one.balance()).relativeError).toBeLessThan(1e-6);
  });
});
