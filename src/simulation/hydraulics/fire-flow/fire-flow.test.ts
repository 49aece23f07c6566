import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowThatLosesM3s, inpOf, type SmallNetwork } from '../a-small-network.ts';
import { openWaterModel } from '../open-model.ts';
import { hydrantClassOf, TWENTY_PSI_M } from './classes.ts';
import { runFireFlow, usualFireFlow } from './fire-flow.ts';
import { byBisection, byEmitter } from './one-solve.ts';
import { compareRing } from './ring.ts';

const main = { id: 'P1', from: 'R', to: 'J', lengthM: 400, diameterMm: 150 };
const oneMain: SmallNetwork = {
  reservoirs: [{ id: 'R', headM: 60 }],
  junctions: [{ id: 'J', elevationM: 10, demandLs: 0 }],
  pipes: [main],
};
const alone = { ...usualFireFlow, zoneMinimumM: Number.NEGATIVE_INFINITY };

async function flowsOf(network: SmallNetwork, hydrants: readonly string[], options = alone) {
  const model = await openWaterModel(inpOf(network));
  const flows = [...runFireFlow(model, hydrants, options)];
  model.close();
  return flows;
}

describe('fire flow of a hydrant', () => {
  it('is what one main loses from the reservoir down to 20 psi', async () => {
    const [flow] = await flowsOf(oneMain, ['J']);
    const expected = flowThatLosesM3s(main, 60 - 10 - TWENTY_PSI_M);
    expect(flow?.flowM3s).toBeCloseTo(expected, 5);
    expect(flow).toMatchObject({ limit: 'hydrant', method: 'oneSolve' });
    expect(flow?.staticM).toBeCloseTo(50, 6);
    expect(flow?.hydrantClass).toBe(hydrantClassOf(expected));
  });

  it("is not changed by the file's multiplier and default pattern, but by the demand itself", async () => {
    const busy = {
      ...oneMain,
      junctions: [{ id: 'J', elevationM: 10, demandLs: 5 }],
      multiplier: 1.5,
      pattern: [2, 1],
    };
    const [flow] = await flowsOf(busy, ['J'], { ...alone, mostM3s: 0.02 });
    const [full] = await flowsOf(busy, ['J']);
    const total = flowThatLosesM3s(main, 50 - TWENTY_PSI_M);
    expect(full?.flowM3s).toBeCloseTo(total - 0.015, 5);
    expect(flow).toMatchObject({ limit: 'most', flowM3s: 0.02 });
  });

  it('is cut where another junction of the zone would fall below the minimum', async () => {
    const high = { id: 'P2', from: 'J', to: 'H', lengthM: 100, diameterMm: 150 };
    const hill: SmallNetwork = {
      ...oneMain,
      junctions: [...oneMain.junctions, { id: 'H', elevationM: 40, demandLs: 0 }],
      pipes: [main, high],
    };
    const [flow] = await flowsOf(hill, ['J'], usualFireFlow);
    const allowed = flowThatLosesM3s(main, 60 - 40 - TWENTY_PSI_M);
    expect(flow).toMatchObject({ limit: 'zone', lowestNode: 'H' });
    expect(Math.abs((flow?.flowM3s ?? 0) / allowed - 1)).toBeLessThan(0.01);
    expect(flow?.aloneM3s).toBeGreaterThan(flow?.flowM3s ?? 0);
  });

  it('does not blame it for junctions that were short of pressure before', async () => {
    const short: SmallNetwork = {
      ...oneMain,
      junctions: [...oneMain.junctions, { id: 'H', elevationM: 55, demandLs: 0 }],
      pipes: [main, { id: 'P2', from: 'J', to: 'H', lengthM: 100, diameterMm: 150 }],
    };
    const [flow] = await flowsOf(short, ['J'], usualFireFlow);
    expect(flow?.limit).toBe('hydrant');
  });

  it('is none where the pressure is below the residual already', async () => {
    const weak = { ...oneMain, reservoirs: [{ id: 'R', headM: 20 }] };
    const [flow] = await flowsOf(weak, ['J']);
    expect(flow).toMatchObject({ flowM3s: 0, limit: 'noPressure', hydrantClass: 'C' });
  });

  it('agrees with bisection on trees of random pipes', async () => {
    const pipe = fc.record({
      lengthM: fc.integer({ min: 20, max: 800 }),
      diameterMm: fc.constantFrom(80, 100, 150, 200, 300),
      elevationM: fc.integer({ min: 0, max: 20 }),
      demandLs: fc.integer({ min: 0, max: 3 }),
      parent: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(pipe, { minLength: 2, maxLength: 8 }), async (rows) => {
        const network: SmallNetwork = {
          reservoirs: [{ id: 'R', headM: 90 }],
          junctions: rows.map(({ elevationM, demandLs }, at) => ({
            ...{ id: `J${at}`, elevationM, demandLs },
          })),
          pipes: rows.map(({ parent, lengthM, diameterMm }, at) => ({
            ...{ id: `P${at}`, from: at === 0 ? 'R' : `J${parent % at}`, to: `J${at}` },
            ...{ lengthM, diameterMm },
          })),
        };
        const model = await openWaterModel(inpOf(network));
        const [first] = runFireFlow(model, [`J${rows.length - 1}`], alone);
        const index = model.nodeIndex.get(`J${rows.length - 1}`) ?? 0;
        const staticM = first?.staticM ?? 0;
        if (staticM > TWENTY_PSI_M + 0.5) {
          const quick = byEmitter(model, index, TWENTY_PSI_M)?.flowM3s ?? Number.NaN;
          const slow = byBisection(model, index, staticM, TWENTY_PSI_M)?.flowM3s ?? Number.NaN;
          expect(Math.abs(quick - slow)).toBeLessThan(0.002 * slow + 1e-5);
        }
        model.close();
      }),
      { numRuns: 25 },
    );
  });

  it('leaves the model as it was, whoever stops in the middle', async () => {
    const model = await openWaterModel(inpOf(oneMain));
    const read = () => [...runFireFlow(model, ['J'])];
    const before = read();
    for (const _ of runFireFlow(model, ['J', 'J'])) break;
    expect(read()).toEqual(before);
    expect(model.project.getNodeValue(1, 0)).toBe(10);
    model.close();
  });

  it('refuses what is no junction, with its id', async () => {
    const model = await openWaterModel(inpOf(oneMain));
    expect(() => [...runFireFlow(model, ['X'])]).toThrow('Hydrant X is no node of the model.');
    expect(() => [...runFireFlow(model, ['R'])]).toThrow('Hydrant R is a tank or reservoir');
    model.close();
  });
});

describe('a ring main', () => {
  const ring: SmallNetwork = {
    reservoirs: [{ id: 'R', headM: 60 }],
    junctions: ['A', 'H'].map((id) => ({ id, elevationM: 10, demandLs: 0 })),
    pipes: [
      { id: 'feed', from: 'R', to: 'A', lengthM: 1, diameterMm: 600 },
      { id: 'short', from: 'A', to: 'H', lengthM: 200, diameterMm: 100 },
      { id: 'long', from: 'A', to: 'H', lengthM: 400, diameterMm: 100 },
    ],
  };

  it('gives what each of its sides gives alone when the other is closed, the least first', async () => {
    const model = await openWaterModel(inpOf(ring));
    const { hydrant, closed } = compareRing(model, 'H', alone);
    model.close();
    const [, short, long] = ring.pipes;
    expect(closed.map(({ link }) => link)).toEqual(['short', 'long']);
    const sides = [long, short].map((pipe) => pipe && flowThatLosesM3s(pipe, 50 - TWENTY_PSI_M));
    closed.forEach(({ flow }, at) => {
      expect(Math.abs(flow.flowM3s / (sides[at] ?? 0) - 1)).toBeLessThan(2e-3);
    });
    const together = (sides[0] ?? 0) + (sides[1] ?? 0);
    expect(Math.abs(hydrant.flowM3s / together - 1)).toBeLessThan(3e-3);
  });

  it('is looked for behind the stub that a hydrant hangs on', async () => {
    const stub = { id: 'stub', from: 'H', to: 'S', lengthM: 10, diameterMm: 100 };
    const junctions = [...ring.junctions, { id: 'S', elevationM: 10, demandLs: 0 }];
    const model = await openWaterModel(inpOf({ ...ring, junctions, pipes: [...ring.pipes, stub] }));
    const { feedNode, closed } = compareRing(model, 'S', alone);
    model.close();
    expect(feedNode).toBe('H');
    expect(closed).toHaveLength(2);
  });
});

const net3 = new URL('../../../../../shared/data/pipes/water/Net3.inp', import.meta.url);

describe.skipIf(!existsSync(net3))('on EPANET Net3 (skipped without the shared data)', () => {
  it('gives the same bytes twice, alone or among others', async () => {
    const model = await openWaterModel(readFileSync(net3, 'utf8'));
    const hydrants = ['15', '35', '105', '253', '601'];
    const together = [...runFireFlow(model, hydrants)];
    const alone = hydrants.flatMap((id) => [...runFireFlow(model, [id])]);
    model.close();
    expect(alone).toEqual(together);
  });
});
