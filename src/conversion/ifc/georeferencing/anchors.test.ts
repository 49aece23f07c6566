import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCrs } from '#model/crs-parse.ts';
import { toEcef } from '#model/position.ts';
import { createAnchors } from './anchors.ts';
import { createGrid } from './grid.ts';
import { placeOnGrid, type ToMap } from './place-on-grid.ts';

const geoid = (longitude: number, latitude: number) =>
  40 + 30 * Math.sin(9 * longitude + 7 * latitude);

function gridOf(code: string) {
  const crs = parseCrs(code);
  if (!crs.ok) throw new Error(crs.reason);
  return createGrid(crs.value, geoid);
}

const apply = (m: Float64Array, [x, y, z]: readonly [number, number, number]) =>
  [0, 1, 2].map((row) => m[row]! * x + m[4 + row]! * y + m[8 + row]! * z + m[12 + row]!);

const conversions = fc.record({
  system: fc.constantFrom(
    { code: 'EPSG:25832', east: 458657, north: 5438232 },
    { code: 'EPSG:28992', east: 121846, north: 488026 },
    { code: 'EPSG:2056', east: 2683189, north: 1248035 },
    { code: 'EPSG:7856', east: 334900, north: 6252288 },
    { code: 'EPSG:2263', east: 299492, north: 60645 },
    { code: 'EPSG:2154', east: 648237, north: 6862271 },
  ),
  turn: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
  scale: fc.double({ min: 0.999, max: 1.001, noNaN: true }),
  point: fc.tuple(
    fc.double({ min: -5000, max: 5000, noNaN: true }),
    fc.double({ min: -5000, max: 5000, noNaN: true }),
    fc.double({ min: -50, max: 300, noNaN: true }),
  ),
});

describe('anchors', () => {
  it('have each point where the map has it, kilometres from the origin', () => {
    fc.assert(
      fc.property(conversions, ({ system, turn, scale, point }) => {
        const grid = gridOf(system.code);
        const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
        const toMap: ToMap = ([x, y, z]) => [
          system.east + cos * x - sin * y,
          system.north + sin * x + cos * y,
          80 + scale * z,
        ];
        const { placement } = placeOnGrid(grid, toMap, [0, 0, 0]);
        const anchors = createAnchors(
          { placement, crs: system.code, verticalCrs: grid.crs.vertical.code },
          geoid,
        );
        const wanted = toEcef(grid.toPosition(...toMap(point)));
        const [x, y, z] = apply(anchors(point), point);
        // Turn and scale come back from the placement to 1e-9 or so: 5 km then are right to 1 mm.
        expect(Math.hypot(x! - wanted.x, y! - wanted.y, z! - wanted.z)).toBeLessThan(0.002);
      }),
      { numRuns: 200 },
    );
  });

  it('follow the curve of the ellipsoid where there is no map', () => {
    const placement = {
      longitudeDeg: 8.4,
      latitudeDeg: 49.1,
      heightM: 160,
      rotationDeg: 30,
      scale: 1,
    };
    const anchors = createAnchors({ placement }, geoid);
    const [x, y, z] = apply(anchors([0, 0, 0]), [1000, 0, 0]);
    const [ex, ey, ez] = apply(anchors([1000, 0, 0]), [1000, 0, 0]);
    // 1000² / 2R.
    expect(Math.hypot(x! - ex!, y! - ey!, z! - ez!)).toBeCloseTo(0.0784, 3);
  });

  it('are the plain placement at the origin', () => {
    const placement = {
      longitudeDeg: 8.4,
      latitudeDeg: 49.1,
      heightM: 160,
      rotationDeg: 30,
      scale: 1,
    };
    const [x, y, z] = apply(createAnchors({ placement }, geoid)([0, 0, 0]), [0, 0, 0]);
    const {
      x: ex,
      y: ey,
      z: ez,
    } = toEcef({
      longitude: (8.4 * Math.PI) / 180,
      latitude: (49.1 * Math.PI) / 180,
      height: 160,
    } as never);
    expect(Math.hypot(x! - ex, y! - ey, z! - ez)).toBeLessThan(1e-6);
  });
});
