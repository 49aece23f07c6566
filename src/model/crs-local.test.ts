import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadEgm96 } from '#conversion/terrain/egm96.ts';
import { createFromGeodetic, createToGeodetic } from './crs.ts';
import { createLocalApproximation } from './crs-local.ts';
import { parseCrs } from './crs-parse.ts';
import type { Geoid } from './geoid.ts';

let geoid: Geoid;
beforeAll(async () => {
  geoid = await loadEgm96();
});

function read(text: string) {
  const crs = parseCrs(text);
  if (!crs.ok) throw new Error(crs.reason);
  return crs.value;
}

function apartM(a: Float64Array, b: Float64Array): number {
  const east = (a[0]! - b[0]!) * 6378137 * Math.cos(a[1]!);
  return Math.hypot(east, (a[1]! - b[1]!) * 6378137, a[2]! - b[2]!);
}

// A point inside each city, in the CRS's own order and unit, and the side of a patch there.
describe.each([
  ['EPSG:7415', 85000, 446000, 2048],
  ['EPSG:2056+5728', 2683000, 1248000, 2048],
  ['EPSG:25832+7837', 566000, 5934000, 2048],
  ['EPSG:6677', -7271, -34922, 2048],
  ['EPSG:5514', -742833, -1042949, 2048],
  ['EPSG:3068', 21544, 25336, 2048],
  ['EPSG:3857', 1391092, 5146430, 2048],
  ['EPSG:8767', 982586, 198968, 8192],
])('the approximation in %s', (text, x, y, patch) => {
  it('stays within 1 mm of the exact conversion over 40 km', () => {
    const crs = read(text);
    const { metresPerUnit } = crs.vertical;
    const exact = createToGeodetic(crs, geoid);
    const fast = createLocalApproximation(exact, { patch, zScale: metresPerUnit });
    const offset = fc.double({ min: -20000, max: 20000, noNaN: true });
    fc.assert(
      fc.property(offset, offset, fc.double({ min: -50, max: 2000, noNaN: true }), (dx, dy, z) => {
        const from = Float64Array.of(x + dx, y + dy, z);
        const [a, b] = [new Float64Array(3), new Float64Array(3)];
        exact(from, a);
        fast(from, b);
        expect(apartM(a, b)).toBeLessThan(0.001);
      }),
      { numRuns: 300 },
    );
  });
});

it('goes the other way, from longitude and latitude, within 1 mm', () => {
  const crs = read('EPSG:7415');
  const exact = createFromGeodetic(crs, geoid);
  const fast = createLocalApproximation(exact, { patch: 3e-4, to: 'projected' });
  const offset = fc.double({ min: -3e-3, max: 3e-3, noNaN: true });
  fc.assert(
    fc.property(offset, offset, (dx, dy) => {
      const from = Float64Array.of(0.0763 + dx, 0.9063 + dy, 50);
      const [a, b] = [new Float64Array(3), new Float64Array(3)];
      exact(from, a);
      fast(from, b);
      expect(Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!)).toBeLessThan(0.001);
    }),
  );
});

it('falls back to the exact conversion where no patch is good enough', () => {
  const rough = (from: Float64Array, to: Float64Array, count = from.length / 3) => {
    for (let at = 0; at < count * 3; at += 3) {
      const bump = Math.sin(from[at]! * 40) * 1e-5;
      to.set([from[at]! * 1e-7 + bump, from[at + 1]! * 1e-7, from[at + 2]!], at);
    }
  };
  const fast = createLocalApproximation(rough, { patch: 2048 });
  const [a, b] = [new Float64Array(3), new Float64Array(3)];
  rough(Float64Array.of(1234.5, 999, 3), a);
  fast(Float64Array.of(1234.5, 999, 3), b);
  expect(b).toEqual(a);
});

it('passes on coordinates that are no numbers as NaN and recovers', () => {
  const exact = createToGeodetic(read('EPSG:7415'), geoid);
  const fast = createLocalApproximation(exact, { patch: 2048 });
  const at = Float64Array.of(Number.NaN, 1, 2, 85000, 446000, 0);
  fast(at, at);
  expect(at[0]).toBeNaN();
  expect(at[3]).toBeCloseTo(0.0763, 3);
});
