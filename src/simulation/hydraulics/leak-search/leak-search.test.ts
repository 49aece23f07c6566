import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noChanges } from '#model/network-changes.ts';
import { inpOf, type SmallNetwork } from '../a-small-network.ts';
import { openWaterModel } from '../open-model.ts';
import type { SolveOptions, WaterModel } from '../parts.ts';
import { nodeOf, prepare } from '../prepare.ts';
import { solveHeads } from '../solve-heads.ts';
import { searchLeak } from './leak-search.ts';
import { type LeakFinding, type LeakSensor, usualLeakSearch } from './parts.ts';
import { centreOf, smallestArea } from './posterior.ts';

/** A main to a crossing with three arms of four pipes each; a sensor sits at the end of each arm. */
const arms = ['A', 'B', 'C'];
const town: SmallNetwork = {
  reservoirs: [{ id: 'R', headM: 70 }],
  junctions: [
    { id: 'X', elevationM: 10, demandLs: 0 },
    ...arms.flatMap((arm) =>
      [1, 2, 3, 4].map((at) => ({ id: `${arm}${at}`, elevationM: 10, demandLs: 1 })),
    ),
  ],
  pipes: [
    { id: 'main', from: 'R', to: 'X', lengthM: 500, diameterMm: 250 },
    ...arms.flatMap((arm) =>
      [1, 2, 3, 4].map((at) => ({
        ...{ id: `p${arm}${at}`, from: at === 1 ? 'X' : `${arm}${at - 1}`, to: `${arm}${at}` },
        ...{ lengthM: 200, diameterMm: 100 },
      })),
    ),
  ],
};
const sensors: LeakSensor[] = arms.map((arm) => ({ node: `${arm}4`, noiseM: 0.02 }));
const usual: SolveOptions = { changes: noChanges, state: undefined, pressureDriven: undefined };

let model: WaterModel;
beforeAll(async () => {
  model = await openWaterModel(inpOf(town));
});
afterAll(() => model.close());

function headsAtSensors(options: SolveOptions): number[] {
  const undo = prepare(model, options);
  const heads = solveHeads(model) ?? [];
  undo();
  return sensors.map(({ node }) => heads[nodeOf(model, node) - 1] ?? Number.NaN);
}

function changeBy(leak: SolveOptions): number[] {
  const before = headsAtSensors(usual);
  return headsAtSensors(leak).map((head, at) => head - (before[at] ?? 0));
}

const leakAt = (node: string, flowM3s: number): SolveOptions => ({
  ...usual,
  changes: { ...noChanges, extraDemands: [{ node, flowM3s }] },
});

function search(changeM: readonly number[], options = usualLeakSearch): LeakFinding {
  const steps = searchLeak(model, sensors, [{ options: usual, changeM }], options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const idsOf = (links: Int32Array) => Array.from(links, (link) => model.linkIds[link]);

describe('search for a leak', () => {
  it('names pipes of the arm that leaks, at its end where the sensor sees it most', () => {
    const finding = search(changeBy(leakAt('B4', 0.002)));
    expect(finding.isFound).toBe(true);
    expect(idsOf(finding.area)).toContain('pB4');
    expect(idsOf(finding.area).every((id) => id?.startsWith('pB'))).toBe(true);
    expect(finding.meanFlowM3s).toBeGreaterThan(0.0015);
    expect(finding.meanFlowM3s).toBeLessThan(0.004);
  });

  it('tries again with the flow that fits when a burst is far larger than the first guess', () => {
    const finding = search(changeBy(leakAt('C2', 0.02)), {
      ...usualLeakSearch,
      firstFlowM3s: 0.0005,
    });
    // The node that leaks lies between these two.
    expect(['pC2', 'pC3']).toEqual(expect.arrayContaining(idsOf(finding.area)));
    expect(finding.area.length).toBeGreaterThan(0);
    expect(finding.meanFlowM3s).toBeLessThan(0.025);
    expect(finding.meanFlowM3s).toBeGreaterThan(0.015);
  });

  it('finds nothing where nothing changed, nor where pressure rose', () => {
    expect(search([0, 0, 0]).isFound).toBe(false);
    expect(search([1, 1, 1]).isFound).toBe(false);
  });

  it('takes people who drink more everywhere for no leak', () => {
    const more: SolveOptions = {
      ...usual,
      state: { patternS: 0, tankLevelM: new Map(), pumps: new Map(), demandFactor: 1.1 },
    };
    const wary = { ...usualLeakSearch, demandDrift: 0.1 };
    expect(search(changeBy(more), wary).isFound).toBe(false);
    expect(search(changeBy(more), { ...wary, demandDrift: 0 }).isFound).toBe(true);
  });

  it('leaves silent sensors out', () => {
    const [, b, c] = changeBy(leakAt('B4', 0.002));
    const finding = search([Number.NaN, b ?? 0, c ?? 0]);
    expect(idsOf(finding.area)).toContain('pB4');
  });

  it('gives probabilities that sum to 1, whatever loss of pressure is seen', () => {
    const loss = fc.double({ min: -20, max: -0.5, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(loss, loss, loss), (changeM) => {
        const { probability, area, areaLengthM } = search(changeM);
        expect(probability.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        const held = area.reduce((sum, link) => sum + (probability[link] ?? 0), 0);
        expect(held).toBeGreaterThanOrEqual(0.8 - 1e-9);
        expect(areaLengthM).toBeGreaterThan(0);
      }),
      { numRuns: 15 },
    );
  });

  it('gives the same bytes twice and leaves the model as it was', () => {
    const changeM = changeBy(leakAt('A3', 0.003));
    expect(search(changeM)).toEqual(search(changeM));
    expect(changeBy(leakAt('A3', 0.003))).toEqual(changeM);
  });

  it('refuses unknown sensors, missing values and no values at all', () => {
    const run = (some: readonly LeakSensor[], changeM: readonly number[]) =>
      searchLeak(model, some, [{ options: usual, changeM }]).next();
    expect(() => run([{ node: 'Z', noiseM: 0.1 }], [0])).toThrow('The model has no node Z.');
    expect(() => run(sensors, [0])).toThrow('An instant has 1 changes: expected 3 sensors.');
    expect(() => run(sensors, [Number.NaN, Number.NaN, Number.NaN])).toThrow('nothing to search');
  });
});

describe('area of a leak', () => {
  it('is the shortest length of pipes that holds the share', () => {
    const probability = Float64Array.of(0.5, 0.3, 0.2);
    const lengthM = Float64Array.of(500, 100, 10);
    const links = Int32Array.of(0, 1, 2);
    expect(Array.from(smallestArea(probability, lengthM, links, 0.5))).toEqual([2, 1]);
    expect(Array.from(smallestArea(probability, lengthM, links, 0.6))).toEqual([2, 1, 0]);
  });

  it('begins where most of the probability lies around, not at the likeliest pipe', () => {
    const probability = Float64Array.of(0.4, 0.3, 0.3);
    const middles = Float64Array.of(0, 0, 1000, 0, 1100, 0);
    const area = Int32Array.of(0, 1, 2);
    expect(centreOf(probability, middles, area, 300)).toBe(1);
  });
});
