import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markMatches } from './mark-matches.ts';

const matched = (text: string, query: string) =>
  markMatches(text, query)
    .filter((part) => part.isMatch)
    .map((part) => part.text);

test('finds every word of the query, whatever its case', () => {
  expect(matched('Coolhaven 12, Rotterdam', 'cool rot')).toEqual(['Cool', 'Rot']);
});

test('finds Chinese words without spaces', () => {
  expect(matched('人民南路小学', '南路')).toEqual(['南路']);
});

test('marks nothing for an empty query', () => {
  expect(markMatches('Delft', ' ')).toEqual([{ text: 'Delft', isMatch: false, at: 0 }]);
});

test('always puts the text together again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, query) => {
      const parts = markMatches(text, query);
      expect(parts.map((part) => part.text).join('')).toBe(text);
    }),
  );
});
