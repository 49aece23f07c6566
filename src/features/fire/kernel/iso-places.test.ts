import { describe, expect, it } from 'vitest';
import { moved, offsetBetween } from '#model/near-plane.ts';
import type { PlumeSlice } from '../contract/smoke.ts';
import type { PlaceDeg } from '../contract.ts';
import { isoPlaces } from './iso-places.ts';
import { labelPlaces } from './label-places.ts';

const origin: PlaceDeg = [10.6, 54.3];
const slice: PlumeSlice = {
  ...{ at: origin, heightM: 10, halfWidthM: 5, halfHeightM: 5, towardsRad: 0, opticalDepth: 1 },
};
/** An ellipse that begins at the source and reaches `farM` to the east. */
const reaching = (farM: number): PlaceDeg[] =>
  Array.from({ length: 72 }, (_, at) => {
    const turn = (at * Math.PI) / 36;
    return moved(origin, [(farM / 2) * (1 + Math.cos(turn)), (farM / 8) * Math.sin(turn)]);
  });
const square = (halfM: number, eastM = 0): PlaceDeg[] =>
  [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([x = 0, y = 0]) => moved(origin, [eastM + x * halfM, y * halfM]));

describe('values of iso-lines', () => {
  it('are written where each line lies farthest from the source', () => {
    const isoLines = [
      { level: 0.05, rings: [reaching(900)] },
      { level: 0.5, rings: [reaching(400)] },
    ];
    const places = isoPlaces({ isoLines, slices: [slice] });
    expect(places.map(({ level }) => level)).toEqual([0.05, 0.5]);
    const far = places.map(({ at }) => Math.round(offsetBetween(origin, at)[0]));
    expect(far).toEqual([900, 400]);
  });

  it('leave out what would lie on another value, the widest line first', () => {
    const isoLines = [900, 880, 300, 290].map((farM, at) => ({
      level: at,
      rings: [reaching(farM)],
    }));
    expect(isoPlaces({ isoLines, slices: [slice] }).map(({ level }) => level)).toEqual([0, 2]);
  });

  it('need no slices, and no line', () => {
    expect(isoPlaces({ isoLines: [], slices: [] })).toEqual([]);
    expect(isoPlaces({ isoLines: [{ level: 1, rings: [] }], slices: [slice] })).toEqual([]);
    const alone = isoPlaces({ isoLines: [{ level: 1, rings: [reaching(100)] }], slices: [] });
    expect(alone).toHaveLength(1);
  });
});

describe('names of rings', () => {
  it('stand on their own ring, apart from each other and from what is named already', () => {
    const all = [[square(50)], [square(60)], [square(70)]];
    const places = labelPlaces(all, [moved(origin, [0, 200])]);
    const offsets = places.map((place) => offsetBetween(origin, place ?? origin));
    for (const [at, [x, y]] of offsets.entries()) {
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeCloseTo([50, 60, 70][at] ?? 0, 3);
    }
    const [a, b, c] = offsets;
    const apart = (p: readonly number[] = [], q: readonly number[] = []) =>
      Math.hypot((p[0] ?? 0) - (q[0] ?? 0), (p[1] ?? 0) - (q[1] ?? 0));
    expect(Math.min(apart(a, b), apart(b, c), apart(a, c))).toBeGreaterThan(90);
  });

  it('are none where there is no ring', () => {
    expect(labelPlaces([[], [[]]], [])).toEqual([undefined, undefined]);
  });
});
