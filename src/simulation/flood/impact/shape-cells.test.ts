import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleRing, footprintCells, lineCells, pointCells, ringsArea } from './shape-cells.ts';

const grid = { width: 20, height: 10 };
const box = (west: number, north: number, east: number, south: number) =>
  Float64Array.of(west, north, east, north, east, south, west, south);

describe('cells of shapes', () => {
  it('takes the cells of a footprint and one ring around them', () => {
    const cells = footprintCells([box(4.2, 3.2, 5.8, 3.8)], grid);
    const wanted = [2, 3, 4].flatMap((row) => [3, 4, 5, 6].map((column) => row * 20 + column));
    expect(cells).toEqual(wanted);
  });

  it('keeps to the grid at its edges and outside of it', () => {
    expect(footprintCells([box(0.2, 0.2, 0.8, 0.8)], grid)).toEqual([0, 1, 20, 21]);
    expect(footprintCells([box(30, 0, 31, 1)], grid)).toEqual([]);
    expect(footprintCells([box(-9, -9, -8, -8)], grid)).toEqual([]);
    expect(pointCells(19.5, 9.5, grid)).toEqual([178, 179, 198, 199]);
  });

  it('leaves a courtyard dry that is wider than its rings', () => {
    const cells = footprintCells([box(1, 1, 18.9, 8.9), box(4, 2, 15.9, 7.9)], grid);
    expect(cells).not.toContain(5 * 20 + 10);
    expect(cells).toContain(2 * 20 + 10);
  });

  it('finds every cell whose centre lies inside, for any triangle', () => {
    const point = fc.tuple(
      fc.double({ min: -5, max: 25, noNaN: true }),
      fc.double({ min: -5, max: 15, noNaN: true }),
    );
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        const cells = new Set(footprintCells([Float64Array.of(...a, ...b, ...c)], grid));
        for (let cell = 0; cell < 200; cell++) {
          const centre = [(cell % 20) + 0.5, Math.floor(cell / 20) + 0.5] as const;
          if (isInside(centre, a, b, c)) expect(cells).toContain(cell);
        }
      }),
    );
  });

  it('follows a line cell by cell, with how far along each begins', () => {
    const { cells, stations } = lineCells(Float64Array.of(0.5, 0.5, 3.5, 0.5, 3.5, 2.5), grid);
    expect(cells).toEqual([0, 1, 2, 3, 23, 43]);
    expect(stations).toEqual([0, 0.5, 1.5, 2.5, 3.5, 4.5]);
  });

  it('measures what rings enclose', () => {
    expect(ringsArea([box(1, 1, 5, 4), box(2, 2, 3, 3)])).toBe(11);
    expect(ringsArea([circleRing(5, 5, 2)])).toBeCloseTo(Math.PI * 4, 0);
  });
});

type Point = readonly [number, number];

function isInside(at: Point, a: Point, b: Point, c: Point): boolean {
  const side = (p: Point, q: Point) =>
    (q[0] - p[0]) * (at[1] - p[1]) - (q[1] - p[1]) * (at[0] - p[0]);
  const [ab, bc, ca] = [side(a, b), side(b, c), side(c, a)];
  return (ab > 1e-6 && bc > 1e-6 && ca > 1e-6) || (ab < -1e-6 && bc < -1e-6 && ca < -1e-6);
}
