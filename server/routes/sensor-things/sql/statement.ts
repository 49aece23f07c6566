// A statement as it grows: text of our own with a mark for every value that came from outside. Marks become
// `$1`, `$2` … at the end, since a part may be left out again and PostgreSQL wants every parameter used.

import type { Queries } from '../../../storage/database.ts';

const MARK = '\u0001';

export class Statement {
  readonly #values: unknown[] = [];
  #aliases = 0;

  /** The place of a value in the text, with its type. */
  add(value: unknown, type: string): string {
    this.#values.push(value);
    return `${MARK}${this.#values.length - 1}${MARK}::${type}`;
  }

  /** A name for a table in the text that no other has. */
  alias(): string {
    this.#aliases += 1;
    return `a${this.#aliases}`;
  }

  run<Row extends object>({ query }: Queries, sql: string): Promise<Row[]> {
    const used: number[] = [];
    const [start = '', ...rest] = sql.split(MARK);
    let text = start;
    for (let at = 0; at < rest.length; at += 2) {
      const value = Number(rest[at]);
      if (!used.includes(value)) used.push(value);
      text += `$${used.indexOf(value) + 1}${rest[at + 1] ?? ''}`;
    }
    return query<Row>(
      text,
      used.map((value) => this.#values[value]),
    );
  }
}

/** Our own words as an SQL string; never for what came from outside. */
export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
