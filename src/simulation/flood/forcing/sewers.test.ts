import { describe, expect, it } from 'vitest';
import { aDrain } from '../../drainage/a-drain.ts';
import { readSwmm } from '../../drainage/read-swmm.ts';
import { createDrainage } from '../../drainage/run-drainage.ts';
import { storedVolume } from '../../drainage/statistics.ts';
import { createReferenceSolver } from '../reference/index.ts';
import { aSite } from './a-site.ts';
import { createForcing } from './create-forcing.ts';
import { runForced } from './run-forced.ts';
import { createSewers } from './sewers.ts';

// A street of 40 × 6 m with six manholes under it, in a bowl so that water stays.
const street = aSite({ width: 40, height: 6, cellM: 4 });
const middle = (k: number) => 2 * 40 + 3 + 6 * k;

function drains(flow: number, hours = 1) {
  const inp = aDrain({
    ...{ nodes: 6, lengthM: 24, slope: 0.003, diameter: 0.3, manning: 0.013, flow, hours },
  });
  return createDrainage(readSwmm(inp, 'street.inp'), { hasStreet: true });
}

function setup(flow: number) {
  const drainage = drains(flow);
  const nodeCells = Int32Array.from(drainage.drains.model.nodes, ({ id }) =>
    id === 'OUT' ? -1 : middle(Number(id.slice(1))),
  );
  const inlets = [0, 1, 2, 3, 4, 5].flatMap((node) =>
    [-1, 1].map((side) => ({
      ...{ cell: middle(node) + side, node, perimeterM: 1.6, openingM2: 0.15 },
    })),
  );
  const sewers = createSewers({ drainage, inlets, nodeCells });
  return { drainage, sewers };
}

const nothing = { structures: [], loss: { kind: 'none' } } as const;

describe('street and sewers', () => {
  it('share one volume: what rains is on the street, in the drains, or out at their end', async () => {
    const { drainage, sewers } = setup(0);
    const solver = createReferenceSolver(street.grid, { scheme: 'local-inertial' });
    const forcing = createForcing({
      ...{ ...street, ...nothing, sewers },
      sources: [
        {
          ...{ id: 'r', name: 'r', kind: 'rain' },
          storm: { shape: 'block', depthMm: 60, durationS: 600 },
        },
      ],
    });
    await runForced(solver, forcing, 1500);
    const rained = 160 * 24 * 0.06;
    const { statistics, exchange } = drainage;
    const { storedM3 } = await solver.balance();
    const below = storedVolume(drainage.drains) + (exchange?.pendingM3() ?? 0);
    const { swallowed, surcharged } = forcing.balance(1500).sewersM3;
    expect(swallowed).toBeGreaterThan(0.2 * rained);
    // On the street to f32 of the rain; in the drains to the routing's own error.
    expect((storedM3 + swallowed - surcharged) / rained).toBeCloseTo(1, 6);
    expect((below + statistics.outflowM3) / (swallowed - surcharged)).toBeCloseTo(1, 1);
    expect(statistics.streetM3).toBeCloseTo(swallowed, 9);
    expect(Math.abs((await solver.balance()).relativeError)).toBeLessThan(1e-9);
  });

  it('comes up at its manhole where the drain can’t hold it', async () => {
    const { drainage, sewers } = setup(0.4);
    const solver = createReferenceSolver(street.grid, { scheme: 'local-inertial' });
    const forcing = createForcing({ ...street, ...nothing, sources: [], sewers });
    await runForced(solver, forcing, 900);
    const { surcharged, swallowed } = forcing.balance().sewersM3;
    const { storedM3 } = await solver.balance();
    expect(surcharged).toBeGreaterThan(20);
    expect(storedM3).toBeCloseTo(surcharged - swallowed, 4);
    expect(drainage.statistics.overflowM3).toBeCloseTo(surcharged, 6);
  });

  it('goes on from a snapshot with the same bytes', async () => {
    const one = setup(0.3);
    const solver = createReferenceSolver(street.grid, { scheme: 'local-inertial' });
    const forcing = createForcing({ ...street, ...nothing, sources: [], sewers: one.sewers });
    await runForced(solver, forcing, 303);
    const kept = structuredClone([await solver.snapshot(), forcing.snapshot()] as const);
    await runForced(solver, forcing, 600);

    const two = setup(0.3);
    const other = createReferenceSolver(street.grid, { scheme: 'local-inertial' });
    const again = createForcing({ ...street, ...nothing, sources: [], sewers: two.sewers });
    await other.restore(kept[0]);
    again.restore(kept[1]);
    await runForced(other, again, 600);
    expect((await other.state()).depthM).toEqual((await solver.state()).depthM);
    expect(again.balance()).toEqual(forcing.balance());
    expect(two.drainage.drains.conduits.flowM3s).toEqual(one.drainage.drains.conduits.flowM3s);
  });

  it('says where drains have no street', () => {
    const inp = aDrain({
      ...{ nodes: 2, lengthM: 24, slope: 0.003, diameter: 0.3, manning: 0.013, flow: 0 },
    });
    const drainage = createDrainage(readSwmm(inp, 'street.inp'));
    expect(() => createSewers({ drainage, inlets: [], nodeCells: new Int32Array(3) })).toThrow(
      'have no street',
    );
  });
});
