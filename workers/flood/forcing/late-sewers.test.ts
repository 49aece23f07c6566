import { describe, expect, it } from 'vitest';
import { aDrain } from '#simulation/drainage/a-drain.ts';
import { readSwmm } from '#simulation/drainage/read-swmm.ts';
import { createDrainage } from '#simulation/drainage/run-drainage.ts';
import { aSite } from '#simulation/flood/forcing/a-site.ts';
import { createForcing } from '#simulation/flood/forcing/create-forcing.ts';
import type { ForcingPart, ForcingSource } from '#simulation/flood/forcing/parts.ts';
import { runForced } from '#simulation/flood/forcing/run-forced.ts';
import { createSewers } from '#simulation/flood/forcing/sewers.ts';
import { createReferenceSolver } from '#simulation/flood/reference/index.ts';
import { SEWERS_FROM_S, withLateSewers } from './late-sewers.ts';

// A street of 40 × 6 cells of 4 m over six manholes.
const street = aSite({ width: 40, height: 6, cellM: 4 });
const cellOf = (node: number) => 2 * 40 + 3 + 6 * node;
const rain: ForcingSource = {
  ...{ id: 'r', name: 'r', kind: 'rain' },
  storm: { shape: 'block', depthMm: 60, durationS: 600 },
};
const inflow: ForcingSource = {
  ...{ id: 'i', name: 'i', kind: 'inflow', flow: [[0, 0.2]] },
  line: [
    [20, 4],
    [20, 20],
  ],
};

function sewers() {
  const inp = aDrain({
    ...{ nodes: 6, lengthM: 24, slope: 0.003, diameter: 0.3, manning: 0.013, flow: 0, hours: 1 },
  });
  const drainage = createDrainage(readSwmm(inp, 'street.inp'), { hasStreet: true });
  const nodeCells = Int32Array.from(drainage.drains.model.nodes, ({ id }) =>
    id === 'OUT' ? -1 : cellOf(Number(id.slice(1))),
  );
  const inlets = [0, 1, 2, 3, 4, 5].map((node) => ({
    ...{ cell: cellOf(node), node, perimeterM: 1.6, openingM2: 0.15 },
  }));
  return createSewers({ drainage, inlets, nodeCells });
}

const withParts = (parts: readonly ForcingPart[], own?: ReturnType<typeof sewers>) =>
  createForcing({
    ...{ ...street, structures: [], loss: { kind: 'none' } },
    sources: parts as readonly ForcingSource[],
    ...(own && { sewers: own }),
  });

function late(waitMs = 0) {
  const asked: (readonly ForcingPart[])[] = [];
  const forcing = withLateSewers(withParts([rain]), [rain], async (parts) => {
    asked.push(parts);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    return withParts(parts, sewers());
  });
  return { forcing, asked };
}
const aSolver = () => createReferenceSolver(street.grid, { scheme: 'local-inertial' });

describe('sewers that open while the water runs', () => {
  it('are asked for once the run has come so far, and lose no water', async () => {
    const { forcing, asked } = late();
    const solver = aSolver();
    await runForced(solver, forcing, SEWERS_FROM_S);
    expect(asked).toHaveLength(0);
    expect(forcing.balance(SEWERS_FROM_S).sewersM3.swallowed).toBe(0);
    await runForced(solver, forcing, 900);
    expect(asked).toEqual([[rain]]);
    const { storedM3 } = await solver.balance();
    const { swallowed, surcharged } = forcing.balance(900).sewersM3;
    expect(swallowed).toBeGreaterThan(10);
    expect((storedM3 + swallowed - surcharged) / (160 * 24 * 0.06)).toBeCloseTo(1, 6);
  });

  it('give the same water however long they take to open', async () => {
    const depths: number[][] = [];
    for (const waitMs of [0, 40]) {
      const { forcing } = late(waitMs);
      const solver = aSolver();
      await runForced(solver, forcing, 300);
      depths.push([...(await solver.state()).depthM]);
    }
    expect(depths[1]).toEqual(depths[0]);
  });

  it('go on from a kept state as if the run had never stopped', async () => {
    const whole = late();
    const solver = aSolver();
    await runForced(solver, whole.forcing, 200);
    const [state, kept] = [await solver.snapshot(), structuredClone(whole.forcing.snapshot())];
    await runForced(solver, whole.forcing, 400);
    const other = aSolver();
    const next = late();
    await other.restore(state);
    next.forcing.restore(kept);
    // What is kept before they are back knows of them.
    expect(next.forcing.snapshot().sewers).toEqual(kept.sewers);
    await runForced(other, next.forcing, 400);
    expect([...(await other.state()).depthM]).toEqual([...(await solver.state()).depthM]);
  });

  it('know what was added and taken out before they opened, and are none where the city has none', async () => {
    const { forcing, asked } = late();
    const solver = aSolver();
    await runForced(solver, forcing, 10);
    forcing.add(inflow);
    forcing.remove('r');
    await runForced(solver, forcing, 60);
    expect(asked).toEqual([[inflow]]);
    expect(forcing.flows().map(({ id }) => id)).toContain('i');
    const without = withLateSewers(withParts([rain]), [rain], async () => undefined);
    const dry = aSolver();
    await runForced(dry, without, 60);
    expect(without.balance(60).sewersM3.swallowed).toBe(0);
  });

  it('that can’t be opened are told when their time has come', async () => {
    const broken = withLateSewers(withParts([rain]), [rain], async () => {
      throw new Error('pipes-storm has no links.');
    });
    const solver = aSolver();
    await runForced(solver, broken, SEWERS_FROM_S);
    await expect(runForced(solver, broken, 60)).rejects.toThrow('pipes-storm has no links.');
  });
});
