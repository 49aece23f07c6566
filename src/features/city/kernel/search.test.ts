import { describe, expect, it } from 'vitest';
import { fold, splitWords } from '#model/fold.ts';
import { aCity } from './a-city.ts';
import { parseColumn } from './column.ts';
import { createSearchIndex } from './search.ts';

const ids = [
  'NL.IMBAG.Pand.0599100000661707',
  'NL.IMBAG.Pand.0599100000661708',
  'NL.IMBAG.Pand.0599100000000042',
  'Gebouw-7',
  'Gebouw-70',
  'Gebouw-9',
];
const { layer, files } = aCity(6)
  .withIds(ids)
  .withTexts(
    'naam',
    ['Stadhuis', 'Café Überall', undefined, '广州市第一人民医院', undefined, undefined],
    {
      role: 'name',
    },
  )
  .withCategories(
    'adres',
    [
      'Coolsingel 40',
      'Coolsingel 42',
      'Witte de Withstraat 4',
      '盘福路 1号',
      'Kerkstraat 40',
      undefined,
    ],
    { role: 'address' },
  )
  .build();
const columns = layer.columns.map((meta) => parseColumn(meta, files.get(meta.path)!, 6));
const [idColumn, ...others] = columns;
const index = createSearchIndex(
  idColumn?.type === 'text' ? idColumn.texts : expect.fail('no ids'),
  others,
  6,
);
const find = (query: string, limit = 10) => index.find(query, limit);

describe('search by id', () => {
  it('puts the very id before those that begin with it', () => {
    expect(find('gebouw-7')).toEqual([3, 4]);
    expect(find('Gebouw')).toEqual([3, 4, 5]);
  });

  it('finds an id by its last part and by a piece of it', () => {
    expect(find('0599100000661708')).toEqual([1]);
    expect(find('6617')).toEqual([0, 1]);
  });

  it('finds an id with two digits wrong or swapped', () => {
    expect(find('0599100000661770')[0]).toBe(0);
    expect(find('NL.IMBAG.Pand.0599100000000024')).toEqual([2]);
  });
});

describe('search by name and address', () => {
  it('wants every word and prefers whole ones', () => {
    expect(find('coolsingel 4')).toEqual([0, 1]);
    expect(find('coolsingel 40')[0]).toBe(0);
    expect(find('40 coolsingel')[0]).toBe(0);
    expect(find('4')[0]).toBe(2);
  });

  it('finds beginnings and middles of words', () => {
    expect(find('wit')).toEqual([2]);
    expect(find('singel')).toEqual([0, 1]);
  });

  it('forgives letters missing, doubled, wrong or swapped', () => {
    for (const typo of ['colsingel', 'coolsinggel', 'coolsimgel', 'coolsinegl', 'kolsingel']) {
      expect(find(typo)).toEqual([0, 1]);
    }
    expect(find('stadhius')).toEqual([0]);
    expect(find('kerkstraet 40')).toEqual([4]);
  });

  it('minds neither case nor diacritics', () => {
    expect(find('CAFE UBERALL')).toEqual([1]);
  });

  it('finds Chinese names by their characters, with one of them wrong', () => {
    expect(find('人民医院')).toEqual([3]);
    expect(find('盘福路')).toEqual([3]);
    expect(find('人民医完')).toEqual([3]);
  });

  it('finds nothing for nothing and for what is nowhere', () => {
    expect(find('')).toEqual([]);
    expect(find('  ,; ')).toEqual([]);
    expect(find('zzzzzz')).toEqual([]);
  });

  it('keeps to the limit', () => {
    expect(find('gebouw', 2)).toEqual([3, 4]);
  });
});

describe('folding', () => {
  it('leaves letters and digits as they are compared', () => {
    expect(fold('Łódź, Weißgerberstraße ＡＢＣ')).toBe('lodz, weissgerberstrasse abc');
    expect(splitWords(fold('12-b, 广州 塔!'))).toEqual(['12', 'b', '广', '州', '塔']);
  });
});
