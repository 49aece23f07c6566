import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dampGrass, dryGrass, greenLawn, grown } from './a-meadow.ts';
import { buildGraph } from './building-graph.ts';
import type { Construction } from './construction.ts';
import { createGround } from './ground.ts';
import { outlinesOfRectangles } from './outlines.ts';
import type { UrbanScenario } from './scenario.ts';
import { createTown } from './town.ts';
import { createUrbanFire, type UrbanFire } from './urban-fire.ts';

const side = 8;
const kinds: readonly Construction[] = ['bareWood', 'protectedWood', 'masonry', 'resistant'];
const outlines = outlinesOfRectangles(
  Array.from({ length: side * side }, (_, at) => ({
    ...{ xM: (at % side) * 13, yM: Math.floor(at / side) * 13 },
    ...{ widthM: at % 7 === 0 ? 13 : 10, depthM: 10, heightM: 5 + (at % 3) },
  })),
);
/** Grass and shrubs around them, with bare places. */
const cells = 44;
const ground = createGround(
  {
    ...{ columns: cells, rows: cells, cellM: 4, westM: -36, northM: 136 },
    cover: Uint8Array.from({ length: cells * cells }, (_, at) => [1, 1, 2, 1, 0][at % 5] ?? 0),
  },
  outlines,
);
/** Wooden houses for the most part, some that touch, some of stone. */
const town = createTown({
  ...{ graph: buildGraph(outlines), ground },
  construction: Array.from({ length: side * side }, (_, at) => kinds[at % 5] ?? 'bareWood'),
});

const building = fc.nat(side * side - 1);
/** Whole multiples of a minute, so that changes, reviews and ignitions often fall on one another. */
const moment = fc.nat(60).map((minutes) => minutes * 60);
const wind = fc.record({
  fromS: moment,
  speedMs: fc.integer({ min: 0, max: 18 }),
  towardsRad: fc.integer({ min: -3, max: 3 }),
});
const engine = fc.record(
  {
    xM: fc.integer({ min: 0, max: 100 }),
    yM: fc.integer({ min: 0, max: 100 }),
    reachM: fc.integer({ min: 20, max: 90 }),
    arriveS: moment,
    flowLs: fc.integer({ min: 5, max: 120 }),
    waterL: fc.integer({ min: 500, max: 60_000 }),
  },
  { requiredKeys: ['xM', 'yM', 'reachM', 'arriveS', 'flowLs'] },
);
const defence = fc.record(
  {
    buildings: fc.array(building, { minLength: 1, maxLength: 5 }),
    fromS: moment,
    untilS: moment,
    flowLs: fc.integer({ min: 5, max: 90 }),
  },
  { requiredKeys: ['buildings', 'fromS', 'flowLs'] },
);
const water = fc.record({ fromS: moment, share: fc.constantFrom(0, 0.3, 0.7, 1) });
const inTime = <Spell extends { readonly fromS: number }>(spells: readonly Spell[]): Spell[] =>
  [...new Map(spells.map((one) => [one.fromS, one])).values()].sort((a, b) => a.fromS - b.fromS);

const scenario = fc
  .record({
    ignitions: fc.array(fc.record({ building, timeS: moment }), { minLength: 1, maxLength: 3 }),
    wind: fc.array(wind, { minLength: 1, maxLength: 3 }),
    engines: fc.array(engine, { maxLength: 3 }),
    defences: fc.array(defence, { maxLength: 2 }),
    water: fc.array(water, { maxLength: 2 }),
    seed: fc.option(fc.nat(1000), { nil: undefined }),
    fuel: fc.constantFrom(dryGrass, dryGrass, dampGrass, greenLawn, undefined),
  })
  .map(
    ({ seed, fuel, ...given }): UrbanScenario => ({
      ...given,
      ...{ wind: inTime([...given.wind, { fromS: 0, speedMs: 6, towardsRad: 1 }]) },
      water: inTime(given.water),
      ...(seed !== undefined && { seed }),
      ...(fuel && { vegetation: grown(fuel, 0.5) }),
    }),
  );

/** Something that is done at a time. */
const change = fc.oneof(
  wind.map((one) => ({ kind: 'wind', one }) as const),
  engine.map((one) => ({ kind: 'engine', one }) as const),
  defence.map(({ untilS: _, ...one }) => ({ kind: 'defence', one }) as const),
  water.map((one) => ({ kind: 'water', one }) as const),
  building.map((one) => ({ kind: 'ignition', one }) as const),
);
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function changed(given: UrbanScenario, timeS: number, { kind, one }: Change): UrbanScenario {
  const { engines = [], defences = [], water: spells = [] } = given;
  switch (kind) {
    case 'wind':
      return { ...given, wind: inTime([...given.wind, { ...one, fromS: timeS }]) };
    case 'engine':
      return { ...given, engines: [...engines, { ...one, arriveS: timeS }] };
    case 'defence':
      return { ...given, defences: [...defences, { ...one, fromS: timeS }] };
    case 'water':
      return { ...given, water: inTime([...spells, { ...one, fromS: timeS }]) };
    case 'ignition':
      return { ...given, ignitions: [...given.ignitions, { building: one, timeS }] };
  }
}

const END_S = 3 * 3600;
function resultOf(fire: UrbanFire) {
  const ends = fire.endS.filter((timeS) => timeS < Infinity);
  const outS = Math.max(...ends);
  return {
    ignitionS: fire.ignitionS.slice(),
    endS: fire.endS.slice(),
    cause: fire.cause.slice(),
    source: fire.source.slice(),
    order: fire.order.slice(0, fire.ignited()),
    ground: fire.groundBurnt(),
    // A run ends with its last fire.
    brought: fire.waterBrought().filter(({ timeS }) => timeS <= outS),
  };
}

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
