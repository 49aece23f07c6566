import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDegrees, metres, toDegrees } from './units.ts';

describe('units', () => {
  it('hold half a turn for 180°', () => {
    expect(fromDegrees(180)).toBe(Math.PI);
    expect(toDegrees(fromDegrees(-90))).toBe(-90);
  });

  it('bring degrees back through radians to the last digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -360, max: 360, noNaN: true }), (angleDeg) => {
        // Two roundings of at most half a unit in the last place of 360.
        expect(Math.abs(toDegrees(fromDegrees(angleDeg)) - angleDeg)).toBeLessThan(1e-13);
      }),
    );
  });

  it('cost nothing: a branded number is the number', () => {
    expect(metres(12.5)).toBe(12.5);
  });
});
