// Which things carry which word. Words are few (street names, uses) where things are many, so the words
// are searched one by one and the things behind a word lie in one run of an array.

import { fold, splitWords } from './fold.ts';

export interface WordIndex {
  readonly words: readonly string[];
  /** Things that carry the word at this position, ascending where they came in order. */
  thingsOf(word: number): Uint32Array;
}

/** Reads pairs of a thing's number and a text of it. */
export function indexWords(texts: Iterable<readonly [thing: number, text: string]>): WordIndex {
  const known = new Map<string, number>();
  const pairs = new PairList();
  for (const [thing, text] of texts) {
    for (const word of splitWords(fold(text))) {
      let at = known.get(word);
      if (at === undefined) {
        at = known.size;
        known.set(word, at);
      }
      pairs.add(at, thing);
    }
  }
  const { starts, things } = pairs.groupByWord(known.size);
  return {
    words: [...known.keys()],
    thingsOf: (word) => things.subarray(starts[word], starts[word + 1]),
  };
}

class PairList {
  #pairs = new Uint32Array(4096);
  #length = 0;

  add(word: number, thing: number): void {
    if (this.#length === this.#pairs.length) {
      const longer = new Uint32Array(this.#pairs.length * 2);
      longer.set(this.#pairs);
      this.#pairs = longer;
    }
    this.#pairs[this.#length++] = word;
    this.#pairs[this.#length++] = thing;
  }

  groupByWord(words: number): { starts: Uint32Array; things: Uint32Array } {
    const starts = new Uint32Array(words + 1);
    for (let at = 0; at < this.#length; at += 2) starts[this.#pairs[at]! + 1]!++;
    for (let word = 0; word < words; word++) starts[word + 1]! += starts[word]!;
    const next = starts.slice();
    const things = new Uint32Array(this.#length / 2);
    for (let at = 0; at < this.#length; at += 2) {
      things[next[this.#pairs[at]!]!++] = this.#pairs[at + 1]!;
    }
    return { starts, things };
  }
}
