// Which buildings carry which word. Words are few (street names, uses) where buildings are many, so
// the words are searched one by one and the buildings behind a word lie in one run of an array.

import { fold, splitWords } from '#model/fold.ts';
import type { Column } from './column.ts';

export interface WordIndex {
  readonly words: readonly string[];
  /** Buildings that carry the word at this position, ascending. */
  buildingsOf(word: number): Uint32Array;
}

/** Reads text and category columns; other types carry no words. */
export function indexWords(columns: readonly Column[], count: number): WordIndex {
  const known = new Map<string, number>();
  const pairs = new PairList();
  for (const column of columns) {
    for (const [index, text] of texts(column, count)) {
      for (const word of splitWords(fold(text))) {
        let at = known.get(word);
        if (at === undefined) {
          at = known.size;
          known.set(word, at);
        }
        pairs.add(at, index);
      }
    }
  }
  const { starts, buildings } = pairs.groupByWord(known.size);
  return {
    words: [...known.keys()],
    buildingsOf: (word) => buildings.subarray(starts[word], starts[word + 1]),
  };
}

function* texts(column: Column, count: number): Generator<readonly [number, string]> {
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

class PairList {
  #pairs = new Uint32Array(4096);
  #length = 0;

  add(word: number, building: number): void {
    if (this.#length === this.#pairs.length) {
      const longer = new Uint32Array(this.#pairs.length * 2);
      longer.set(this.#pairs);
      this.#pairs = longer;
    }
    this.#pairs[this.#length++] = word;
    this.#pairs[this.#length++] = building;
  }

  groupByWord(words: number): { starts: Uint32Array; buildings: Uint32Array } {
    const starts = new Uint32Array(words + 1);
    for (let at = 0; at < this.#length; at += 2) starts[this.#pairs[at]! + 1]!++;
    for (let word = 0; word < words; word++) starts[word + 1]! += starts[word]!;
    const next = starts.slice();
    const buildings = new Uint32Array(this.#length / 2);
    for (let at = 0; at < this.#length; at += 2) {
      buildings[next[this.#pairs[at]!]!++] = this.#pairs[at + 1]!;
    }
    return { starts, buildings };
  }
}
