import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shoreDistances } from './shore-distance.ts';

describe('distances to a shore', () => {
  it('are those of brute force, negative on land', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.constantFrom(0, 1)),
        (width, height, stream) => {
          const cells = Uint8Array.from([...take(stream, width * height)]);
          const found = shoreDistances(cells, width, height);
          for (let at = 0; at < cells.length; at++) {
            let nearest = Number.POSITIVE_INFINITY;
            for (let other = 0; other < cells.length; other++) {
              if (cells[other] === cells[at]) continue;
              const over = (other % width) - (at % width);
              const down = Math.floor(other / width) - Math.floor(at / width);
              nearest = Math.min(nearest, Math.hypot(over, down));
            }
            if (!Number.isFinite(nearest)) continue;
            const expected = cells[at] ? nearest - 0.5 : 0.5 - nearest;
            expect(found[at]).toBeCloseTo(expected, 4);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are far where there is no shore at all', () => {
    expect(shoreDistances(Uint8Array.of(1, 1, 1, 1), 2, 2)[0]).toBeGreaterThan(1000);
    expect(shoreDistances(Uint8Array.of(0, 0, 0, 0), 2, 2)[0]).toBeLessThan(-1000);
  });
});

function* take(stream: Iterable<number>, count: number): Iterable<number> {
  let left = count;
  for (const value of stream) {
    if (left-- <= 0) return;
    yield value;
  }
}
