import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, parseInstant } from '#model/time.ts';
import { fromDegrees, toDegrees } from '#model/units.ts';
import { findSun, sunOverDay } from './sun-position.ts';

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN);
const golden = { longitude: fromDegrees(-105.1786), latitude: fromDegrees(39.742476) };

describe('the sun', () => {
  it('stands where the published example of NREL/TP-560-34302, table A5.1, has it', () => {
    // Azimuth 194.34024°, topocentric elevation without refraction 39.872046°; parallax is 0.002°.
    const sun = findSun(at('2003-10-17T12:30:30-07:00'), golden);
    expect(toDegrees(sun.azimuth)).toBeCloseTo(194.34, 1);
    expect(Math.abs(toDegrees(sun.elevation) - 39.872)).toBeLessThan(0.015);
  });

  it('is overhead on the tropic at noon of the June solstice', () => {
    const tropic = { longitude: fromDegrees(0), latitude: fromDegrees(23.436) };
    const noon = at('2024-06-20T12:01:50Z');
    expect(toDegrees(findSun(noon, tropic).elevation)).toBeGreaterThan(89.9);
  });

  it('stands south at noon in the north and north at noon in the south', () => {
    const noon = at('2025-03-20T12:07:30Z');
    const north = findSun(noon, { longitude: fromDegrees(0), latitude: fromDegrees(50) });
    const south = findSun(noon, { longitude: fromDegrees(0), latitude: fromDegrees(-50) });
    expect(Math.abs(toDegrees(north.azimuth) - 180)).toBeLessThan(0.2);
    expect(Math.abs(Math.sin(south.azimuth))).toBeLessThan(0.01);
    expect(Math.cos(south.azimuth)).toBeGreaterThan(0);
  });

  it('is as high over one place as it is low over the place opposite', () => {
    const angle = (degrees: number) =>
      fc.double({ min: -degrees, max: degrees, noNaN: true }).map(fromDegrees);
    const moment = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2049, 0, 1) });
    fc.assert(
      fc.property(moment, angle(180), angle(90), (time, longitude, latitude) => {
        const here = findSun(instant(time), { longitude, latitude });
        const opposite = {
          longitude: fromDegrees(toDegrees(longitude) + 180),
          latitude: fromDegrees(-toDegrees(latitude)),
        };
        const there = findSun(instant(time), opposite);
        expect(there.elevation).toBeCloseTo(-here.elevation, 6);
      }),
    );
  });

  it('never rises in the polar night and never sets in the polar day', () => {
    const arctic = { longitude: fromDegrees(20), latitude: fromDegrees(78) };
    const winter = sunOverDay(at('2025-12-21T00:00:00Z'), arctic, 49);
    const summer = sunOverDay(at('2025-06-21T00:00:00Z'), arctic, 49);
    expect(Math.max(...winter)).toBeLessThan(0);
    expect(Math.min(...summer)).toBeGreaterThan(0);
  });
});
