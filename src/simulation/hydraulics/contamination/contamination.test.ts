import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noChanges } from '#model/network-changes.ts';
import { inpOf, type SmallNetwork } from '../a-small-network.ts';
import { openWaterModel } from '../open-model.ts';
import type { WaterModel } from '../parts.ts';
import { contain } from './contain.ts';
import { rankFlushing } from './flush.ts';
import type { Spread, SpreadOptions } from './parts.ts';
import { spreadContamination } from './spread.ts';
import { traceBack } from './trace-back.ts';

/** 10 L/s through 1 km of 200 mm to J, a tenth of it on to K: 3,142 s and another 3,142 s of way. */
const line: SmallNetwork = {
  reservoirs: [{ id: 'R', headM: 80 }],
  junctions: [
    { id: 'I', elevationM: 10, demandLs: 0 },
    { id: 'J', elevationM: 10, demandLs: 9 },
    { id: 'K', elevationM: 10, demandLs: 1 },
  ],
  pipes: [
    { id: 'feed', from: 'R', to: 'I', lengthM: 10, diameterMm: 200 },
    { id: 'way', from: 'I', to: 'J', lengthM: 1000, diameterMm: 200 },
    { id: 'arm', from: 'J', to: 'K', lengthM: 400, diameterMm: 100 },
  ],
};
const WAY_S = ((Math.PI / 4) * 0.2 ** 2 * 1000) / 0.01;

const asked: SpreadOptions = {
  ...{ changes: noChanges, state: undefined, pressureDriven: undefined, horizonS: 86_400 },
  injection: { node: 'I', massKg: 2, startS: 3600, durationS: 1800 },
  thresholdKgM3: 1e-4,
  flushing: [],
};

let model: WaterModel;
beforeAll(async () => {
  model = await openWaterModel(inpOf(line));
});
afterAll(() => model.close());

function finish<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
const spread = (options: Partial<SpreadOptions> = {}): Spread =>
  finish(spreadContamination(model, { ...asked, ...options }));
const at = (id: string) => (model.nodeIndex.get(id) ?? 0) - 1;
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('spread of a contamination', () => {
  it('arrives after the volume of the pipe has flowed by, at most two steps late', () => {
    const { arrivalS, stepS } = spread();
    const due = 3600 + WAY_S;
    expect(arrivalS[at('J')]).toBeGreaterThanOrEqual(due - stepS);
    expect(arrivalS[at('J')]).toBeLessThanOrEqual(due + 2 * stepS);
    expect(arrivalS[at('K')]).toBeGreaterThan(arrivalS[at('J')] ?? 0);
    expect(arrivalS[at('R')]).toBeNaN();
  });

  it('has the concentration of its mass in the water that flows by: 2 kg in 18 m³', () => {
    const { peakKgM3 } = spread();
    expect(peakKgM3[at('J')]).toBeCloseTo(2 / 18, 3);
  });

  it('ends with customers by their share of the water, and nothing is lost', () => {
    const { takenKg, injectedKg, massBalance } = spread();
    expect(injectedKg).toBeCloseTo(2, 6);
    expect(Math.abs(massBalance - 1)).toBeLessThan(0.01);
    expect(sum(takenKg)).toBeCloseTo(2, 2);
    expect((takenKg[at('J')] ?? 0) / sum(takenKg)).toBeCloseTo(0.9, 2);
  });

  it('keeps its mass whatever is spilled when', () => {
    const injection = fc.record({
      node: fc.constantFrom('I', 'J'),
      massKg: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      startS: fc.integer({ min: 0, max: 20_000 }),
      durationS: fc.integer({ min: 60, max: 20_000 }),
    });
    fc.assert(
      fc.property(injection, (one) => {
        const { takenKg, injectedKg } = spread({ injection: one });
        expect(Math.abs(injectedKg / one.massKg - 1)).toBeLessThan(0.01);
        expect(Math.abs(sum(takenKg) / one.massKg - 1)).toBeLessThan(0.01);
      }),
      { numRuns: 15 },
    );
  });

  it('enters nowhere where no water flows past', async () => {
    const calm = { ...line, junctions: line.junctions.map((one) => ({ ...one, demandLs: 0 })) };
    const still = await openWaterModel(inpOf(calm));
    const { injectedKg, takenKg } = finish(spreadContamination(still, asked));
    still.close();
    expect(injectedKg).toBe(0);
    expect(sum(takenKg)).toBe(0);
  });

  it('gives the same bytes twice, and leaves quality and hydraulics as they were', () => {
    const before = model.project.getQualityInfo();
    expect(spread()).toEqual(spread());
    expect(model.project.getQualityInfo()).toEqual(before);
    for (const _ of spreadContamination(model, asked)) break;
    expect(sum(spread().takenKg)).toBeCloseTo(2, 2);
  });

  it('refuses unknown nodes and what is no injection', () => {
    const run = (options: Partial<SpreadOptions>) =>
      spreadContamination(model, { ...asked, ...options }).next();
    const { injection } = asked;
    expect(() => run({ injection: { ...injection, node: 'Z' } })).toThrow('no node Z');
    expect(() => run({ injection: { ...injection, massKg: 0 } })).toThrow('injection of 0 kg');
    expect(() => run({ thresholdKgM3: 0 })).toThrow('threshold of 0 kg/m³');
  });
});

describe('flushing', () => {
  it('keeps half from customers where as much runs out of a hydrant as they take', () => {
    const flush = { fromS: 3600, flowM3s: 0.01, simulated: 1 };
    const places = finish(rankFlushing(model, asked, spread(), ['K', 'J'], flush));
    expect(places.map(({ node }) => node)).toEqual(['J', 'K']);
    expect(places[0]?.passingKg).toBeCloseTo(2, 1);
    expect(places[0]?.savedKg).toBeCloseTo(1, 1);
    expect(places[1]?.savedKg).toBeNaN();
  });

  it('has nothing to say of hydrants that it never passes', () => {
    expect(
      finish(rankFlushing(model, asked, spread(), ['R'], { fromS: 0, flowM3s: 1, simulated: 1 })),
    ).toEqual([]);
  });
});

describe('tracing complaints back', () => {
  it('follows the water through the pipe by its time of travel', () => {
    const { history } = spread();
    const complaints = [{ node: 'J', atS: 20_000, withinS: 0 }];
    const { candidates, unknownShare } = traceBack(model, history, complaints, {
      spellS: 300,
      leastShare: 0.01,
    });
    expect(unknownShare).toBe(0);
    const upstream = candidates.find(({ node }) => node === 'I');
    expect(upstream?.shares[0]).toBeCloseTo(1, 6);
    const due = 20_000 - WAY_S;
    expect(upstream?.fromS).toBeLessThanOrEqual(due + 300);
    expect(upstream?.untilS).toBeGreaterThanOrEqual(due - 300);
    expect(candidates.some(({ node }) => node === 'K')).toBe(false);
    expect(candidates.reduce((total, { likelihood }) => total + likelihood, 0)).toBeCloseTo(1, 9);
  });

  it('tells two sources by their shares, and leaves what one complaint excludes', async () => {
    const two: SmallNetwork = {
      reservoirs: ['A', 'B'].map((id) => ({ id, headM: 80 })),
      junctions: [
        { id: 'a', elevationM: 0, demandLs: 0 },
        { id: 'b', elevationM: 0, demandLs: 4 },
        { id: 'm', elevationM: 0, demandLs: 8 },
      ],
      pipes: [
        { id: '1', from: 'A', to: 'a', lengthM: 10, diameterMm: 300 },
        { id: '2', from: 'B', to: 'b', lengthM: 10, diameterMm: 300 },
        { id: '3', from: 'a', to: 'm', lengthM: 200, diameterMm: 200 },
        { id: '4', from: 'b', to: 'm', lengthM: 200, diameterMm: 200 },
      ],
    };
    const mixed = await openWaterModel(inpOf(two));
    const { history } = finish(
      spreadContamination(mixed, { ...asked, injection: { ...asked.injection, node: 'a' } }),
    );
    const options = { spellS: 3600, leastShare: 0.01 };
    const one = traceBack(mixed, history, [{ node: 'm', atS: 40_000, withinS: 600 }], options);
    const share = (id: string) => one.candidates.find(({ node }) => node === id)?.shares[0];
    expect(share('a')).toBeCloseTo(0.5, 1);
    expect(share('b')).toBeCloseTo(0.5, 1);
    const both = traceBack(
      mixed,
      history,
      [
        { node: 'm', atS: 40_000, withinS: 600 },
        { node: 'b', atS: 40_000, withinS: 600 },
      ],
      options,
    );
    mixed.close();
    expect(both.candidates.map(({ node }) => node).sort()).toEqual(['B', 'b']);
  });

  it('refuses complaints outside the history, and none at all', () => {
    const { history } = spread();
    expect(() => traceBack(model, history, [])).toThrow('Nobody complained');
    const late = [{ node: 'J', atS: 90_000, withinS: 0 }];
    expect(() => traceBack(model, history, late)).toThrow('expected 0–86400 s');
  });
});

describe('valves around a contamination', () => {
  const valves = new Map([
    ['v1', { link: 'way', node: 'I' }],
    ['v2', { link: 'way', node: 'J' }],
    ['v3', { link: 'arm', node: 'J' }],
  ]);

  it('are those at the edge of what hangs together with it', async () => {
    const valved = await openWaterModel(inpOf(line), { valves });
    const ids = (reached: string[], stuck: string[] = []) =>
      contain(
        valved,
        reached.map((id) => (valved.nodeIndex.get(id) ?? 0) - 1),
        new Set(stuck),
      ).valves;
    expect(ids(['J'])).toEqual(['v2', 'v3']);
    expect(ids(['K'])).toEqual(['v3']);
    expect(ids(['J', 'K'])).toEqual(['v2']);
    expect(ids(['J'], ['v2'])).toEqual(['v1', 'v3']);
    expect(ids([])).toEqual([]);
    valved.close();
  });
});
