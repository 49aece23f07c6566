// A SWMM `.inp` as sections of tokens with their line numbers.

import { InputError } from '#model/input-error.ts';

export interface Row {
  readonly line: number;
  readonly tokens: readonly string[];
}

export interface SwmmFile {
  readonly name: string;
  rows(section: string): readonly Row[];
  /** Error of a row in one sentence. */
  error(row: Row, sentence: string): InputError;
}

export function splitSections(text: string, name: string): SwmmFile {
  const sections = new Map<string, Row[]>();
  let current: Row[] | undefined;
  text.split(/\r?\n/).forEach((raw, index) => {
    const content = raw.replace(/;.*/, '').trim();
    if (content === '') return;
    const header = /^\[(\w+)/.exec(content);
    if (header) {
      // SWMM knows sections by their first letters.
      const key = (header[1] ?? '').toUpperCase();
      current = sections.get(key) ?? [];
      sections.set(key, current);
      return;
    }
    current?.push({ line: index + 1, tokens: tokensOf(content) });
  });
  return {
    name,
    rows: (section) => sections.get(section) ?? [],
    error: (row, sentence) => new InputError({ file: name, at: `line ${row.line}` }, sentence),
  };
}

const tokensOf = (content: string): string[] =>
  [...content.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** A number at a place of the row; `fallback` where the row ends before it. */
export function numberAt(
  file: SwmmFile,
  row: Row,
  at: number,
  what: string,
  fallback?: number,
): number {
  const token = row.tokens[at];
  if (token === undefined || token === '' || token === '*') {
    if (fallback !== undefined) return fallback;
    throw file.error(row, `${row.tokens[0] ?? ''} has no ${what}.`);
  }
  const value = Number(token);
  if (Number.isNaN(value)) {
    throw file.error(row, `The ${what} of ${row.tokens[0] ?? ''} is ${token}, expected a number.`);
  }
  return value;
}

export const wordAt = (row: Row, at: number): string => (row.tokens[at] ?? '').toUpperCase();

/** Row of an id in a list of ids. */
export function rowOf(
  file: SwmmFile,
  row: Row,
  rows: ReadonlyMap<string, number>,
  id: string | undefined,
  what: string,
): number {
  const found = rows.get(id ?? '');
  if (found === undefined) {
    throw file.error(
      row,
      `${row.tokens[0] ?? ''} names the ${what} ${id ?? '(none)'}, which does not exist.`,
    );
  }
  return found;
}
