import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRankRoom, rankInto } from './rank.ts';

it('gives every value the share of the others below it, equal ones and crowds too', () => {
  const value = fc.oneof(
    fc.double({ min: -20, max: 5, noNaN: true }),
    fc.constantFrom(-3, -2.9999999, 0),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 120 }), (list) => {
      const values = Float64Array.from(list);
      const percentile = new Float32Array(list.length);
      rankInto(percentile, values, createRankRoom(list.length));
      list.forEach((one, at) => {
        const lower = list.filter((other) => other < one).length;
        expect(percentile[at]).toBeCloseTo((100 * lower) / Math.max(1, list.length - 1), 4);
      });
    }),
  );
});
