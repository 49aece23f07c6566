// Finds buildings by what a person types: an id, a name, an address, whole, begun or typed wrong.
// Order: ids first; then buildings that carry every word; then those that carry similar words.

import type { TextColumn } from '#contract/column-data.ts';
import { fold, splitWords } from '#model/fold.ts';
import { listIds } from '#model/id-list.ts';
import { indexWords } from '#model/word-index.ts';
import { findWords, matchLoosely, matchStrictly } from '#model/word-search.ts';
import type { Column } from './column.ts';

export interface SearchIndex {
  /** At most `limit` city-wide indices, best first. */
  find(query: string, limit: number): number[];
}

/** Shorter texts inside an id say nothing. */
const SHORTEST_ID_PART = 3;
const SHORTEST_SIMILAR_ID = 6;

export function createSearchIndex(
  ids: TextColumn,
  columns: readonly Column[],
  count: number,
): SearchIndex {
  const idList = listIds(ids);
  const words = indexWords(textsOf(columns, count));
  return {
    find(query, limit) {
      const folded = fold(query.trim());
      if (folded === '') return [];
      const found = new Set<number>();
      const add = (buildings: Iterable<number>) => {
        for (const building of buildings) {
          if (found.size >= limit) return;
          found.add(building);
        }
      };
      if (folded.length >= SHORTEST_ID_PART) add(idList.find(folded, limit));
      const typed = [...new Set(splitWords(folded))];
      if (found.size < limit) add(findWords(words, typed, count, limit, matchStrictly));
      if (found.size < limit) add(findWords(words, typed, count, limit, matchLoosely));
      if (found.size === 0 && folded.length >= SHORTEST_SIMILAR_ID && /\d/.test(folded)) {
        add(idList.findSimilar(folded, limit));
      }
      return [...found];
    },
  };
}

function* textsOf(columns: readonly Column[], count: number): Generator<readonly [number, string]> {
  for (const column of columns) {
    for (let index = 0; index < count; index++) {
      if (column.type === 'text') {
        const text = column.texts.at(index);
        if (text) yield [index, text];
      } else if (column.type === 'category') {
        const value = column.values[column.codes[index]!];
        if (value !== undefined) yield [index, value];
      }
    }
  }
}
