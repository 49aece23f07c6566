import { describe, expect, it } from 'vitest';
import { sineOfSunHeight } from './sun.ts';

const heightDeg = (iso: string, longitude: number, latitude: number) =>
  (Math.asin(sineOfSunHeight(Date.parse(iso), longitude, latitude)) * 180) / Math.PI;

describe('the sun', () => {
  it('stands at 90° − latitude + 23.44° at noon of midsummer', () => {
    // Solar noon at 10.13° E is 11:21 UTC with the equation of time of that day (−1 min 48 s).
    expect(heightDeg('2026-06-21T11:21:00Z', 10.13, 54.32)).toBeCloseTo(90 - 54.32 + 23.44, 1);
  });

  it('stands in the zenith of the equator at noon of the equinox', () => {
    expect(heightDeg('2026-03-20T12:07:30Z', 0, 0)).toBeGreaterThan(89.5);
  });

  it('is below the horizon at midnight, and in the polar night at noon too', () => {
    expect(heightDeg('2026-06-21T23:20:00Z', 10.13, 54.32)).toBeLessThan(-10);
    expect(heightDeg('2026-12-21T12:00:00Z', 0, 75)).toBeLessThan(0);
  });
});
