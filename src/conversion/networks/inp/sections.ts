// Lines of an EPANET or SWMM input file, by section. Both know a section by its first letters, take `;` for the
// start of a comment and blanks for the end of a word; SWMM lets a word with blanks stand in quotes.

import { InputError } from '#model/input-error.ts';

export interface InpRow {
  readonly words: readonly string[];
  readonly line: number;
  /** What stands behind the semicolon. */
  readonly comment: string;
}

export class InpSections {
  readonly file: string;
  readonly #sections = new Map<string, InpRow[]>();

  constructor(text: string, file: string) {
    this.file = file;
    let rows: InpRow[] | undefined;
    for (const [index, raw] of text.split('\n').entries()) {
      const at = raw.indexOf(';');
      const content = (at < 0 ? raw : raw.slice(0, at)).trim();
      if (content.startsWith('[')) {
        const name = content.slice(1).replace(/\].*/, '').toUpperCase();
        if (name.startsWith('END')) break;
        const known = this.#sections.get(name.slice(0, 4));
        rows = known ?? [];
        if (!known) this.#sections.set(name.slice(0, 4), rows);
        continue;
      }
      if (content === '' || !rows) continue;
      const comment = at < 0 ? '' : raw.slice(at + 1).trim();
      rows.push({ words: splitWords(content), line: index + 1, comment });
    }
  }

  /** Rows of a section, known by its first four letters. */
  rows(name: string): readonly InpRow[] {
    return this.#sections.get(name.slice(0, 4).toUpperCase()) ?? [];
  }

  /** Value of an option, whatever its case; its name may have two words. */
  option(section: string, name: string): string | undefined {
    const key = name.toUpperCase().split(' ');
    const row = this.rows(section).find(({ words }) =>
      key.every((word, at) => words[at]?.toUpperCase() === word),
    );
    return row?.words[key.length];
  }

  fail(row: InpRow, sentence: string): never {
    throw new InputError({ file: this.file, at: `line ${row.line}` }, sentence);
  }

  /** The word at a place as a number; `otherwise` where there is none. */
  number(row: InpRow, at: number, what: string, otherwise?: number): number {
    const word = row.words[at];
    if (word === undefined || word === '*') {
      if (otherwise !== undefined) return otherwise;
      return this.fail(row, `${row.words[0]} has no ${what}; expected a number.`);
    }
    const value = Number(word);
    if (Number.isFinite(value)) return value;
    return this.fail(row, `the ${what} of ${row.words[0]} is “${word}”; expected a number.`);
  }
}

const splitWords = (content: string): string[] =>
  content.includes('"')
    ? [...content.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    : content.split(/\s+/);
