import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  change,
  changed,
  END_S,
  kinds,
  moment,
  resultOf,
  scenario,
  side,
  town,
} from './a-steered-town.ts';
import { buildGraph } from './building-graph.ts';
import type { UrbanScenario } from './scenario.ts';
import { createTown } from './town.ts';
import { createUrbanFire } from './urban-fire.ts';

function whole(given: UrbanScenario) {
  const fire = createUrbanFire(town);
  fire.start(given);
  fire.advance(END_S);
  return resultOf(fire);
}

describe('a change while it burns', () => {
  it('leaves everything before it byte for byte as it was', () => {
    fc.assert(
      fc.property(scenario, moment, change, (given, timeS, what) => {
        const before = whole(given);
        const after = whole(changed(given, timeS, what));
        before.ignitionS.forEach((ignitedS, at) => {
          const turned = after.ignitionS[at] ?? Number.NaN;
          if (ignitedS < timeS || turned < timeS) expect(turned).toBe(ignitedS);
          if (ignitedS < timeS) {
            expect(after.source[at]).toBe(before.source[at]);
            expect(after.cause[at]).toBe(before.cause[at]);
          }
        });
        const groundBefore = ({ ground: { cells: burntCells, timeS: times } }: typeof before) => {
          const until = times.filter((one) => one < timeS);
          return [until, burntCells.slice(0, until.length)];
        };
        expect(groundBefore(after)).toEqual(groundBefore(before));
        const burnt = [...before.order].filter((at) => (before.ignitionS[at] ?? 0) < timeS);
        const outS = Math.max(...burnt.map((at) => before.endS[at] ?? 0));
        const until = (of: typeof before) =>
          of.brought.filter((one) => one.timeS < timeS && one.timeS <= outS);
        expect(until(after)).toEqual(until(before));
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same bytes gone on from a snapshot as run from the start', () => {
    fc.assert(
      fc.property(scenario, moment, change, (given, from, what) => {
        // Nothing lies before the beginning.
        const timeS = from + 60;
        const steered = changed(given, timeS, what);
        const fire = createUrbanFire(town);
        fire.start(given);
        fire.advance(timeS, true);
        const state = structuredClone(fire.snapshot());
        const other = createUrbanFire(town);
        other.start({ ...given, seed: 77 });
        other.advance(END_S);
        other.resume(state, steered);
        other.advance(END_S);
        expect(resultOf(other)).toEqual(whole(steered));
      }),
      { numRuns: 100 },
    );
  });

  it('takes the same links in whatever order fire reaches them', () => {
    const fresh = () =>
      createUrbanFire(
        createTown({
          graph: buildGraph(town.graph.outlines),
          construction: Array.from({ length: side * side }, (_, at) => kinds[at % 5] ?? 'bareWood'),
        }),
      );
    const calm = [{ fromS: 0, speedMs: 4, towardsRad: 0 }];
    const used = fresh();
    used.start({ ignitions: [{ building: 60, timeS: 0 }], wind: calm });
    used.advance(END_S);
    for (const fire of [used, fresh()]) {
      fire.start({ ignitions: [{ building: 3, timeS: 0 }], wind: calm });
      fire.advance(END_S);
      expect(fire.ignitionS).toEqual(
        whole({ ignitions: [{ building: 3, timeS: 0 }], wind: calm }).ignitionS,
      );
    }
  });
});

describe('water that runs short', () => {
  const fought = (share: number, more: Partial<UrbanScenario> = {}) =>
    whole({
      ignitions: [{ building: 27, timeS: 0 }],
      wind: [{ fromS: 0, speedMs: 3, towardsRad: 0 }],
      engines: [{ xM: 40, yM: 40, reachM: 60, arriveS: 120, flowLs: 60 }],
      water: [{ fromS: 0, share }],
      ...more,
    });
  const burnt = (of: ReturnType<typeof whole>) => of.order.length;

  it('gives engines on hydrants their share, and loses more the less there is', () => {
    const counts = [1, 0.5, 0.1, 0].map((share) => burnt(fought(share)));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[0]).toBeLessThan(counts[3] ?? 0);
    expect(fought(0).brought.every(({ broughtLs }) => broughtLs === 0)).toBe(true);
  });

  it('leaves engines with water of their own alone', () => {
    const own = {
      engines: [{ xM: 40, yM: 40, reachM: 60, arriveS: 120, flowLs: 60, waterL: 1e6 }],
    };
    expect(fought(0, own).ignitionS).toEqual(fought(1, own).ignitionS);
  });

  it('keeps the first buildings of a defence wet, as far as its flow goes', () => {
    const needLs = town.exposureLs[28] ?? 0;
    const kept = (flowLs: number) =>
      fought(1, { engines: [], defences: [{ buildings: [28, 19], fromS: 0, flowLs }] });
    const both = needLs + (town.exposureLs[19] ?? 0);
    expect(kept(both * 1.001).ignitionS[19]).toBe(Infinity);
    expect(kept(both * 0.9).ignitionS[28]).toBe(Infinity);
    expect(kept(both * 0.9).ignitionS[19]).toBeLessThan(Infinity);
    expect(kept(both * 1.001).brought[0]?.broughtLs).toBeCloseTo(both, 4);
  });

  it('says which spell can’t be', () => {
    expect(() => fought(1.5)).toThrow('Water 0 gives a share of 1.5 from 0 s; 0 to 1');
  });
});
