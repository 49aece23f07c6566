import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barHeights, moveHandle, shareOf } from './bin-share.ts';

test('places a value between two ends and clamps outside', () => {
  expect(shareOf(5, 0, 10)).toBe(0.5);
  expect(shareOf(-5, 0, 10)).toBe(0);
  expect(shareOf(3, 3, 3)).toBe(0);
});

test('keeps a bar of one among thousands visible and an empty one invisible', () => {
  expect(barHeights([1, 0, 10_000])).toEqual([0.02, 0, 1]);
  expect(barHeights([0, 0])).toEqual([0, 0]);
});

test('keeps breaks in order wherever one is moved', () => {
  const ordered = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(ordered, fc.nat(), fc.integer({ min: -50, max: 150 }), (values, pick, target) => {
      const breaks = [...values].sort((a, b) => a - b);
      const moved = moveHandle(breaks, pick % breaks.length, target, 0, 100);
      expect(moved).toEqual([...moved].sort((a, b) => a - b));
      expect(Math.min(...moved)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...moved)).toBeLessThanOrEqual(100);
    }),
  );
});
