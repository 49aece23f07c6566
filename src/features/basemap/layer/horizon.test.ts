import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEcef, WGS84_A } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';
import { isBehindEarth } from './horizon.ts';

const at = (longitudeDeg: number, latitudeDeg: number, heightM: number) =>
  toEcef({
    longitude: fromDegrees(longitudeDeg),
    latitude: fromDegrees(latitudeDeg),
    height: metres(heightM),
  });

describe('the horizon', () => {
  it('hides the other side of the Earth and shows what lies below the eye', () => {
    expect(isBehindEarth(at(180, 0, 0), at(0, 0, 1e7))).toBe(true);
    expect(isBehindEarth(at(0, 0, 0), at(0, 0, 1e7))).toBe(false);
  });

  it('lies where the tangent touches: acos(a / (a + h)) along the equator', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 40_000_000 }), (heightM) => {
        const horizonDeg = (Math.acos(WGS84_A / (WGS84_A + heightM)) * 180) / Math.PI;
        expect(isBehindEarth(at(horizonDeg * 0.999, 0, 0), at(0, 0, heightM))).toBe(false);
        expect(isBehindEarth(at(horizonDeg * 1.001, 0, 0), at(0, 0, heightM))).toBe(true);
      }),
    );
  });
});
