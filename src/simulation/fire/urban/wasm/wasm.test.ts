import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { openFireKernel } from '../../../../../tools/fire-kernel/kernel-source.ts';
import { change, changed, END_S, moment, resultOf, scenario, town } from '../a-steered-town.ts';
import { buildGraph } from '../building-graph.ts';
import { type BuildingRectangle, outlinesOfRectangles } from '../outlines.ts';
import type { UrbanScenario } from '../scenario.ts';
import { createTown } from '../town.ts';
import { createUrbanFire, type UrbanFire } from '../urban-fire.ts';

let kernel: WebAssembly.Module;
beforeAll(async () => {
  kernel = await openFireKernel();
});

function run(fire: UrbanFire, given: UrbanScenario, untilS = END_S) {
  fire.start(given);
  fire.advance(untilS);
  return { ...resultOf(fire), state: fire.snapshot() };
}

it('comes to the bytes of JavaScript, whatever happens and whatever it ran before', () => {
  const own = createUrbanFire(town, {}, kernel);
  fc.assert(
    fc.property(scenario, (given) => {
      expect(run(own, given)).toEqual(run(createUrbanFire(town), given));
    }),
    { numRuns: 100 },
  );
});

it('goes on from a state of either as the other does', () => {
  const own = createUrbanFire(town, {}, kernel);
  const other = createUrbanFire(town);
  fc.assert(
    fc.property(scenario, moment, change, fc.boolean(), (given, from, what, isOwnFirst) => {
      const timeS = from + 60;
      const first = isOwnFirst ? own : other;
      first.start(given);
      first.advance(timeS, true);
      const state = structuredClone(first.snapshot());
      const [one, two] = [own, other].map((fire) => {
        fire.resume(state, changed(given, timeS, what));
        fire.advance(END_S);
        return { ...resultOf(fire), state: fire.snapshot() };
      });
      expect(one).toEqual(two);
    }),
    { numRuns: 50 },
  );
});

it('takes powers of the flux by the same function', () => {
  const options = { doseExponent: 1.4 };
  const given = { ignitions: [{ building: 9, timeS: 0 }], wind: [windTo(8)], seed: 3 };
  const [one, two] = [createUrbanFire(town, options, kernel), createUrbanFire(town, options)];
  expect(run(one, given)).toEqual(run(two, given));
  expect(one.ignited()).toBeGreaterThan(1);
});

it('finds room for a building that many burning ones stand around, and for their links', () => {
  const small: readonly BuildingRectangle[] = Array.from({ length: 120 }, (_, at) => ({
    ...{
      xM: (at % 40) * 4,
      yM: at < 40 ? -8 : at < 80 ? 46 : 54,
      widthM: 3,
      depthM: 3,
      heightM: 6,
    },
  }));
  const hall = { xM: 0, yM: 0, widthM: 160, depthM: 40, heightM: 30 };
  const graph = buildGraph(outlinesOfRectangles([hall, ...small]));
  const quarter = createTown({
    graph,
    construction: ['resistant', ...small.map(() => 'bareWood' as const)],
  });
  const given = {
    ignitions: small.map((_, at) => ({ building: at + 1, timeS: at * 5 })),
    wind: [windTo(3), { ...windTo(12), fromS: 900 }],
  };
  const [one, two] = [createUrbanFire(quarter, {}, kernel), createUrbanFire(quarter)];
  expect(run(one, given)).toEqual(run(two, given));
  const { first, counts } = graph.links;
  const lighting = small.filter((_, at) =>
    Array.from({ length: counts[at + 1]! }, (_, link) => first[at + 1]! + link).some(
      (link) => graph.links.linkAt(link).to === 0,
    ),
  );
  // The kernel begins with room for 16.
  expect(lighting.length).toBeGreaterThan(16);
});

const windTo = (speedMs: number) => ({ fromS: 0, speedMs, towardsRad: 0.4 });
