import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from './classify.ts';
import { summarise } from './statistics.ts';

const heights = { name: 'height', numbers: Float64Array.of(3, Number.NaN, 5, 10) };
const empty = { name: 'storeys', numbers: new Float64Array(4).fill(Number.NaN) };

describe('statistics of a selection', () => {
  it('count, add and compare the values there are', () => {
    const { count, columns } = summarise([0, 1, 3], [heights, empty], undefined);
    expect(count).toBe(3);
    expect(columns).toEqual([{ column: 'height', count: 2, sum: 13, mean: 6.5, min: 3, max: 10 }]);
  });

  it('are given class by class, in the order of the classes', () => {
    const use = {
      type: 'category',
      codes: Uint16Array.of(1, 0, 1, 65535),
      values: ['a', 'b'],
    } as const;
    const classes = classify(use, { method: 'categories', classes: 5 }, 4);
    const { groups } = summarise([3, 2, 1, 0], [heights], classes);
    expect(groups.map(({ key, count, columns }) => [key, count, columns[0]?.sum])).toEqual([
      [{ kind: 'category', value: 'b' }, 2, 8],
      [{ kind: 'category', value: 'a' }, 1, undefined],
      [{ kind: 'missing' }, 1, 10],
    ]);
  });

  it('give the same sum in any order of selection, to the last digit that matters', () => {
    const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(values, (list) => {
        const column = { name: 'x', numbers: Float64Array.from(list) };
        const indices = [...list.keys()];
        const forward = summarise(indices, [column], undefined).columns[0]!;
        const backward = summarise([...indices].reverse(), [column], undefined).columns[0]!;
        const scale = list.reduce((sum, value) => sum + Math.abs(value), 0);
        expect(Math.abs(forward.sum - backward.sum)).toBeLessThanOrEqual(scale * 4e-16);
      }),
    );
  });
});
