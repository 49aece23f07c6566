import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '../contract.ts';
import { aCity } from './a-city.ts';
import type { Column } from './column.ts';
import { parseColumn } from './column.ts';
import { countMask, intersectMasks, matchFilter } from './filter.ts';

function columnOf(name: string, builder: ReturnType<typeof aCity>): Column {
  const { layer, files } = builder.build();
  const meta = layer.columns.find((column) => column.name === name)!;
  return parseColumn(meta, files.get(meta.path)!, layer.count);
}

const numbersOf = (values: readonly (number | undefined)[]): Column => ({
  type: 'number',
  numbers: Float64Array.from(values, (value) => value ?? Number.NaN),
});

const matched = (filter: Filter, column: Column, count: number) => {
  const mask = matchFilter(filter, column, count);
  return mask && [...mask.keys()].filter((index) => mask[index]);
};

const maybeNumbers = fc.array(fc.option(fc.integer({ min: -20, max: 20 }), { nil: undefined }), {
  maxLength: 30,
});

describe('a range', () => {
  it('includes both ends and leaves out what has no value', () => {
    const heights = numbersOf([2, 5, undefined, 8, 9]);
    const range = { kind: 'range', column: 'height' } as const;
    expect(matched({ ...range, from: 5, to: 8 }, heights, 5)).toEqual([1, 3]);
    expect(matched({ ...range, from: 8 }, heights, 5)).toEqual([3, 4]);
  });

  it('never lets through more when it grows narrower', () => {
    fc.assert(
      fc.property(maybeNumbers, fc.integer(), fc.nat(), fc.nat(), (values, from, width, cut) => {
        const column = numbersOf(values);
        const wide = { kind: 'range', column: 'x', from, to: from + width } as const;
        const narrow = { ...wide, to: wide.to - cut };
        const inside = new Set(matched(wide, column, values.length));
        expect(matched(narrow, column, values.length)!.every((index) => inside.has(index))).toBe(
          true,
        );
      }),
    );
  });

  it('and its two complements divide the buildings that have a value', () => {
    fc.assert(
      fc.property(maybeNumbers, fc.integer({ min: -20, max: 20 }), (values, at) => {
        const column = numbersOf(values);
        const count = (filter: Filter) => countMask(matchFilter(filter, column, values.length)!);
        const below = count({ kind: 'range', column: 'x', to: at - 1 });
        const above = count({ kind: 'range', column: 'x', from: at });
        expect(below + above).toBe(count({ kind: 'present', column: 'x', isPresent: true }));
      }),
    );
  });
});

describe('other conditions', () => {
  it('match a set of categories, also of numbers, booleans and texts', () => {
    const city = aCity(4)
      .withCategories('use', ['school', 'church', undefined, 'school'])
      .withNumbers('storeys', [2, 3, undefined, 2])
      .withBooleans('listed', [true, false, undefined, true])
      .withTexts('name', ['A', 'B', undefined, 'A']);
    const values = { use: 'school', storeys: '2', listed: 'true', name: 'A' };
    for (const [column, value] of Object.entries(values)) {
      const filter = { kind: 'categories', column, values: [value] } as const;
      expect(matched(filter, columnOf(column, city), 4)).toEqual([0, 3]);
    }
  });

  it('find a text inside names without minding case and diacritics', () => {
    const city = aCity(3).withTexts('street', ['Königstraße 4', 'Kerkstraat', undefined]);
    const street = columnOf('street', city);
    const contains = (text: string) =>
      matched({ kind: 'contains', column: 'street', text }, street, 3);
    expect(contains('KONIGSTRASSE')).toEqual([0]);
    expect(contains('straat')).toEqual([1]);
  });

  it('tell true from false and absent from present', () => {
    const listed = columnOf('listed', aCity(3).withBooleans('listed', [true, false, undefined]));
    expect(matched({ kind: 'boolean', column: 'listed', value: false }, listed, 3)).toEqual([1]);
    expect(matched({ kind: 'present', column: 'listed', isPresent: false }, listed, 3)).toEqual([
      2,
    ]);
  });

  it('are ignored while they are not filled in', () => {
    const numbers = numbersOf([1, undefined]);
    expect(matched({ kind: 'range', column: 'x' }, numbers, 2)).toBeUndefined();
    expect(matched({ kind: 'categories', column: 'x', values: [] }, numbers, 2)).toBeUndefined();
    const name = columnOf('name', aCity(1).withTexts('name', ['A']));
    expect(matched({ kind: 'contains', column: 'name', text: ' ' }, name, 1)).toBeUndefined();
  });

  it('do not apply to a column of another type', () => {
    const numbers = numbersOf([1, 2]);
    expect(matched({ kind: 'boolean', column: 'x', value: true }, numbers, 2)).toBeUndefined();
    expect(matched({ kind: 'contains', column: 'x', text: '1' }, numbers, 2)).toBeUndefined();
    const texts = columnOf('name', aCity(1).withTexts('name', ['A']));
    expect(matched({ kind: 'range', column: 'name', from: 1 }, texts, 1)).toBeUndefined();
  });
});

describe('several conditions', () => {
  const masks = fc.array(fc.array(fc.constantFrom(0, 1), { minLength: 12, maxLength: 12 }), {
    maxLength: 5,
  });

  it('let through what each of them does, in any order, however often they are said', () => {
    fc.assert(
      fc.property(masks, (lists) => {
        const arrays = lists.map((list) => Uint8Array.from(list));
        const all = intersectMasks(arrays, 12);
        const expected = Array.from({ length: 12 }, (_, at) => Number(lists.every((l) => l[at])));
        expect([...all]).toEqual(expected);
        expect(intersectMasks([...arrays, ...arrays].reverse(), 12)).toEqual(all);
      }),
    );
  });
});
