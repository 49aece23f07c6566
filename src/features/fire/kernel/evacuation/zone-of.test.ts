import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaceDeg, RingsDeg } from '../../contract.ts';
import { zoneOf } from './zone-of.ts';

const PER_DEGREE = 111_195;
const EAST = PER_DEGREE * Math.cos((54 * Math.PI) / 180);
const at = (eastM: number, northM: number): PlaceDeg => [
  10 + eastM / EAST,
  54 + northM / PER_DEGREE,
];
const square = (eastM: number, northM: number, sideM: number): RingsDeg => [
  [
    at(eastM, northM),
    at(eastM + sideM, northM),
    at(eastM + sideM, northM + sideM),
    at(eastM, northM + sideM),
    at(eastM, northM),
  ],
];

/** Even-odd over all rings, m². */
function areaOf(rings: RingsDeg): number {
  const ringArea = (ring: readonly PlaceDeg[]) => {
    let doubled = 0;
    ring.forEach(([x, y], corner) => {
      const [nextX, nextY] = ring[(corner + 1) % ring.length] ?? [0, 0];
      doubled += (x - 10) * (nextY - 54) - (nextX - 10) * (y - 54);
    });
    return (doubled / 2) * EAST * PER_DEGREE;
  };
  return Math.abs(rings.reduce((sum, ring) => sum + ringArea(ring), 0));
}

function isInside(rings: RingsDeg, [x, y]: PlaceDeg): boolean {
  let odd = false;
  for (const ring of rings)
    ring.forEach(([x1, y1], corner) => {
      const [x2, y2] = ring[(corner + ring.length - 1) % ring.length] ?? [0, 0];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
    });
  return odd;
}

describe('the zone that has to be left', () => {
  it('is the hazard itself without a margin', () => {
    const zone = zoneOf([square(0, 0, 200)], 0);
    expect(zone).toHaveLength(1);
    expect(areaOf(zone) / 40_000).toBeCloseTo(1, 2);
  });

  it('lays the margin around as Steiner says: area, sides and a circle at the corners', () => {
    const expected = 200 * 200 + 4 * 200 * 100 + Math.PI * 100 * 100;
    expect(areaOf(zoneOf([square(0, 0, 200)], 100)) / expected).toBeCloseTo(1, 2);
  });

  it('is one for hazards that overlap or whose margins meet, and two for those apart', () => {
    const overlapping = zoneOf([square(0, 0, 200), square(100, 0, 200)], 0);
    expect(overlapping).toHaveLength(1);
    expect(areaOf(overlapping) / 60_000).toBeCloseTo(1, 2);
    const apart = [square(0, 0, 100), square(180, 0, 100)];
    expect(zoneOf(apart, 30)).toHaveLength(2);
    expect(zoneOf(apart, 50)).toHaveLength(1);
  });

  it('keeps a hole that the margin does not close', () => {
    const ring = [...square(0, 0, 600), ...square(200, 200, 200)];
    const zone = zoneOf([ring], 50);
    expect(zone).toHaveLength(2);
    expect(isInside(zone, at(300, 300))).toBe(false);
    expect(isInside(zone, at(220, 300))).toBe(true);
    expect(zoneOf([ring], 120)).toHaveLength(1);
  });

  it('is nothing where no hazard has an area', () => {
    expect(zoneOf([], 100)).toEqual([]);
    expect(zoneOf([[[at(0, 0), at(10, 0)]]], 100)).toEqual([]);
    expect(() => zoneOf([square(0, 0, 10)], -1)).toThrow('The margin is -1 m; 0 or more');
  });

  it('holds exactly the places within the margin of some hazard', () => {
    const triangle = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })),
      { minLength: 3, maxLength: 3 },
    );
    const probe = fc.tuple(
      fc.integer({ min: -300, max: 800 }),
      fc.integer({ min: -300, max: 800 }),
    );
    fc.assert(
      fc.property(
        fc.array(triangle, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 200 }),
        fc.array(probe, { minLength: 20, maxLength: 20 }),
        (triangles, marginM, probes) => {
          const hazards = triangles.map((corners): RingsDeg => [corners.map(([x, y]) => at(x, y))]);
          const zone = zoneOf(hazards, marginM);
          for (const [x, y] of probes) {
            const awayM = Math.min(
              ...triangles.map((corners, hazard) => {
                if (isInside(hazards[hazard] ?? [], at(x, y))) return -1;
                return Math.min(
                  ...corners.map((corner, next) =>
                    toSegment([x, y], corner, corners[(next + 1) % 3] ?? corner),
                  ),
                );
              }),
            );
            // A raster of 4 m can't tell what lies on the border; a sliver thinner than it may be missed.
            if (awayM > marginM + 4) expect(isInside(zone, at(x, y))).toBe(false);
            if (awayM >= 0 && awayM < marginM - 4) expect(isInside(zone, at(x, y))).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

function toSegment(
  [x, y]: readonly [number, number],
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
): number {
  const square = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  const share =
    square === 0
      ? 0
      : Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / square));
  return Math.hypot(x0 + share * (x1 - x0) - x, y0 + share * (y1 - y0) - y);
}
