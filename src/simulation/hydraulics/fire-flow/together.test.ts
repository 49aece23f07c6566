import { describe, expect, it } from 'vitest';
import { flowThatLosesM3s, inpOf, type SmallNetwork } from '../a-small-network.ts';
import { openWaterModel } from '../open-model.ts';
import { TWENTY_PSI_M } from './classes.ts';
import { runFireFlow, usualFireFlow } from './fire-flow.ts';
import { runTogether } from './together.ts';

const main = { id: 'P1', from: 'R', to: 'J', lengthM: 400, diameterMm: 150 };
/** Two hydrants on short stubs at the end of one main. */
const twoStubs: SmallNetwork = {
  reservoirs: [{ id: 'R', headM: 60 }],
  junctions: [
    { id: 'J', elevationM: 10, demandLs: 0 },
    { id: 'A', elevationM: 10, demandLs: 0 },
    { id: 'B', elevationM: 10, demandLs: 0 },
  ],
  pipes: [
    main,
    { id: 'P2', from: 'J', to: 'A', lengthM: 5, diameterMm: 150 },
    { id: 'P3', from: 'J', to: 'B', lengthM: 5, diameterMm: 150 },
  ],
};
const alone = { ...usualFireFlow, zoneMinimumM: Number.NEGATIVE_INFINITY };

async function together(network: SmallNetwork, nodes: readonly string[], options = alone) {
  const model = await openWaterModel(inpOf(network));
  try {
    const run = (ids: readonly string[]) => {
      const steps = runTogether(model, ids, options);
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    };
    const found = run(nodes);
    // What was changed is put back: the same again, and each alone as if nothing had been.
    expect(run(nodes)).toEqual(found);
    const each = [...runFireFlow(model, nodes, options)];
    return { ...found, each };
  } finally {
    model.close();
  }
}

describe('several hydrants together', () => {
  it('give what the main that feeds them carries, not the sum of each alone', async () => {
    const { rows, totalM3s, limit, each } = await together(twoStubs, ['A', 'B']);
    const carried = flowThatLosesM3s(main, 50 - TWENTY_PSI_M);
    expect(limit).toBe('hydrants');
    expect(Math.abs(totalM3s / carried - 1)).toBeLessThan(0.01);
    expect(rows[0]?.flowM3s).toBeCloseTo(rows[1]?.flowM3s ?? 0, 4);
    const sum = each.reduce((total, { flowM3s }) => total + flowM3s, 0);
    expect(sum).toBeGreaterThan(1.9 * totalM3s);
  });

  it('are what each gives where they hang on mains of their own', async () => {
    const apart: SmallNetwork = {
      reservoirs: twoStubs.reservoirs,
      junctions: twoStubs.junctions.slice(1),
      pipes: [
        { ...main, to: 'A' },
        { ...main, id: 'P2', to: 'B', lengthM: 900 },
      ],
    };
    const { rows, each } = await together(apart, ['A', 'B']);
    rows.forEach(({ flowM3s }, at) => {
      expect(Math.abs(flowM3s - (each[at]?.flowM3s ?? 0))).toBeLessThan(1e-4);
    });
  });

  it('holds each to its most and lets the others have the rest', async () => {
    const most = { ...alone, mostM3s: 0.01 };
    const { rows, limit } = await together(twoStubs, ['A', 'B'], most);
    expect(rows.map(({ flowM3s }) => flowM3s)).toEqual([0.01, 0.01]);
    expect(limit).toBe('hydrants');
  });

  it('throttles all alike where their zone would fall below the minimum', async () => {
    const high = { id: 'P4', from: 'J', to: 'H', lengthM: 100, diameterMm: 150 };
    const hill: SmallNetwork = {
      ...twoStubs,
      junctions: [...twoStubs.junctions, { id: 'H', elevationM: 40, demandLs: 0 }],
      pipes: [...twoStubs.pipes, high],
    };
    const { totalM3s, limit } = await together(hill, ['A', 'B'], usualFireFlow);
    const allowed = flowThatLosesM3s(main, 60 - 40 - TWENTY_PSI_M);
    expect(limit).toBe('zone');
    expect(Math.abs(totalM3s / allowed - 1)).toBeLessThan(0.01);
  });

  it('leaves out one without pressure, and gives nothing where all are so', async () => {
    const uphill = (elevationM: number): SmallNetwork => ({
      ...twoStubs,
      junctions: twoStubs.junctions.map((one) => (one.id === 'B' ? { ...one, elevationM } : one)),
    });
    const { rows } = await together(uphill(55), ['A', 'B']);
    expect(rows[1]?.flowM3s).toBe(0);
    expect(rows[0]?.flowM3s).toBeGreaterThan(0.02);
    expect(await together(uphill(55), ['B'])).toMatchObject({ limit: 'noPressure', totalM3s: 0 });
  });

  it('says which hydrant is none', async () => {
    await expect(together(twoStubs, ['X'])).rejects.toThrow('Hydrant X is no node of the model.');
    await expect(together(twoStubs, ['R'])).rejects.toThrow('expected a junction');
  });
});
