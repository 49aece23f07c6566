import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shoreDistances, squaredDistances } from './shore-distance.ts';

describe('distances to a shore', () => {
  it('are those of brute force, negative on land', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.constantFrom(0, 1)),
        (width, height, stream) => {
          const cells = Uint8Array.from([...take(stream, width * height)]);
          const found = shoreDistances(cells, width, height, 20);
          const near = shoreDistances(cells, width, height, 3);
          const squares = squaredDistances(cells, width, height, 1);
          for (let at = 0; at < cells.length; at++) {
            const nearest = nearestOf(cells, width, at, cells[at] ? 0 : 1);
            const toWater = nearestOf(cells, width, at, 1);
            if (Number.isFinite(toWater)) expect(squares[at]).toBeCloseTo(toWater ** 2, 4);
            else expect(squares[at]).toBeGreaterThanOrEqual(1e9);
            if (!Number.isFinite(nearest)) continue;
            const expected = cells[at] ? nearest - 0.5 : 0.5 - nearest;
            expect(found[at]).toBeCloseTo(expected, 4);
            if (nearest <= 3) expect(near[at]).toBeCloseTo(expected, 4);
            else expect(Math.abs(near[at]!)).toBeGreaterThan(2.5);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are far where there is no shore at all', () => {
    expect(shoreDistances(Uint8Array.of(1, 1, 1, 1), 2, 2, 64)[0]).toBeGreaterThan(64);
    expect(shoreDistances(Uint8Array.of(0, 0, 0, 0), 2, 2, 64)[0]).toBeLessThan(-64);
  });
});

/** By brute force, infinite where there is none. */
function nearestOf(cells: Uint8Array, width: number, at: number, wanted: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let other = 0; other < cells.length; other++) {
    if (cells[other] !== wanted) continue;
    const over = (other % width) - (at % width);
    const down = Math.floor(other / width) - Math.floor(at / width);
    nearest = Math.min(nearest, Math.hypot(over, down));
  }
  return nearest;
}

function* take(stream: Iterable<number>, count: number): Iterable<number> {
  let left = count;
  for (const value of stream) {
    if (left-- <= 0) return;
    yield value;
  }
}
