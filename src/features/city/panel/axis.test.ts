import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf } from './axis.ts';

describe("a histogram's axis", () => {
  it('rounds a dragged value to what the drag can tell apart', () => {
    expect(axisOf({ scale: 'linear', edges: [0, 50, 100] }).fromAxis(33.3333)).toBe(33.3);
    expect(axisOf({ scale: 'linear', edges: [1800, 2020] }).fromAxis(1953.71)).toBe(1953.7);
    expect(axisOf({ scale: 'log', edges: [1, 1000] }).fromAxis(1.5)).toBe(31.6);
  });

  it('finds every value again, near enough, in both scales', () => {
    const value = fc.double({ min: 1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(value, fc.constantFrom('linear' as const, 'log' as const), (one, scale) => {
        const axis = axisOf({ scale, edges: [1, 1000] });
        const back = axis.fromAxis(axis.toAxis(one));
        expect(Math.abs(back - one)).toBeLessThanOrEqual(scale === 'log' ? one * 0.005 : 1);
      }),
    );
  });
});
