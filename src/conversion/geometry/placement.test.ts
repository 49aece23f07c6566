import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createToGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { toEcef } from '#model/position.ts';
import { metres, radians } from '#model/units.ts';
import { createPlacement } from './placement.ts';

/** An undulation that varies far more than the real one does. */
const geoid = (longitude: number, latitude: number) =>
  40 + 3 * Math.sin(200 * longitude) + 2 * Math.cos(300 * latitude);

function placementOf(code: string) {
  const parsed = parseCrs(code);
  if (!parsed.ok) throw new Error(parsed.reason);
  const toGeodetic = createToGeodetic(parsed.value, geoid, { axes: 'east-north' });
  const isGeographic = parsed.value.horizontal.kind === 'geographic';
  return { toGeodetic, placement: createPlacement(toGeodetic, { isGeographic }) };
}

describe('placement', () => {
  it.each([
    ['EPSG:7415', [10000, 280000, 300000], [310000, 620000, 300]],
    ['EPSG:25832', [300000, 5000000, -50], [700000, 6000000, 3000]],
    ['OGC:CRS84', [-30, -60, -50], [60, 70, 3000]],
  ])('of %s stays within 0.05 mm of proj4 and the geoid', (code, low, high) => {
    const { toGeodetic, placement } = placementOf(code);
    const between = (axis: number) =>
      fc.double({
        min: Math.min(low[axis]!, high[axis]!),
        max: Math.max(low[axis]!, high[axis]!),
        noNaN: true,
      });
    const placed = new Float64Array(6);
    fc.assert(
      fc.property(
        between(0),
        between(1),
        fc.double({ min: -50, max: 500, noNaN: true }),
        (x, y, z) => {
          const direct = Float64Array.of(x, y, z);
          toGeodetic(direct, direct);
          const [longitude = 0, latitude = 0, height = 0] = direct;
          const exact = toEcef({
            longitude: radians(longitude),
            latitude: radians(latitude),
            height: metres(height),
          });
          placement.place(x, y, z, placed);
          const error = Math.hypot(
            placed[0]! - exact.x,
            placed[1]! - exact.y,
            placed[2]! - exact.z,
          );
          // The invented geoid bends a thousand times as much as EGM96; without it the error is 1e-6 m.
          expect(error).toBeLessThan(5e-5);
          expect(placed[3]).toBeCloseTo(longitude, 11);
          expect(placed[4]).toBeCloseTo(latitude, 11);
          expect(placed[5]).toBeCloseTo(height, 3);
        },
      ),
    );
  });
});
