import { describe, expect, it } from 'vitest';
import type { FloodBackend, FloodGrid, FloodScheme } from '../parts.ts';
import { createReferenceSolver } from '../reference/index.ts';
import { chooseScheme } from './choose-scheme.ts';
import { type Backend, type Backends, createFloodSolver } from './create-solver.ts';
import { FROUDE_SHARE_LIMIT, FroudeAuditor } from './froude-audit.ts';

const wish = { hazard: 'breach', scheme: 'auto', backend: 'auto' } as const;

describe('the choice of a solver', () => {
  it('goes by the hazard unless a scheme is named', () => {
    const hazards = ['breach', 'dam-break', 'burst', 'surge', 'river', 'rain'] as const;
    const full: FloodScheme = 'shallow-water';
    const inertial: FloodScheme = 'local-inertial';
    expect(hazards.map((hazard) => chooseScheme(hazard, 'auto'))).toEqual([
      ...[full, full, full, full],
      ...[inertial, inertial],
    ]);
    expect(chooseScheme('breach', inertial)).toBe(inertial);
  });

  it('takes the first backend that is there, and the card for shallow water alone', async () => {
    const begun: FloodBackend[] = [];
    const backends = someBackends(begun, ['webgpu', 'wasm', 'reference']);
    await createFloodSolver(aGrid(), wish, backends);
    await createFloodSolver(aGrid(), { ...wish, hazard: 'rain' }, backends);
    expect(begun).toEqual(['webgpu', 'wasm']);
  });

  it('goes on with the next where one that is there does not begin', async () => {
    const begun: FloodBackend[] = [];
    const backends = {
      ...someBackends(begun, ['js']),
      webgpu: { isThere: () => true, create: () => Promise.reject(new Error('device lost')) },
      wasm: { isThere: () => false, create: createReferenceSolver },
    };
    await createFloodSolver(aGrid(), wish, backends);
    expect(begun).toEqual(['js']);
  });

  it('takes a named backend or none', async () => {
    const backends = someBackends([], ['js']);
    await expect(
      createFloodSolver(aGrid(), { ...wish, backend: 'webgpu' }, backends),
    ).rejects.toThrow('The backend webgpu is not here for shallow-water.');
  });

  it('says all that went wrong where none begins', async () => {
    const broken: Backend = {
      isThere: () => true,
      create: () => Promise.reject(new Error('no memory')),
    };
    await expect(createFloodSolver(aGrid(), wish, { js: broken })).rejects.toThrow(
      'No backend could begin shallow-water: Error: no memory',
    );
  });

  it('names the cell and value of a bad input before it asks a backend', async () => {
    const grid = aGrid();
    grid.manning[5] = -0.5;
    await expect(createFloodSolver(grid, wish)).rejects.toMatchObject({
      name: 'FloodError',
      message: "Manning's n of cell 5 (column 1, row 1) is -0.5; it must be 0 or more.",
      cell: 5,
      value: -0.5,
    });
  });

  it('has a solver on every machine', async () => {
    const solver = await createFloodSolver(aGrid(), { ...wish, backend: 'js' });
    expect([solver.scheme, solver.backend]).toEqual(['shallow-water', 'js']);
    solver.dispose();
  });
});

describe('the Froude audit', () => {
  it('remembers that local inertial has left its validity, and never blames shallow water', () => {
    const inertial = new FroudeAuditor('local-inertial');
    const fast = { wetCells: 1000, froudeShare: FROUDE_SHARE_LIMIT * 1.01 };
    expect(inertial.see({ ...fast, froudeShare: FROUDE_SHARE_LIMIT }).isBeyond).toBe(false);
    expect(inertial.see(fast).isBeyond).toBe(true);
    expect(inertial.see({ ...fast, froudeShare: 0 }).isBeyond).toBe(true);
    expect(new FroudeAuditor('shallow-water').see(fast).isBeyond).toBe(false);
  });

  it('makes nothing of a few cells at the front', () => {
    const audit = new FroudeAuditor('local-inertial').see({ wetCells: 3, froudeShare: 1 });
    expect(audit).toEqual({ largestShare: 0, isBeyond: false });
  });
});

function someBackends(begun: FloodBackend[], names: readonly FloodBackend[]): Backends {
  return Object.fromEntries(
    names.map((name): [FloodBackend, Backend] => [
      name,
      {
        isThere: () => true,
        create: (grid, options) => {
          begun.push(name);
          return createReferenceSolver(grid, options);
        },
      },
    ]),
  );
}

const aGrid = (): FloodGrid => ({
  ...{ width: 4, height: 4, cellM: 1 },
  zM: new Float32Array(16),
  manning: new Float32Array(16).fill(0.03),
});
