// Finds elements of a model by what a person types: GlobalId, name, class, type, material, system, any value
// of a property. Texts that many elements share are searched once and then spread over those that have them.

import { NONE_U32 } from '#contract/bim-elements.ts';
import { type BimProperties, valueTypes } from '#contract/bim-properties.ts';
import { fold, splitWords } from '#model/fold.ts';
import { listIds } from '#model/id-list.ts';
import { indexWords, type WordIndex } from '#model/word-index.ts';
import { type Match, matchLoosely, matchStrictly } from '#model/word-search.ts';
import type { ModelData } from './model-data.ts';

export interface SearchIndex {
  /** Rows that answer, best first. */
  find(query: string, limit: number): number[];
  /** 1 for each row that answers. */
  match(query: string): Uint8Array;
}

/** How much a text says about the element that has it. */
const WEIGHT = { own: 1, class: 0.8, type: 0.7, group: 0.6, material: 0.6, property: 0.4 } as const;
/** Shorter texts inside a GlobalId say nothing. */
const SHORTEST_ID_PART = 6;

/** Texts of one kind and how they reach the rows. */
interface Source {
  readonly words: WordIndex;
  readonly texts: number;
  readonly weight: number;
  /** Raises the score of each row that has a text to the text's score. */
  spread(scoreOfText: Float32Array, scores: Float32Array): void;
}

export function createSearchIndex(data: ModelData, properties: BimProperties): SearchIndex {
  const ids = listIds(data.elements.globalId);
  const sources = sourcesOf(data, properties);

  /** The best score of each row for one typed word; a decimal number is answered as a whole or by all its digits. */
  function scoreTyped({ words, number }: Typed, match: Match): Float32Array {
    const scores = new Float32Array(data.count);
    for (const [at, word] of words.entries()) {
      const ofWord = new Float32Array(data.count);
      for (const source of sources) {
        const ofText = scoreTexts(source, word, match);
        if (ofText) source.spread(ofText, ofWord);
      }
      for (let row = 0; row < scores.length; row++) {
        scores[row] = at === 0 ? ofWord[row]! : Math.min(scores[row]!, ofWord[row]!);
      }
    }
    if (number !== undefined) scoreNumbers(properties, number, scores);
    return scores;
  }

  /** The best score of each row for each typed word, added up; 0 where a word is not answered. */
  function scoreAll(query: string, match: Match): Float32Array {
    const totals = new Float32Array(data.count);
    for (const [position, typed] of typedOf(query).entries()) {
      const scores = scoreTyped(typed, match);
      for (let row = 0; row < totals.length; row++) {
        const isAnswered = scores[row]! > 0 && (position === 0 || totals[row]! > 0);
        totals[row] = isAnswered ? totals[row]! + scores[row]! : 0;
      }
    }
    return totals;
  }

  const scoresOf = (query: string) => {
    const strict = scoreAll(query, matchStrictly);
    return strict.some((score) => score > 0) ? strict : scoreAll(query, matchLoosely);
  };
  const idsOf = (query: string, limit: number) => {
    const folded = fold(query.trim());
    return folded.length >= SHORTEST_ID_PART ? ids.find(folded, limit) : [];
  };

  return {
    find(query, limit) {
      const found = new Set(idsOf(query, limit));
      for (const row of best(scoresOf(query), limit, data)) {
        if (found.size >= limit) break;
        found.add(row);
      }
      return [...found];
    },
    match(query) {
      const mask = Uint8Array.from(scoresOf(query), (score) => Number(score > 0));
      for (const row of idsOf(query, data.count)) mask[row] = 1;
      return mask;
    },
  };
}

function sourcesOf(data: ModelData, properties: BimProperties): Source[] {
  const { elements } = data;
  const byCode = (names: readonly string[], column: ArrayLike<number>, weight: number): Source => ({
    words: indexWords(names.entries()),
    texts: names.length,
    weight,
    spread(ofText, scores) {
      for (let row = 0; row < column.length; row++) raise(scores, row, ofText[column[row]!] ?? 0);
    },
  });
  return [
    {
      words: indexWords(ownTexts(data)),
      texts: data.count,
      weight: WEIGHT.own,
      spread(ofText, scores) {
        for (let row = 0; row < scores.length; row++) raise(scores, row, ofText[row]!);
      },
    },
    byCode(data.classNames.map(wordsOfClass), elements.class, WEIGHT.class),
    byCode(data.typeNames, elements.type, WEIGHT.type),
    byCode(data.materialNames, elements.material, WEIGHT.material),
    {
      words: indexWords(data.groups.map(({ name }) => name).entries()),
      texts: data.groups.length,
      weight: WEIGHT.group,
      spread(ofText, scores) {
        for (const [group, { members }] of data.groups.entries()) {
          if (ofText[group]! > 0) for (const row of members) raise(scores, row, ofText[group]!);
        }
      },
    },
    {
      words: indexWords(textsIn(properties)),
      texts: properties.texts.count,
      weight: WEIGHT.property,
      spread: (ofText, scores) =>
        spreadEntries(properties, scores, (key, value) =>
          valueTypes[properties.keyType[key]!] === 'text' ? (ofText[value] ?? 0) : 0,
        ),
    },
  ];
}

/** `IfcWallStandardCase` is found as itself and by its parts: wall, standard, case. */
const wordsOfClass = (name: string) =>
  `${name} ${name.replace(/^Ifc/, '').replace(/(?<=[a-z])(?=[A-Z])/g, ' ')}`;

function* ownTexts({ elements, count }: ModelData): Generator<readonly [number, string]> {
  for (let row = 0; row < count; row++) {
    for (const column of [elements.name, elements.label, elements.objectType]) {
      const text = column.at(row);
      if (text !== '') yield [row, text];
    }
  }
}

function* textsIn({ texts }: BimProperties): Generator<readonly [number, string]> {
  for (let at = 0; at < texts.count; at++) yield [at, texts.at(at)];
}

/** Undefined where no word of the source is like the typed one. */
function scoreTexts(source: Source, typed: string, match: Match): Float32Array | undefined {
  let scores: Float32Array | undefined;
  for (const [at, word] of source.words.words.entries()) {
    const quality = match(typed, word) * source.weight;
    if (quality === 0) continue;
    scores ??= new Float32Array(source.texts);
    for (const text of source.words.thingsOf(at)) raise(scores, text, quality);
  }
  return scores;
}

interface Typed {
  readonly words: readonly string[];
  readonly number: number | undefined;
}

/** What a person typed, each thing once: `0.3` is one thing, and a number. */
function typedOf(query: string): readonly Typed[] {
  const pieces = new Set(fold(query).split(/\s+/));
  return [...pieces].flatMap((piece): Typed[] => {
    const number = /^-?\d+([.,]\d+)?$/.test(piece) ? Number(piece.replace(',', '.')) : undefined;
    const words = splitWords(piece);
    if (number !== undefined) return [{ words, number }];
    return words.map((word) => ({ words: [word], number: undefined }));
  });
}

/** A typed number answers properties that have this value. */
function scoreNumbers(properties: BimProperties, number: number, scores: Float32Array): void {
  const near = Math.max(1e-9, Math.abs(number) * 1e-6);
  spreadEntries(properties, scores, (key, value) => {
    if (valueTypes[properties.keyType[key]!] !== 'number') return 0;
    return Math.abs(properties.numbers[value]! - number) <= near ? WEIGHT.property : 0;
  });
}

/** Raises the scores of the elements whose sets have an entry that scores. */
function spreadEntries(
  { entryFirst, entryKey, entryValue, setFirst, setOf }: BimProperties,
  scores: Float32Array,
  scoreOf: (key: number, value: number) => number,
): void {
  const ofSet = new Float32Array(Math.max(0, entryFirst.length - 1));
  let isAny = false;
  for (let set = 0; set < ofSet.length; set++) {
    for (let entry = entryFirst[set]!; entry < entryFirst[set + 1]!; entry++) {
      const value = entryValue[entry]!;
      const score = value === NONE_U32 ? 0 : scoreOf(entryKey[entry]!, value);
      if (score > ofSet[set]!) ofSet[set] = score;
    }
    isAny ||= ofSet[set]! > 0;
  }
  if (!isAny) return;
  for (let row = 0; row < scores.length; row++) {
    for (let at = setFirst[row]!; at < setFirst[row + 1]!; at++)
      raise(scores, row, ofSet[setOf[at]!]!);
  }
}

function raise(scores: Float32Array, at: number, score: number): void {
  if (score > scores[at]!) scores[at] = score;
}

/** Rows with the greatest scores; of equal ones those that can be seen, then in the order of the tree. */
function best(scores: Float32Array, limit: number, data: ModelData): number[] {
  const rows: number[] = [];
  for (let row = 0; row < scores.length; row++) if (scores[row]! > 0) rows.push(row);
  const rank = (row: number) => scores[row]! + (data.hasMesh(row) ? 0.05 : 0);
  return rows.sort((a, b) => rank(b) - rank(a) || a - b).slice(0, limit);
}
