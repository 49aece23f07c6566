import { describe, expect, it } from 'vitest';
import type { AttributeColumn } from '#contract/city-package.ts';
import { aCity } from './a-city.ts';
import { type Column, isPresent, nameAt, parseColumn, valueAt } from './column.ts';

function columnsOf(builder: ReturnType<typeof aCity>): { meta: AttributeColumn; column: Column }[] {
  const { layer, files } = builder.build();
  return layer.columns.map((meta) => ({
    meta,
    column: parseColumn(meta, files.get(meta.path)!, layer.count),
  }));
}

const mixed = aCity(3)
  .withNumbers('height', [12.5, undefined, 0])
  .withCategories('use', ['school', undefined, 'church'])
  .withBooleans('listed', [true, undefined, false])
  .withTexts('name', ['Grote Kerk', undefined, '市政厅']);

describe('a column', () => {
  it('gives every value as it was written, and none where there is none', () => {
    const [, ...columns] = columnsOf(mixed);
    expect(columns.map(({ column }) => [0, 1, 2].map((index) => valueAt(column, index)))).toEqual([
      [12.5, undefined, 0],
      ['school', undefined, 'church'],
      [true, undefined, false],
      ['Grote Kerk', undefined, '市政厅'],
    ]);
    for (const { column } of columns) {
      expect([0, 1, 2].map((index) => isPresent(column, index))).toEqual([true, false, true]);
    }
  });

  it('names its values, so that any of them can be a category', () => {
    const [, height, , listed, name] = columnsOf(mixed).map(({ column }) => column);
    const names = [height, listed, name].map((column) =>
      column && column.type !== 'category' ? [0, 1, 2].map((index) => nameAt(column, index)) : [],
    );
    expect(names).toEqual([
      ['12.5', undefined, '0'],
      ['true', undefined, 'false'],
      ['Grote Kerk', undefined, '市政厅'],
    ]);
  });

  it('is refused with its file and both sizes where its bytes do not fit the city', () => {
    for (const { meta } of columnsOf(mixed)) {
      expect(() => parseColumn(meta, new ArrayBuffer(5), 3)).toThrow(
        new RegExp(`${meta.path}.*has 5 bytes; expected (24|6|3|16) for`),
      );
    }
  });
});
