import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BodySection, shownDepth, stringBodies } from './fire-plume-bodies.ts';

/** Straight to the east, a section each `stepM`. */
const straight = (count: number, stepM: number, opticalDepth: number, halfM = 20): BodySection[] =>
  Array.from({ length: count }, (_, at) => ({
    place: { x: at * stepM, y: 0, z: 50 },
    halfWidthM: halfM,
    halfHeightM: halfM,
    towardsRad: Math.PI / 2,
    opticalDepth,
  }));

/** Optical depth across the plume at `x` along it: what all bodies add up to. */
const depthAt = (bodies: ReturnType<typeof stringBodies>, x: number) =>
  bodies.reduce(
    (sum, body) => sum + body.depth * Math.exp(-0.5 * ((x - body.x) / body.along) ** 2),
    0,
  );

describe('bodies of a plume', () => {
  it('add up to the shown depth of its sections, everywhere between the ends', () => {
    const bodies = stringBodies(straight(12, 30, 1.4));
    for (let x = 60; x <= 270; x += 7) expect(depthAt(bodies, x)).toBeCloseTo(shownDepth(1.4), 1);
  });

  it('show thin smoke as it is and let two fifths through of the thickest', () => {
    expect(shownDepth(0.01)).toBeCloseTo(0.01, 3);
    expect(Math.exp(-shownDepth(1000))).toBeGreaterThan(0.4);
    expect(shownDepth(2)).toBeGreaterThan(shownDepth(1));
  });

  it('lie between the sections, as large as they are, and never too many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.double({ min: 1, max: 400, noNaN: true }),
        fc.double({ min: 0.1, max: 200, noNaN: true }),
        (count, stepM, halfM) => {
          const bodies = stringBodies(straight(count, stepM, 1, halfM));
          expect(bodies.length).toBeGreaterThan(0);
          expect(bodies.length).toBeLessThanOrEqual(96);
          for (const body of bodies) {
            expect(body.x).toBeGreaterThanOrEqual(0);
            expect(body.x).toBeLessThanOrEqual((count - 1) * stepM);
            expect(body.across).toBeCloseTo(Math.max(1.5, halfM / 2), 6);
            expect(Math.hypot(body.east - 1, body.north)).toBeLessThan(1e-9);
          }
        },
      ),
    );
  });

  it('are none of a clear plume, of one section, and of sections in one place', () => {
    expect(stringBodies(straight(5, 30, 0))).toEqual([]);
    expect(stringBodies(straight(1, 30, 1))).toEqual([]);
    expect(stringBodies(straight(4, 0, 1))).toEqual([]);
  });

  it('are the same for the same sections', () => {
    expect(stringBodies(straight(9, 40, 2))).toEqual(stringBodies(straight(9, 40, 2)));
  });
});
