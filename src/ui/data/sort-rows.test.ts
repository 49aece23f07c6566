import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortRows } from './sort-rows.ts';

const self = (value: number | string | undefined) => value;

test('keeps rows without a value last in both directions', () => {
  const rows = [undefined, 2, Number.NaN, 1];
  expect(sortRows(rows, self, 'ascending', 'en-GB')).toEqual([1, 2, undefined, Number.NaN]);
  expect(sortRows(rows, self, 'descending', 'en-GB')).toEqual([2, 1, undefined, Number.NaN]);
});

test('orders numbers inside words by size', () => {
  const rows = ['P-10', 'P-9', 'P-100'];
  expect(sortRows(rows, self, 'ascending', 'en-GB')).toEqual(['P-9', 'P-10', 'P-100']);
});

test('orders Chinese words by pinyin in Chinese', () => {
  const rows = ['水', '安', '北'];
  expect(sortRows(rows, self, 'ascending', 'zh-CN')).toEqual(['安', '北', '水']);
});

test('neither loses nor invents a row', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true })), (rows) => {
      const sorted = sortRows(rows, self, 'ascending', 'en-GB');
      expect(sorted).toHaveLength(rows.length);
      expect(new Set(sorted)).toEqual(new Set(rows));
      for (let at = 1; at < sorted.length; at++) {
        expect(sorted[at - 1]).toBeLessThanOrEqual(sorted[at] as number);
      }
    }),
  );
});
