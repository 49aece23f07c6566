import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from './building-graph.ts';
import type { Construction } from './construction.ts';
import { runEnsemble } from './ensemble.ts';
import { type BuildingRectangle, outlinesOfRectangles } from './outlines.ts';
import type { UrbanScenario } from './scenario.ts';
import { createTown } from './town.ts';
import { causes, createUrbanFire } from './urban-fire.ts';

const aHouse = (xM: number, yM: number): BuildingRectangle => ({
  ...{ xM, yM, widthM: 10, depthM: 10, heightM: 6 },
});
const rowOf = (houses: number, pitchM = 13) =>
  Array.from({ length: houses }, (_, at) => aHouse(at * pitchM, 0));
const aLattice = (perSide: number) =>
  Array.from({ length: perSide * perSide }, (_, at) =>
    aHouse((at % perSide) * 13, Math.floor(at / perSide) * 13),
  );

function aTown(houses: readonly BuildingRectangle[], kind: Construction = 'bareWood') {
  const graph = buildGraph(outlinesOfRectangles(houses));
  return createTown({ graph, construction: houses.map(() => kind) });
}

const from = (building: number, more: Partial<UrbanScenario> = {}): UrbanScenario => ({
  ignitions: [{ building, timeS: 0 }],
  wind: [{ fromS: 0, speedMs: 0, towardsRad: 0 }],
  ...more,
});
const windTo = (towardsRad: number, speedMs: number, fromS = 0) => ({ fromS, speedMs, towardsRad });

describe('fire from building to building', () => {
  it('ignites a single neighbour when flashover and dose say so, and from the right one', () => {
    const town = aTown(rowOf(2));
    const fire = createUrbanFire(town);
    fire.start(from(0));
    expect(fire.advance(Infinity)).toBe(2);
    const flux = 168 * town.graph.links.linkAt(0).factor;
    expect(fire.ignitionS[1]).toBeCloseTo((town.flashoverS[0] ?? 0) + 10_500 / (flux - 9), 6);
    expect(fire.snapshot().source[1]).toBe(0);
    expect(fire.cause[1]).toBe(causes.exposure);
  });

  it('is the same in all four directions without wind', () => {
    const fire = createUrbanFire(aTown(aLattice(21)));
    fire.start(from(220));
    fire.advance(Infinity);
    const times = [1, -1, 21, -21].map((step) => fire.ignitionS[220 + 8 * step] ?? 0);
    for (const timeS of times) expect(timeS).toBeCloseTo(times[0] ?? 0, 6);
  });

  it('goes faster with the wind than to the side, and slowest against it', () => {
    const fire = createUrbanFire(aTown(aLattice(21)));
    fire.start(from(220, { wind: [windTo(0, 10)] }));
    fire.advance(Infinity);
    const [ahead = 0, side = 0, back = 0] = [1, 21, -1].map((s) => fire.ignitionS[220 + 8 * s]);
    expect(ahead).toBeLessThan(side);
    expect(side).toBeLessThan(back);
  });

  it('never crosses a gap wider than 40 m without firebrands, whatever the wind', () => {
    const houses = [...rowOf(4), ...rowOf(4).map((house) => ({ ...house, xM: house.xM + 91 }))];
    const fire = createUrbanFire(aTown(houses));
    fc.assert(
      fc.property(fc.double({ min: 0, max: 40, noNaN: true }), (speedMs) => {
        fire.start(from(0, { wind: [windTo(0, speedMs)] }));
        expect(fire.advance(Infinity)).toBe(4);
      }),
      { numRuns: 20 },
    );
  });

  it('crosses that gap with firebrands in some seeds', () => {
    const houses = [...aLattice(5), ...aLattice(5).map((h) => ({ ...h, xM: h.xM + 105 }))];
    const fire = createUrbanFire(aTown(houses), { brandsPerM2Hour: 1 });
    fire.start(from(0, { wind: [windTo(0, 18)], seed: 5 }));
    expect(fire.advance(Infinity)).toBeGreaterThan(25);
    expect(Array.from(fire.cause.subarray(25))).toContain(causes.firebrand);
  });

  it('hardly leaves a resistant building', () => {
    const fire = createUrbanFire(aTown(aLattice(5), 'resistant'));
    fire.start(from(12));
    expect(fire.advance(Infinity)).toBe(1);
  });

  it('gives the same bytes for the same seed and others for another', () => {
    const run = (seed: number) => {
      const fire = createUrbanFire(aTown(aLattice(9)));
      fire.start(from(40, { wind: [windTo(1, 9)], seed }));
      fire.advance(Infinity);
      return new Uint8Array(fire.ignitionS.buffer.slice(0));
    };
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
  });

  it('can be run again after another scenario without a trace of it', () => {
    const fire = createUrbanFire(aTown(aLattice(7)));
    fire.start(from(24));
    fire.advance(Infinity);
    const first = fire.ignitionS.slice();
    fire.start(from(3, { wind: [windTo(2, 12)], seed: 1, defences: [defended(10)] }));
    fire.advance(2000);
    fire.start(from(24));
    fire.advance(Infinity);
    expect(fire.ignitionS).toEqual(first);
  });

  it('says what is wrong with a scenario', () => {
    const fire = createUrbanFire(aTown(rowOf(2)));
    expect(() => fire.start(from(2))).toThrow('Building 2 does not exist; 0 to 1 is expected.');
    expect(() => fire.start(from(0, { wind: [] }))).toThrow('There is no wind;');
    expect(() => fire.start(from(0, { wind: [windTo(0, -1)] }))).toThrow('The wind is -1 m/s');
    expect(() => fire.start(from(0, { seed: 0.5 }))).toThrow('The seed is 0.5;');
  });
});

const defended = (building: number, flowLs = 50) => ({ buildings: [building], fromS: 0, flowLs });
const anEngine = (xM: number, flowLs: number, arriveS = 0) => ({
  ...{ xM, yM: 0, reachM: 25, flowLs, arriveS },
});

describe('steering a fire', () => {
  it('goes on from a snapshot as if it had never stopped', () => {
    const town = aTown(aLattice(9));
    const scenario = from(40, { wind: [windTo(0, 6), windTo(2, 11, 1500)], seed: 3 });
    const whole = createUrbanFire(town);
    whole.start(scenario);
    whole.advance(Infinity);
    for (const atS of [100, 900, 1500, 2400]) {
      const halves = createUrbanFire(town);
      halves.start(scenario);
      halves.advance(atS);
      const state = halves.snapshot();
      halves.resume(state, scenario);
      halves.advance(Infinity);
      // Doses are added up in another order: the last digits differ.
      halves.ignitionS.forEach((timeS, at) => {
        expect(timeS).toBeCloseTo(whole.ignitionS[at] ?? 0, 4);
      });
    }
  });

  it('turns with the wind from there on and leaves what has burnt as it was', () => {
    const fire = createUrbanFire(aTown(aLattice(21)));
    fire.start(from(220, { wind: [windTo(0, 12)] }));
    fire.advance(600);
    const state = fire.snapshot();
    fire.resume(state, from(220, { wind: [windTo(Math.PI, 12)] }));
    fire.advance(Infinity);
    const turned = fire.ignitionS.slice();
    state.ignitionS.forEach((timeS, at) => {
      if (timeS < Infinity) expect(turned[at]).toBe(timeS);
    });
    fire.resume(state, from(220, { wind: [windTo(0, 12)] }));
    fire.advance(Infinity);
    expect(turned[211]).toBeLessThan(fire.ignitionS[211] ?? 0);
    expect(turned[229]).toBeGreaterThan(fire.ignitionS[229] ?? 0);
  });

  it('stops at a building that is kept wet enough, and not with too little water', () => {
    const fire = createUrbanFire(aTown(rowOf(6)));
    fire.start(from(0, { defences: [defended(3)] }));
    expect(fire.advance(Infinity)).toBe(3);
    fire.start(from(0, { defences: [defended(3, 1)] }));
    expect(fire.advance(Infinity)).toBe(6);
  });

  it('puts a fire out where an engine brings the full demand, and slows it with less', () => {
    const fire = createUrbanFire(aTown(rowOf(6)));
    fire.start(from(0));
    fire.advance(Infinity);
    const freelyS = fire.ignitionS[1] ?? 0;
    fire.start(from(0, { engines: [anEngine(0, 40, 100)] }));
    expect(fire.advance(Infinity)).toBe(1);
    expect(fire.snapshot().endS[0]).toBeLessThan(1000);
    fire.start(from(0, { engines: [anEngine(0, 4, 100)] }));
    fire.advance(Infinity);
    expect(fire.ignitionS[1]).toBeGreaterThan(freelyS);
    expect(fire.ignitionS[1]).toBeLessThan(Infinity);
  });

  it('loses the building when the water runs short', () => {
    const fire = createUrbanFire(aTown(rowOf(6)));
    const short = { ...anEngine(0, 40, 100), waterL: 40 * 60 };
    fire.start(from(0, { engines: [short] }));
    expect(fire.advance(Infinity)).toBe(6);
  });

  it('never burns more with more water', () => {
    const fire = createUrbanFire(aTown(aLattice(7)));
    const burnt = [0.1, 10, 20, 60, 400].map((flowLs) => {
      const engine = { ...anEngine(39, flowLs, 600), yM: 39, reachM: 90 };
      fire.start(from(24, { wind: [windTo(0, 5)], engines: [engine] }));
      return fire.advance(Infinity);
    });
    expect([...burnt].sort((one, other) => other - one)).toEqual(burnt);
    expect(burnt[0]).toBe(49);
    expect(burnt[4]).toBeLessThan(20);
  });
});

describe('an ensemble', () => {
  it('counts how often each building burns, and stops when nobody asks for more', () => {
    const fire = createUrbanFire(aTown(aLattice(7)));
    const options = { members: 12, seed: 1, untilS: 2000 };
    const steps = [...runEnsemble(fire, from(24, { wind: [windTo(0, 8)] }), options)];
    const last = steps.at(-1);
    expect(steps.map(({ done }) => done)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    expect(last?.burnProbability[24]).toBe(1);
    const mean = last?.burnProbability.reduce((sum, share) => sum + share, 0) ?? 0;
    const burnt = last?.burnt.reduce((sum, count) => sum + count, 0) ?? 0;
    expect(mean).toBeCloseTo(burnt / 12, 5);
    expect(mean).toBeGreaterThan(1);
    expect(mean).toBeLessThan(49);
    const asked = runEnsemble(fire, from(24), options);
    asked.next();
    expect(asked.return(undefined).done).toBe(true);
  });

  it('is the same for the same seed', () => {
    const run = (seed: number) => {
      const fire = createUrbanFire(aTown(aLattice(7)));
      const steps = runEnsemble(fire, from(24), { members: 8, seed, untilS: 1500 });
      return Float32Array.from([...steps].at(-1)?.meanIgnitionS ?? []);
    };
    expect(run(4)).toEqual(run(4));
    expect(run(4)).not.toEqual(run(5));
  });

  it('asks for at least one member', () => {
    const fire = createUrbanFire(aTown(rowOf(2)));
    const none = runEnsemble(fire, from(0), { members: 0, seed: 1, untilS: 1 });
    expect(() => none.next()).toThrow('There are 0 members;');
  });
});
