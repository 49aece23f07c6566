import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLook, aSmallTown } from './a-small-town.ts';
import { findClosures, findEvents } from './closures.ts';
import { countImpact, roadStatesOf } from './count-impact.ts';
import { createDamageCount, jrcEurope } from './damage.ts';
import { Impact } from './impact.ts';
import { AFFECTED, BEYOND_ENGINES, CUT_OFF, type ThingStates } from './watched-things.ts';

const grid = { width: 40, height: 20 };
const noLength = new Float32Array(0);

function count(town: ReturnType<typeof aSmallTown>, states: ThingStates) {
  const damageOf = createDamageCount(jrcEurope, town.people);
  const { things, graph } = town.city;
  return countImpact(things, town.people, graph.lengthM ?? noLength, states, damageOf);
}

describe('buildings', () => {
  const town = aSmallTown(grid, {
    buildings: [
      { box: [10.2, 5.2, 12.8, 7.8], peopleDay: 3, peopleNight: 7 },
      { box: [30.2, 5.2, 32.8, 7.8] },
    ],
  });

  it('are as deep in water as the deepest cell of their footprint and its ring', () => {
    const impact = new Impact(town.city);
    const states = impact.keep(aLook(grid, 60, (column) => (column === 9 ? 0.75 : 0)));
    expect([...states.depthMm]).toEqual([750, 0]);
    expect(count(town, states).flooded).toBe(1);
  });

  it('stand dry where the water stays two cells away', () => {
    const states = new Impact(town.city).keep(aLook(grid, 60, (column) => (column === 8 ? 2 : 0)));
    expect([...states.depthMm]).toEqual([0, 0]);
  });

  it('are wet but not flooded up to their sill, with nobody and no damage counted', () => {
    const states = new Impact(town.city).keep(aLook(grid, 60, () => 0.3));
    const numbers = count(town, states);
    expect(numbers.classes.map(({ buildings }) => buildings)).toEqual([0, 0, 2, 0, 0, 0]);
    expect(numbers).toMatchObject({ flooded: 0, peopleDay: 0, peopleNight: 0, damage: 0, hits: 0 });
  });

  it('count their people by day and by night once the water is above the sill', () => {
    const states = new Impact(town.city).keep(aLook(grid, 60, (column) => (column < 20 ? 0.5 : 0)));
    // Half a metre takes a quarter of 780 a m², of 100 m².
    expect(count(town, states)).toMatchObject({
      flooded: 1,
      peopleDay: 3,
      peopleNight: 7,
      damage: 0.25 * 780 * 100,
    });
  });

  it('have a sill of their own where it is known', () => {
    const high = aSmallTown(grid, { buildings: [{ box: [10, 5, 12, 7], sillM: 1 }] });
    const impact = new Impact(high.city);
    expect(count(high, impact.keep(aLook(grid, 60, () => 0.9))).flooded).toBe(0);
    expect(count(high, impact.keep(aLook(grid, 120, () => 1.1))).flooded).toBe(1);
  });

  it('remember the deepest water and the damage after it has gone', () => {
    const impact = new Impact(town.city);
    const flooded = aLook(grid, 60, () => 1);
    impact.keep(flooded);
    const numbers = count(town, impact.keep(aLook(grid, 120, () => 0, { most: flooded.mostM })));
    expect(numbers.flooded).toBe(0);
    expect(numbers.classes.every(({ buildings }) => buildings === 0)).toBe(true);
    expect(numbers.worst.map(({ buildings }) => buildings)).toEqual([0, 0, 0, 0, 2, 0]);
    expect(numbers.damage).toBeCloseTo(2 * 0.4 * 780 * 100, 6);
  });

  it('take the time at which the water passed 0.3 m, not that of the look', () => {
    const impact = new Impact(town.city);
    const states = impact.keep(aLook(grid, 120, () => 0.8, { arrivalS: 75 }));
    expect([...states.firstS]).toEqual([75, 75]);
  });

  it('are hit by a wave that came and went between two looks', () => {
    const impact = new Impact(town.city);
    const wave = aLook(grid, 0, () => 0.6).mostM;
    const states = impact.keep(aLook(grid, 60, () => 0, { most: wave }));
    expect(count(town, states)).toMatchObject({ flooded: 0, hits: 2 });
  });
});

describe('any water over any buildings', () => {
  const house = fc.record({
    column: fc.integer({ min: 0, max: 36 }),
    row: fc.integer({ min: 0, max: 16 }),
    depth: fc.double({ min: 0, max: 3, noNaN: true }),
  });

  it('has as many buildings in its classes as are wet', () => {
    fc.assert(
      fc.property(fc.array(house, { minLength: 1, maxLength: 12 }), (houses) => {
        const town = townOf(houses);
        const states = new Impact(town.city).keep(lookOf(houses, 1));
        const numbers = count(town, states);
        const wet = [...states.depthMm].filter((depthMm) => depthMm >= 50).length;
        expect(numbers.classes.reduce((sum, { buildings }) => sum + buildings, 0)).toBe(wet);
        const people = numbers.classes.reduce((sum, { peopleNight }) => sum + peopleNight, 0);
        expect(people).toBe(wet * 2);
      }),
    );
  });

  it('never floods or damages less where it is deeper', () => {
    fc.assert(
      fc.property(fc.array(house, { minLength: 1, maxLength: 12 }), (houses) => {
        const town = townOf(houses);
        const less = count(town, new Impact(town.city).keep(lookOf(houses, 1)));
        const more = count(town, new Impact(town.city).keep(lookOf(houses, 1.3)));
        expect(more.flooded).toBeGreaterThanOrEqual(less.flooded);
        expect(more.damage).toBeGreaterThanOrEqual(less.damage);
        expect(more.hits).toBeGreaterThanOrEqual(less.hits);
      }),
    );
  });

  it('tells any kept time again as it was told then, whatever came later', () => {
    const depths = fc.array(fc.array(house, { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(depths, (times) => {
        const town = townOf(times[0] ?? []);
        const impact = new Impact(town.city);
        let most = new Float32Array(grid.width * grid.height);
        const told = times.map((houses, step) => {
          const look = { ...lookOf(houses, 1), timeS: step * 60 };
          most = most.map((depth, cell) => Math.max(depth, look.depthM[cell] ?? 0));
          return count(town, impact.keep({ ...look, mostM: most }));
        });
        for (const [step, numbers] of told.entries()) {
          const found = impact.at(step * 60 + 30);
          expect(found && count(town, found.states)).toEqual(numbers);
        }
        expect(impact.at(-1)).toBeUndefined();
      }),
    );
  });

  function townOf(houses: readonly { readonly column: number; readonly row: number }[]) {
    return aSmallTown(grid, {
      buildings: houses.map(({ column, row }) => ({
        box: [column + 0.1, row + 0.1, column + 1.9, row + 1.9],
      })),
    });
  }

  function lookOf(
    houses: readonly { readonly column: number; readonly row: number; readonly depth: number }[],
    factor: number,
  ) {
    return aLook(
      grid,
      0,
      (column, row) =>
        factor * (houses.find((one) => one.column === column && one.row === row)?.depth ?? 0),
    );
  }
});

describe('streets', () => {
  // A lane from a hospital in the west to the main street with a fire station in the east.
  const town = aSmallTown(grid, {
    sites: [
      { box: [1.2, 3.2, 2.8, 4.8], door: [0, 2] },
      { box: [36.2, 3.2, 37.8, 4.8], door: [1, 5], isStation: true },
    ],
    streets: [
      { line: [1.5, 8.5, 20.5, 8.5], from: 0, to: 1 },
      { line: [20.5, 8.5, 38.5, 8.5], from: 1, to: 2 },
      { line: [20.5, 8.5, 20.5, 18.5], from: 1, to: 3 },
      { line: [1.5, 8.5, 1.5, 12.5], from: 0, to: 4 },
    ],
  });
  const [hospital, station, lane] = [0, 1, 2];
  const pool = (depth: number) => (column: number, row: number) =>
    column >= 10 && column <= 11 && row === 8 ? depth : 0;

  it('are open, slow, closed to cars and closed to engines as the water rises', () => {
    const impact = new Impact(town.city);
    const stateAt = (timeS: number, depth: number) =>
      roadStatesOf(
        town.city.things,
        town.limitKmh,
        impact.keep(aLook(grid, timeS, pool(depth))),
      )[0];
    expect(stateAt(0, 0)).toBe(0);
    expect(stateAt(60, 0.06)).toBe(0);
    expect(stateAt(120, 0.2)).toBe(1);
    expect(stateAt(180, 0.3)).toBe(2);
    expect(stateAt(240, 0.5)).toBe(3);
  });

  it('close to cars in shallow water that runs fast', () => {
    const states = new Impact(town.city).keep(aLook(grid, 60, pool(0.2), { uMs: 1.6 }));
    expect((states.flags[lane] ?? 0) & AFFECTED).toBe(AFFECTED);
  });

  it('have windows from closed to open, and no wave opens them', () => {
    const impact = new Impact(town.city);
    for (const [timeS, depth] of [
      [60, 0.4],
      [120, 0.28],
      [180, 0.1],
      [240, 0.6],
      [300, 0.6],
    ] as const) {
      impact.keep(aLook(grid, timeS, pool(depth)));
    }
    const { things } = town.city;
    expect(findClosures(things, impact.log, 5).get(0)).toEqual([
      { to: 'car', closedS: 60, openS: 180 },
      { to: 'car', closedS: 240 },
      { to: 'engine', closedS: 240 },
    ]);
    expect(findClosures(things, impact.log, 2).get(0)).toEqual([{ to: 'car', closedS: 60 }]);
    expect(findEvents(things, impact.log, 0, 5).map(({ timeS, kind }) => [timeS, kind])).toEqual([
      [60, 'road'],
      [60, 'cut-off'],
      [180, 'road-open'],
      [240, 'road'],
      [240, 'cut-off'],
    ]);
  });

  it('cut off a dry hospital when its only lane is under water, and give it back', () => {
    const impact = new Impact(town.city);
    const flags = (depth: number, timeS: number) =>
      impact.keep(aLook(grid, timeS, pool(depth))).flags[hospital] ?? 0;
    expect(flags(0, 0)).toBe(0);
    expect(flags(0.4, 60)).toBe(CUT_OFF);
    expect(flags(0.6, 120)).toBe(CUT_OFF | BEYOND_ENGINES);
    expect(flags(0, 180)).toBe(0);
  });

  it('do not cut off what has another way round', () => {
    const round = aSmallTown(grid, {
      sites: [{ box: [1.2, 3.2, 2.8, 4.8], door: [0, 2] }],
      streets: [
        { line: [1.5, 8.5, 20.5, 8.5], from: 0, to: 1 },
        { line: [1.5, 8.5, 1.5, 15.5, 20.5, 15.5, 20.5, 8.5], from: 0, to: 1 },
        { line: [20.5, 8.5, 38.5, 8.5], from: 1, to: 2 },
      ],
    });
    const states = new Impact(round.city).keep(aLook(grid, 60, pool(1)));
    expect(states.flags[0]).toBe(0);
  });

  it('leave nobody out of reach on the side of the water where the fire station stands', () => {
    const states = new Impact(town.city).keep(aLook(grid, 60, pool(1)));
    expect(states.flags[station]).toBe(0);
  });

  it('never call cut off what no street reached before the flood', () => {
    const lonely = aSmallTown(grid, {
      sites: [{ box: [1, 3, 2, 4] }, { box: [5, 3, 6, 4], door: [1, 0] }],
      streets: [
        { line: [10.5, 8.5, 20.5, 8.5], from: 0, to: 1 },
        { line: [5.5, 15.5, 6.5, 15.5], from: 2, to: 3 },
      ],
    });
    const states = new Impact(lonely.city).keep(aLook(grid, 60, (_, row) => (row === 15 ? 1 : 0)));
    expect([...states.flags.subarray(0, 2)]).toEqual([0, 0]);
  });
});

describe('a look that is only shown', () => {
  const town = aSmallTown(grid, { buildings: [{ box: [10, 5, 12, 7] }] });

  it('changes nothing that is kept', () => {
    const impact = new Impact(town.city);
    impact.keep(aLook(grid, 0, () => 0));
    expect(impact.show(aLook(grid, 30, () => 1)).depthMm[0]).toBe(1000);
    expect(impact.at(60)).toMatchObject({ timeS: 0 });
    expect(impact.at(60)?.states.depthMm[0]).toBe(0);
    expect(impact.log.changes).toBe(0);
  });

  it('is remembered by no run that goes on from a kept time', () => {
    const impact = new Impact(town.city);
    impact.keep(aLook(grid, 0, () => 0.5));
    impact.keep(aLook(grid, 60, () => 2));
    const forked = new Impact(town.city, { impact, timeS: 30 });
    expect(forked.at(60)?.states.mostMm[0]).toBe(500);
    forked.keep(aLook(grid, 60, () => 0.7));
    expect([forked.at(60)?.states.mostMm[0], impact.at(60)?.states.mostMm[0]]).toEqual([700, 2000]);
  });

  it('gives the same bytes for the same looks', () => {
    const run = () => {
      const impact = new Impact(town.city);
      for (let step = 0; step < 5; step++)
        impact.keep(aLook(grid, step * 60, (x) => (x * step) / 90));
      return impact.at(240)?.states;
    };
    expect(run()).toEqual(run());
  });
});
