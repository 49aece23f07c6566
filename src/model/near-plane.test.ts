import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceM, moved, offsetBetween } from './near-plane.ts';

const place = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
);

describe('distances on a plane', () => {
  it('lead back to where one came from', () => {
    const metres = fc.double({ min: -5000, max: 5000, noNaN: true });
    fc.assert(
      fc.property(place, metres, metres, (from, east, north) => {
        const [x, y] = offsetBetween(from, moved(from, [east, north]));
        expect(x).toBeCloseTo(east, 3);
        expect(y).toBeCloseTo(north, 3);
      }),
    );
  });

  it('are those of the sphere to a thousandth', () => {
    // A degree of latitude, and a degree of longitude at 60°, on a sphere of 6378 km.
    expect(distanceM([10, 60], [10, 60.01])).toBeCloseTo(1113.2, 1);
    expect(distanceM([10, 60], [10.02, 60])).toBeCloseTo(1113.2, 1);
  });
});
