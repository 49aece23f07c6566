import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSite } from './a-site.ts';
import {
  cellsInside,
  cellsUnder,
  facesAlong,
  lengthOf,
  middleOf,
  northFace,
  type Point,
  westFace,
} from './lines.ts';

const { grid } = aSite({ width: 24, height: 18 });
const inGrid = fc.tuple(
  fc.double({ min: 0, max: 24, noNaN: true }),
  fc.double({ min: 0, max: 18, noNaN: true }),
);

/** Cells that water reaches from a cell when only these faces are shut. */
function reach(from: number, shut: ReadonlySet<number>): Set<number> {
  const found = new Set([from]);
  for (const cell of found) {
    const x = cell % 24;
    if (x > 0 && !shut.has(westFace(cell))) found.add(cell - 1);
    if (x < 23 && !shut.has(westFace(cell + 1))) found.add(cell + 1);
    if (cell >= 24 && !shut.has(northFace(cell))) found.add(cell - 24);
    if (cell + 24 < 24 * 18 && !shut.has(northFace(cell + 24))) found.add(cell + 24);
  }
  return found;
}

describe('a line on the grid', () => {
  it('shares its whole length among the cells that it crosses', () => {
    fc.assert(
      fc.property(fc.array(inGrid, { minLength: 2, maxLength: 6 }), (points) => {
        const { cells, lengths } = cellsUnder(grid, points);
        const sum = lengths.reduce((total, length) => total + length, 0);
        const inside = points.every(([x, y]) => x < 24 && y < 18);
        if (inside) expect(sum).toBeCloseTo(lengthOf(points), 9);
        expect(new Set(cells).size).toBe(cells.length);
      }),
    );
  });

  it('lies in the same cells as many points along it', () => {
    fc.assert(
      fc.property(inGrid, inGrid, (from, to) => {
        const { cells } = cellsUnder(grid, [from, to]);
        for (let k = 1; k < 200; k++) {
          const x = from[0] + ((to[0] - from[0]) * k) / 200;
          const y = from[1] + ((to[1] - from[1]) * k) / 200;
          const nearEdge = Math.min(x % 1, 1 - (x % 1), y % 1, 1 - (y % 1)) < 1e-6;
          if (!nearEdge) expect(cells).toContain(Math.floor(y) * 24 + Math.floor(x));
        }
      }),
    );
  });

  it('holds water: a wall from edge to edge parts the grid, however it is turned', () => {
    const height = fc.double({ min: 1, max: 17, noNaN: true });
    const between = fc.tuple(fc.double({ min: 0, max: 24, noNaN: true }), height);
    fc.assert(
      fc.property(height, fc.array(between, { maxLength: 3 }), height, (west, points, east) => {
        const line: Point[] = [[0, west], ...points, [24, east]];
        const north = reach(0, new Set(facesAlong(grid, line)));
        expect(north.has(24 * 17)).toBe(false);
        expect(north.has(23)).toBe(true);
      }),
    );
  });

  it('holds water in a ring with diagonal sides', () => {
    const ring: Point[] = [
      [12, 2.2],
      [20.7, 9.1],
      [12.4, 16.3],
      [3.1, 8.8],
      [12, 2.2],
    ];
    const inside = reach(9 * 24 + 12, new Set(facesAlong(grid, ring)));
    const wanted = cellsInside(grid, ring);
    expect(inside.has(0)).toBe(false);
    expect(inside.size).toBeLessThan(24 * 18);
    // The staircase follows the drawn line within a cell.
    expect(Math.abs(inside.size - wanted.length)).toBeLessThan(30);
  });

  it('covers the cells whose centre lies in an area, as brute force does', () => {
    fc.assert(
      fc.property(fc.array(inGrid, { minLength: 3, maxLength: 7 }), (points) => {
        const found = new Set(cellsInside(grid, points));
        for (let cell = 0; cell < 24 * 18; cell++) {
          const [x, y] = [(cell % 24) + 0.5, Math.floor(cell / 24) + 0.5];
          let isOdd = false;
          let nearEdge = false;
          points.forEach(([x1, y1], k) => {
            const [x2, y2] = points[(k + points.length - 1) % points.length]!;
            if (y1 > y === y2 > y) return;
            const cut = x1 + ((y - y1) * (x2 - x1)) / (y2 - y1);
            if (Math.abs(cut - x) < 1e-9) nearEdge = true;
            if (x < cut) isOdd = !isOdd;
          });
          if (!nearEdge) expect(found.has(cell)).toBe(isOdd);
        }
      }),
    );
  });

  it('is cut to its middle', () => {
    const line: Point[] = [
      [0, 0],
      [10, 0],
      [10, 10],
    ];
    expect(middleOf(line, 3)).toEqual([
      [7, 0],
      [10, 0],
      [10, 3],
    ]);
    expect(lengthOf(middleOf(line, 99))).toBeCloseTo(20, 12);
  });
});
