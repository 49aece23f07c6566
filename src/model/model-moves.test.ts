import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ModelPoint,
  moveModel,
  placePoint,
  standOf,
  turnAt,
  turnModel,
} from './model-moves.ts';
import { placementAt } from './model-placement.ts';
import { type Geodetic, toEcef } from './position.ts';
import { fromDegrees, metres, radians } from './units.ts';

const apartM = (a: Geodetic, b: Geodetic) => {
  const [from, to] = [toEcef(a), toEcef(b)];
  return Math.hypot(from.x - to.x, from.y - to.y, from.z - to.z);
};

const placements = fc
  .tuple(
    fc.double({ min: -3.1, max: 3.1, noNaN: true }),
    fc.double({ min: -1.3, max: 1.3, noNaN: true }),
    fc.double({ min: -100, max: 4000, noNaN: true }),
    fc.double({ min: -3.1, max: 3.1, noNaN: true }),
    fc.double({ min: 0.999, max: 1.001, noNaN: true }),
  )
  .map((parts) => placementAt(...parts));
const within = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const points: fc.Arbitrary<ModelPoint> = fc.tuple(within(2000), within(2000), within(300));

describe('moving a model by a point of it', () => {
  it('puts the point on the spot, turned as asked there', () => {
    fc.assert(
      fc.property(placements, points, placements, (placement, point, spot) => {
        const placed = placePoint(placement, point, spot, spot.rotation);
        // 1e-6 m of 2 km that are gone round a step at a time.
        expect(apartM(standOf(placed, point), spot)).toBeLessThan(1e-5);
        expect(Math.cos(turnAt(placed, point) - spot.rotation)).toBeCloseTo(1, 12);
        expect(placed.scale).toBe(placement.scale);
      }),
    );
  });

  it('moves it as far as asked, and its height by nothing else', () => {
    fc.assert(
      fc.property(placements, points, points, (placement, pivot, by) => {
        const before = standOf(placement, pivot);
        const after = standOf(moveModel(placement, pivot, by), pivot);
        expect(after.height - before.height).toBeCloseTo(by[2], 4);
        const level = { ...after, height: before.height };
        // A chord against its arc, over at most 2.9 km and up to 4 km high.
        expect(Math.abs(apartM(before, level) - Math.hypot(by[0], by[1]))).toBeLessThan(0.01);
      }),
    );
  });

  it('turns about the pivot, which stays', () => {
    fc.assert(
      fc.property(placements, points, placements, (placement, pivot, { rotation }) => {
        const turned = turnModel(placement, pivot, rotation);
        expect(apartM(standOf(turned, pivot), standOf(placement, pivot))).toBeLessThan(1e-5);
        const difference = turnAt(turned, pivot) - turnAt(placement, pivot) - rotation;
        expect(Math.cos(difference)).toBeCloseTo(1, 12);
        expect(Math.abs(turned.rotation)).toBeLessThanOrEqual(Math.PI + 0.001);
      }),
    );
  });

  it('sees north turn by the sine of the latitude on the way east', () => {
    const placement = placementAt(0, fromDegrees(30), 0, 0);
    const { longitude } = standOf(placement, [1000, 0, 0]);
    expect(turnAt(placement, [1000, 0, 0])).toBeCloseTo(-longitude * 0.5, 9);
  });

  it('stays where it is by a move of nothing', () => {
    const placement = placementAt(fromDegrees(8.4), fromDegrees(49), metres(120), radians(0.5));
    const moved = moveModel(placement, [30, 20, 0], [0, 0, 0]);
    expect(apartM(moved, placement)).toBeLessThan(1e-6);
    expect(moved.rotation).toBeCloseTo(placement.rotation, 12);
  });
});
