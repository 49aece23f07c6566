// Finds buildings by what a person types: an id, a name, an address, whole, begun or typed wrong.
// Order: ids first; then buildings that carry every word; then those that carry similar words.

import type { TextColumn } from '#contract/column-data.ts';
import { fold, splitWords } from '#model/fold.ts';
import type { Column } from './column.ts';
import { typingDistance } from './edit-distance.ts';
import { listIds } from './id-list.ts';
import { indexWords, type WordIndex } from './word-index.ts';

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
  const words = indexWords(columns, count);
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

/** How well a known word answers a typed one, 0 … 1; 0 is not at all. */
type Match = (typed: string, word: string) => number;

function matchStrictly(typed: string, word: string): number {
  if (word === typed) return 1;
  const at = word.indexOf(typed);
  if (at === 0) return 0.6 + (0.3 * typed.length) / word.length;
  return at > 0 && typed.length >= SHORTEST_ID_PART ? 0.4 : 0;
}

function matchLoosely(typed: string, word: string): number {
  const strict = matchStrictly(typed, word);
  if (strict > 0) return strict;
  const slips = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  if (slips === 0) return 0;
  const whole = typingDistance(typed, word, slips);
  if (whole !== undefined) return 0.4 - 0.1 * whole;
  const begun = typingDistance(typed, word, slips, true);
  return begun === undefined ? 0 : 0.3 - 0.1 * begun;
}

/**
 * Buildings that answer every typed word, best first. Of three or more words one may fail where
 * nothing answers them all: a Chinese name with one wrong character, an address with a wrong number.
 */
function findWords(
  index: WordIndex,
  typed: readonly string[],
  count: number,
  limit: number,
  match: Match,
): number[] {
  if (typed.length === 0) return [];
  const answered = new Uint8Array(count);
  const scores = new Float32Array(count);
  for (const one of typed) scoreWord(index, one, answered, scores, match);
  const all = pickBest(answered, scores, typed.length, limit);
  if (all.length > 0 || typed.length < 3 || match === matchStrictly) return all;
  return pickBest(answered, scores, typed.length - 1, limit);
}

function scoreWord(
  index: WordIndex,
  typed: string,
  answered: Uint8Array,
  scores: Float32Array,
  match: Match,
): void {
  const matches: { word: number; quality: number }[] = [];
  for (const [word, known] of index.words.entries()) {
    const quality = match(typed, known);
    if (quality > 0) matches.push({ word, quality });
  }
  matches.sort((a, b) => b.quality - a.quality);
  const isCounted = new Uint8Array(answered.length);
  for (const { word, quality } of matches) {
    for (const building of index.buildingsOf(word)) {
      if (isCounted[building]) continue;
      isCounted[building] = 1;
      answered[building]!++;
      scores[building]! += quality;
    }
  }
}

function pickBest(
  answered: Uint8Array,
  scores: Float32Array,
  wanted: number,
  limit: number,
): number[] {
  const best: number[] = [];
  for (let building = 0; building < answered.length; building++) {
    if (answered[building]! < wanted) continue;
    const score = scores[building]!;
    if (best.length === limit && score <= scores[best[limit - 1]!]!) continue;
    let place = best.length;
    while (place > 0 && scores[best[place - 1]!]! < score) place--;
    best.splice(place, 0, building);
    if (best.length > limit) best.pop();
  }
  return best;
}
