import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typingDistance } from './typing-distance.ts';

/** The recurrence of optimal string alignment, written down as it is. */
function aligned(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const swap =
    a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
      ? aligned(a.slice(0, -2), b.slice(0, -2)) + 1
      : Number.POSITIVE_INFINITY;
  return Math.min(
    aligned(a.slice(0, -1), b) + 1,
    aligned(a, b.slice(0, -1)) + 1,
    aligned(a.slice(0, -1), b.slice(0, -1)) + Number(a.at(-1) !== b.at(-1)),
    swap,
  );
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('typing distance', () => {
  it('counts a missing, an added, a wrong letter and a swap as one each', () => {
    expect(typingDistance('colsingel', 'coolsingel', 2)).toBe(1);
    expect(typingDistance('cooolsingel', 'coolsingel', 2)).toBe(1);
    expect(typingDistance('coalsingel', 'coolsingel', 2)).toBe(1);
    expect(typingDistance('coolsinegl', 'coolsingel', 2)).toBe(1);
    expect(typingDistance('kerk', 'coolsingel', 2)).toBeUndefined();
  });

  it('is the one of the recurrence within the limit and undefined beyond', () => {
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, limit) => {
        const exact = aligned(a, b);
        expect(typingDistance(a, b, limit)).toBe(exact <= limit ? exact : undefined);
      }),
      { numRuns: 400 },
    );
  });

  it('to a beginning is the least over all beginnings', () => {
    fc.assert(
      fc.property(word, word, fc.nat(2), (a, b, limit) => {
        const beginnings = Array.from({ length: b.length + 1 }, (_, end) => b.slice(0, end));
        const exact = Math.min(...beginnings.map((beginning) => aligned(a, beginning)));
        expect(typingDistance(a, b, limit, true)).toBe(exact <= limit ? exact : undefined);
      }),
      { numRuns: 200 },
    );
  });
});
