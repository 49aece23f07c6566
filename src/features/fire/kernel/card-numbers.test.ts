import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FireReading } from '#model/fire-reading.ts';
import type { FireSpread } from '../contract/spread.ts';
import { aBuilding, aFire } from '../state/a-fire.ts';
import { actsOf, keyOfAct } from './acts.ts';
import { peopleThreatened, tollOf } from './compare-fires.ts';
import { nearestBuilding } from './nearest-building.ts';
import { countReaching, percentiles } from './percentiles.ts';
import { windAtTime } from './wind-at-time.ts';
import { worstReadings } from './worst-readings.ts';

const spread = {
  order: Uint32Array.of(2, 0, 3),
  ignitionS: Float32Array.of(600, Infinity, 0, 1800),
  peopleDay: Float32Array.of(10, Number.NaN, 5),
  peopleNight: Float32Array.of(1, 2, 4),
} as Partial<FireSpread> as FireSpread;

describe('the toll of a fire', () => {
  it('counts what has caught fire by then, and who is in it by day or night', () => {
    expect(tollOf(spread, [0, 599, 600, 9e9], true)).toEqual([
      { timeS: 0, buildings: 1, people: 10 },
      { timeS: 599, buildings: 1, people: 10 },
      { timeS: 600, buildings: 2, people: 10 },
      { timeS: 9e9, buildings: 3, people: 15 },
    ]);
    expect(tollOf(spread, [9e9], false)).toEqual([{ timeS: 9e9, buildings: 3, people: 7 }]);
  });

  it('counts as threatened who is in what catches fire next, not in what burns', () => {
    expect(peopleThreatened(spread, 0, 1800, false)).toBe(6);
    expect(peopleThreatened(spread, 1800, 3600, false)).toBe(0);
  });
});

describe('percentiles of an ensemble', () => {
  it('are members themselves: the tenth, the middle and the ninetieth of a hundred', () => {
    const values = Int32Array.from({ length: 100 }, (_, at) => ((at * 37) % 100) + 1);
    expect(percentiles(values, 100)).toEqual({ low: 10, middle: 50, high: 90 });
  });

  it('are none of no members, and look at those alone that are done', () => {
    expect(percentiles(Int32Array.of(5, 7), 0)).toBeUndefined();
    expect(percentiles(Int32Array.of(5, 0, 0), 1)).toEqual({ low: 5, middle: 5, high: 5 });
  });

  it('lie in order and among the members', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 }), (values) => {
        const found = percentiles(values, values.length);
        expect(values).toContain(found?.low);
        expect(found && found.low <= found.middle && found.middle <= found.high).toBe(true);
      }),
    );
  });

  it('count buildings that burn so often', () => {
    expect(countReaching(Float32Array.of(0, 0.1, 0.5, 1), [0, 0.5, 1])).toEqual([3, 2, 1]);
  });
});

describe('what was done', () => {
  it('is listed in order of time with a key each, without how it began', () => {
    const fire = aFire({
      ignitions: [
        { building: aBuilding('b'), timeS: 0 },
        { building: aBuilding('c'), timeS: 50 },
      ],
      wind: [
        { fromS: 0, speedMs: 1, fromRad: 0 },
        { fromS: 20, speedMs: 2, fromRad: 0 },
      ],
      water: [{ fromS: 10, share: 0.5 }],
    });
    const acts = actsOf(fire);
    expect(acts.map(({ kind, atS }) => [kind, atS])).toEqual([
      ['water', 10],
      ['wind', 20],
      ['ignition', 50],
    ]);
    expect(new Set(acts.map(keyOfAct)).size).toBe(3);
    expect(actsOf(aFire())).toEqual([]);
  });

  it('has the wind of each moment, the first from the beginning', () => {
    const spells = [
      { fromS: 5, speedMs: 1, fromRad: 0 },
      { fromS: 20, speedMs: 2, fromRad: 0 },
    ];
    expect([0, 5, 19.9, 20, 1e6].map((time) => windAtTime(spells, time).speedMs)).toEqual([
      ...[1, 1, 1, 2, 2],
    ]);
    expect(windAtTime([], 3).speedMs).toBe(0);
  });
});

describe('the building that is meant', () => {
  const at = (metresEast: number) =>
    [10 + metresEast / (111_320 * Math.cos((54 * Math.PI) / 180)), 54] as const;
  const house = { id: 'house', at: at(0), radiusM: 8 };
  const hall = { id: 'hall', at: at(60), radiusM: 50 };

  it('is the one that the place lies in, though another’s middle is nearer', () => {
    expect(nearestBuilding([house, hall], at(20))?.id).toBe('hall');
    expect(nearestBuilding([house, hall], at(2))?.id).toBe('house');
  });

  it('is none where none is near', () => {
    expect(nearestBuilding([house], at(9 + 15))).toBeUndefined();
    expect(nearestBuilding([], at(0))).toBeUndefined();
  });
});

describe('readings beyond a limit', () => {
  const reading = (part: Partial<FireReading>): FireReading => ({
    ...{ building: 'b', sensor: 's', name: 'S', property: 'residualCurrent', value: 1 },
    ...{ timeMs: 1, isSimulated: true, isStale: false, level: 'alarm' },
    ...part,
  });

  it('are told once a building by the worst of them, alarms first', () => {
    const worst = worstReadings([
      reading({ building: 'warned', level: 'warning', timeMs: 9 }),
      reading({ building: 'two', level: 'warning', timeMs: 5 }),
      reading({ building: 'two', level: 'alarm', timeMs: 3, value: 7 }),
      reading({ building: 'calm', level: 'normal' }),
      reading({ building: 'old', isStale: true }),
      reading({ building: '' }),
    ]);
    expect(
      worst.map(({ reading: { building, value }, level, count }) => [
        building,
        value,
        level,
        count,
      ]),
    ).toEqual([
      ['two', 7, 'alarm', 2],
      ['warned', 1, 'warning', 1],
    ]);
  });
});
