import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillRings, fillStrip } from './polygons.ts';

const size = 12;
const cellsOf = (paint: (take: (row: number, first: number, end: number) => void) => void) => {
  const cells = new Uint8Array(size * size);
  paint((row, first, end) => cells.fill(1, row * size + first, row * size + end));
  return cells;
};

/** Undefined on an edge to within rounding, which may decide either way there. */
function isInside(rings: readonly Float64Array[], x: number, y: number): boolean | undefined {
  let odd = false;
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const next = (at + 2) % ring.length;
      const [x1, y1] = [ring[at]!, ring[at + 1]!];
      const [x2, y2] = [ring[next]!, ring[next + 1]!];
      if (y1 > y === y2 > y) continue;
      const crossing = x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
      if (Math.abs(x - crossing) < 1e-9) return undefined;
      if (x < crossing) odd = !odd;
    }
  }
  return odd;
}

const value = fc.double({ min: -4, max: size + 4, noNaN: true });
const ring = fc
  .array(fc.tuple(value, value), { minLength: 3, maxLength: 8 })
  .map((points) => Float64Array.from(points.flat()));

describe('the cells of an area', () => {
  it('are those whose middle lies in it by the even-odd rule', () => {
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), (rings) => {
        const cells = cellsOf((take) => fillRings(rings, size, size, take));
        for (let cell = 0; cell < cells.length; cell++) {
          const [x, y] = [(cell % size) + 0.5, Math.floor(cell / size) + 0.5];
          const inside = isInside(rings, x, y);
          if (inside !== undefined) expect(cells[cell]).toBe(inside ? 1 : 0);
        }
      }),
    );
  });

  it('leave out a courtyard', () => {
    const outer = Float64Array.of(1, 1, 9, 1, 9, 9, 1, 9);
    const yard = Float64Array.of(3, 3, 6, 3, 6, 6, 3, 6);
    const cells = cellsOf((take) => fillRings([outer, yard], size, size, take));
    expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(64 - 9);
  });
});

describe('the cells of a strip', () => {
  it('are those whose middle lies within reach of the line', () => {
    fc.assert(
      fc.property(ring, fc.double({ min: 0.3, max: 3, noNaN: true }), (line, reach) => {
        const cells = cellsOf((take) => fillStrip(line, reach, size, size, take));
        for (let cell = 0; cell < cells.length; cell++) {
          const [x, y] = [(cell % size) + 0.5, Math.floor(cell / size) + 0.5];
          let off = Number.POSITIVE_INFINITY;
          for (let at = 0; at + 3 < line.length; at += 2) {
            const [dx, dy] = [line[at + 2]! - line[at]!, line[at + 3]! - line[at + 1]!];
            const square = dx * dx + dy * dy || 1;
            const along = ((x - line[at]!) * dx + (y - line[at + 1]!) * dy) / square;
            const share = Math.min(1, Math.max(0, along));
            off = Math.min(
              off,
              Math.hypot(x - line[at]! - share * dx, y - line[at + 1]! - share * dy),
            );
          }
          // On the very edge rounding may decide.
          if (Math.abs(off - reach) > 1e-9) expect(cells[cell]).toBe(off < reach ? 1 : 0);
        }
      }),
    );
  });
});
