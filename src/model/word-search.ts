// Finds things by what a person types: words whole, begun, in part or typed wrong.

import { typingDistance } from './typing-distance.ts';
import type { WordIndex } from './word-index.ts';

/** Shorter texts inside a word say nothing. */
const SHORTEST_PART = 3;

/** How well a known word answers a typed one, 0 … 1; 0 is not at all. */
export type Match = (typed: string, word: string) => number;

export function matchStrictly(typed: string, word: string): number {
  if (word === typed) return 1;
  const at = word.indexOf(typed);
  if (at === 0) return 0.6 + (0.3 * typed.length) / word.length;
  return at > 0 && typed.length >= SHORTEST_PART ? 0.4 : 0;
}

export function matchLoosely(typed: string, word: string): number {
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
 * Things that answer every typed word, best first. Of three or more words one may fail where
 * nothing answers them all: a Chinese name with one wrong character, an address with a wrong number.
 */
export function findWords(
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
    for (const thing of index.thingsOf(word)) {
      if (isCounted[thing]) continue;
      isCounted[thing] = 1;
      answered[thing]!++;
      scores[thing]! += quality;
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
  for (let thing = 0; thing < answered.length; thing++) {
    if (answered[thing]! < wanted) continue;
    const score = scores[thing]!;
    if (best.length === limit && score <= scores[best[limit - 1]!]!) continue;
    let place = best.length;
    while (place > 0 && scores[best[place - 1]!]! < score) place--;
    best.splice(place, 0, thing);
    if (best.length > limit) best.pop();
  }
  return best;
}
