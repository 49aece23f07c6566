import { describe, expect, it } from 'vitest';
import { aFrame, aPlace } from '../layer/a-flood.ts';
import { findCell, placeOfCell } from './lattice.ts';
import { waterAt } from './water-at.ts';

describe('water at a place', () => {
  const place = aPlace({ width: 100, height: 90, bedM: (column) => column / 10 });
  const frame = aFrame(
    place,
    (column, row) => (row < 10 ? 0 : column / 100),
    () => 3,
    () => -4,
  );

  it('finds each cell by its own place', () => {
    for (const cell of [0, 99, 4567, 8999]) {
      expect(findCell(place, placeOfCell(place, cell))).toBe(cell);
    }
    expect(findCell(place, [0, 0])).toBeUndefined();
  });

  it('tells depth, level and speed', () => {
    const water = waterAt(place, frame, 80 * 100 + 70);
    expect(water?.depthM).toBeCloseTo(0.7, 6);
    expect(water?.levelM).toBeCloseTo(7.7, 5);
    expect(water?.speedMs).toBeCloseTo(5, 6);
  });

  it('tells the ground where it is dry, and nothing where no ground is known', () => {
    expect(waterAt(place, frame, 50)).toMatchObject({ depthM: 0, levelM: 5, speedMs: 0 });
    expect(waterAt(place, undefined, 50)).toMatchObject({ depthM: 0, levelM: 5 });
    const hole = aPlace({ bedM: () => Number.NaN });
    expect(waterAt(hole, frame, 3)).toBeUndefined();
    expect(waterAt(place, frame, 100 * 90)).toBeUndefined();
  });
});
