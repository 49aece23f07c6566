import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facadeViewFactor } from './view-factor.ts';

/** Howell B-3: small surface parallel to a rectangle and opposite one corner of it. */
function parallelCorner(widthM: number, heightM: number, distanceM: number): number {
  const x = widthM / distanceM;
  const y = heightM / distanceM;
  const rx = Math.sqrt(1 + x * x);
  const ry = Math.sqrt(1 + y * y);
  return ((x / rx) * Math.atan(y / rx) + (y / ry) * Math.atan(x / ry)) / (2 * Math.PI);
}

/** Howell B-4: small surface at right angles to a rectangle, in the plane through one of its upright edges. */
function squareCorner(widthM: number, heightM: number, distanceM: number): number {
  const ratio = Math.sqrt(widthM ** 2 + distanceM ** 2);
  const near = Math.atan(heightM / distanceM);
  return (near - (distanceM / ratio) * Math.atan(heightM / ratio)) / (2 * Math.PI);
}

const metres = (max: number) => fc.double({ min: 0.05, max, noNaN: true });

describe('the view factor of a facade', () => {
  it('equals the published corner case of a parallel rectangle', () => {
    fc.assert(
      fc.property(metres(60), metres(30), metres(40), (width, height, distance) => {
        const value = facadeViewFactor(0, distance, width, distance, 0, height, 0, 1);
        expect(value).toBeCloseTo(parallelCorner(width, height, distance), 10);
      }),
    );
  });

  it('equals the published corner case of a rectangle at right angles', () => {
    fc.assert(
      fc.property(metres(60), metres(30), metres(40), (width, height, distance) => {
        const value = facadeViewFactor(0, distance, width, distance, 0, height, 1, 0);
        expect(value).toBeCloseTo(squareCorner(width, height, distance), 10);
      }),
    );
  });

  it('adds up over parts of a facade, and fills the view at contact', () => {
    const whole = facadeViewFactor(-6, 4, 9, 5, -3, 5, 0, 1);
    const left = facadeViewFactor(-6, 4, 1.5, 4.5, -3, 5, 0, 1);
    const right = facadeViewFactor(1.5, 4.5, 9, 5, -3, 5, 0, 1);
    expect(left + right).toBeCloseTo(whole, 12);
    expect(facadeViewFactor(-5, 0.001, 5, 0.001, -3, 3, 0, 1)).toBeGreaterThan(0.9999);
  });

  it('goes to area over π times the distance squared from afar', () => {
    const far = facadeViewFactor(-5, 400, 5, 400, -3, 3, 0, 1);
    expect((far * Math.PI * 400 ** 2) / 60).toBeCloseTo(1, 3);
  });

  it('sees nothing behind, and of a facade across its plane only what lies ahead', () => {
    expect(facadeViewFactor(-5, -3, 5, -3, -3, 3, 0, 1)).toBe(0);
    const across = facadeViewFactor(3, -5, 3, 5, -3, 3, 0, 1);
    expect(across).toBeCloseTo(facadeViewFactor(3, 0, 3, 5, -3, 3, 0, 1), 12);
    expect(across).toBeGreaterThan(0);
  });
});
