import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enuToEcefMatrix, toEcef, toGeodetic, WGS84_A, WGS84_F } from './position.ts';
import { fromDegrees, metres, radians } from './units.ts';

// EPSG Guidance Note 7-2 (2024), §4.1.1: printed to a millimetre and to 0.001″.
const published = {
  geodetic: {
    longitude: fromDegrees(2 + 7 / 60 + 46.38 / 3600),
    latitude: fromDegrees(53 + 48 / 60 + 33.82 / 3600),
    height: metres(73),
  },
  ecef: { x: metres(3771793.968), y: metres(140253.342), z: metres(5124304.349) },
};

const anyPosition = fc.record({
  longitude: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }).map(radians),
  latitude: fc.double({ min: -Math.PI / 2, max: Math.PI / 2, noNaN: true }).map(radians),
  height: fc.double({ min: -1000, max: 10_000, noNaN: true }).map(metres),
});

describe('positions', () => {
  it('agree with the published example of EPSG in both directions', () => {
    const ecef = toEcef(published.geodetic);
    for (const axis of ['x', 'y', 'z'] as const) {
      expect(ecef[axis]).toBeCloseTo(published.ecef[axis], 3);
    }
    const geodetic = toGeodetic(published.ecef);
    // 1e-9 rad are 6 mm, as much as the printed digits say.
    expect(geodetic.longitude).toBeCloseTo(published.geodetic.longitude, 9);
    expect(geodetic.latitude).toBeCloseTo(published.geodetic.latitude, 9);
    expect(geodetic.height).toBeCloseTo(73, 2);
  });

  it('put the axes of the ellipsoid where they belong', () => {
    const at = (longitudeDeg: number, latitudeDeg: number) =>
      toEcef({
        longitude: fromDegrees(longitudeDeg),
        latitude: fromDegrees(latitudeDeg),
        height: metres(0),
      });
    expect(at(0, 0)).toEqual({ x: WGS84_A, y: 0, z: 0 });
    expect(at(90, 0).y).toBe(WGS84_A);
    expect(at(0, 90).z).toBeCloseTo(WGS84_A * (1 - WGS84_F), 8);
  });

  it('come back within 10 nm from Earth-centred coordinates, anywhere near the surface', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        const there = toEcef(position);
        const back = toEcef(toGeodetic(there));
        // One unit in the last place of 6.4e6 m is 1e-9 m; a handful of operations adds up.
        expect(Math.hypot(back.x - there.x, back.y - there.y, back.z - there.z)).toBeLessThan(1e-8);
        expect(toGeodetic(there).height).toBeCloseTo(position.height, 7);
      }),
    );
  });
});

describe('the east-north-up frame', () => {
  it('is right-handed, orthonormal and begins at its origin', () => {
    fc.assert(
      fc.property(anyPosition, (origin) => {
        const m = enuToEcefMatrix(origin);
        const axis = (column: number) => [m[4 * column]!, m[4 * column + 1]!, m[4 * column + 2]!];
        const dot = (a: number[], b: number[]) => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!;
        const [east, north, up] = [axis(0), axis(1), axis(2)];
        for (const one of [east, north, up]) expect(dot(one, one)).toBeCloseTo(1, 12);
        expect(dot(east, north)).toBeCloseTo(0, 12);
        const cross = [
          east[1]! * north[2]! - east[2]! * north[1]!,
          east[2]! * north[0]! - east[0]! * north[2]!,
          east[0]! * north[1]! - east[1]! * north[0]!,
        ];
        expect(dot(cross, up)).toBeCloseTo(1, 12);
        const { x, y, z } = toEcef(origin);
        expect(axis(3)).toEqual([x, y, z]);
      }),
    );
  });

  it('has up along the growing height', () => {
    fc.assert(
      fc.property(anyPosition, (origin) => {
        const m = enuToEcefMatrix(origin);
        const above = toEcef({ ...origin, height: metres(origin.height + 100) });
        const climbed = [0, 1, 2].map((row) => m[8 + row]! * 100 + m[12 + row]!);
        expect(climbed[0]).toBeCloseTo(above.x, 7);
        expect(climbed[1]).toBeCloseTo(above.y, 7);
        expect(climbed[2]).toBeCloseTo(above.z, 7);
      }),
    );
  });
});
