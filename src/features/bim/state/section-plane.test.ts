import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  axisNumbers,
  flipPlane,
  rangeAlong,
  toAxisPlane,
  toSectionPlane,
  withRange,
} from './section-plane.ts';

const box = { leastM: [-1, 2, 0], greatestM: [4, 3, 10] } as const;

describe('a section plane', () => {
  it('across an axis keeps its position and side', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...axisNumbers),
        fc.integer({ min: -1000, max: 1000 }),
        fc.boolean(),
        (axis, at, isFlipped) => {
          const plane = { axis, atM: at / 10 + 0.05, isFlipped };
          expect(toAxisPlane(toSectionPlane(plane))).toEqual(plane);
        },
      ),
    );
  });

  it('takes away what is above it, and what is below it once it is flipped', () => {
    const plane = toSectionPlane({ axis: 2, atM: 3, isFlipped: false });
    const isGone = ({ normal, distanceM }: typeof plane, z: number) => normal[2] * z > distanceM;
    expect([isGone(plane, 4), isGone(plane, 2)]).toEqual([true, false]);
    const flipped = flipPlane(plane);
    expect([isGone(flipped, 4), isGone(flipped, 2)]).toEqual([false, true]);
    expect(toAxisPlane(flipped)).toEqual({ axis: 2, atM: 3, isFlipped: true });
    expect(flipPlane(flipped)).toEqual(plane);
  });

  it('that is slanted is across no axis', () => {
    expect(toAxisPlane({ normal: [Math.SQRT1_2, 0, Math.SQRT1_2], distanceM: 1 })).toBeUndefined();
  });

  it('moves between the corners of the model', () => {
    expect(rangeAlong(box, [1, 0, 0])).toEqual([-1, 4]);
    expect(rangeAlong(box, [-1, 0, 0])).toEqual([-4, 1]);
    expect(rangeAlong(box, [0.6, 0, 0.8])).toEqual([-0.6, 0.6 * 4 + 8]);
  });
});

describe('a section box', () => {
  it('changes along one axis alone', () => {
    expect(withRange(box, 1, [2.5, 2.75])).toEqual({
      leastM: [-1, 2.5, 0],
      greatestM: [4, 2.75, 10],
    });
  });
});
