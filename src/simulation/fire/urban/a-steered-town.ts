// For tests: a town of houses with ground around them, anything that may happen to it, and what came of it.

import fc from 'fast-check';
import { dampGrass, dryGrass, greenLawn, grown } from './a-meadow.ts';
import { buildGraph } from './building-graph.ts';
import type { Construction } from './construction.ts';
import { createGround } from './ground.ts';
import { outlinesOfRectangles } from './outlines.ts';
import type { UrbanScenario } from './scenario.ts';
import { createTown } from './town.ts';
import type { UrbanFire } from './urban-fire.ts';

export const side = 8;
export const kinds: readonly Construction[] = ['bareWood', 'protectedWood', 'masonry', 'resistant'];
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
export const town = createTown({
  ...{ graph: buildGraph(outlines), ground },
  construction: Array.from({ length: side * side }, (_, at) => kinds[at % 5] ?? 'bareWood'),
});

const building = fc.nat(side * side - 1);
/** Whole multiples of a minute, so that changes, reviews and ignitions often fall on one another. */
export const moment = fc.nat(60).map((minutes) => minutes * 60);
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

export const scenario = fc
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
export const change = fc.oneof(
  wind.map((one) => ({ kind: 'wind', one }) as const),
  engine.map((one) => ({ kind: 'engine', one }) as const),
  defence.map(({ untilS: _, ...one }) => ({ kind: 'defence', one }) as const),
  water.map((one) => ({ kind: 'water', one }) as const),
  building.map((one) => ({ kind: 'ignition', one }) as const),
);
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

export function changed(given: UrbanScenario, timeS: number, { kind, one }: Change): UrbanScenario {
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

export const END_S = 3 * 3600;
export function resultOf(fire: UrbanFire) {
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
