// The rows that one predicate speaks of: the row itself and those that its paths lead to. A path through
// many rows (`Datastreams/name`) holds where one of them makes the predicate true.

import { targetOf } from '../entities.ts';
import type { EntitySet } from '../entity.ts';
import type { Statement } from './statement.ts';

interface Hop {
  readonly key: string;
  readonly set: EntitySet;
  readonly row: string;
  readonly condition: string;
}

export class Scope {
  readonly set: EntitySet;
  readonly row: string;
  readonly statement: Statement;
  readonly #hops: Hop[] = [];
  #hasMany = false;

  constructor(set: EntitySet, row: string, statement: Statement) {
    this.set = set;
    this.row = row;
    this.statement = statement;
  }

  /** True where a path led through many rows. */
  get hasMany(): boolean {
    return this.#hasMany;
  }

  /** The row that navigations lead to; two paths with the same start share it. Undefined: no such one. */
  reach(names: readonly string[]): { readonly set: EntitySet; readonly row: string } | undefined {
    let { set, row } = this as { readonly set: EntitySet; readonly row: string };
    for (const [index, name] of names.entries()) {
      const navigation = findOwn(set.navigations, name);
      if (!navigation) return undefined;
      const key = names.slice(0, index + 1).join('/');
      let hop = this.#hops.find((one) => one.key === key);
      if (!hop) {
        const to = this.statement.alias();
        hop = { key, set: targetOf(navigation), row: to, condition: navigation.join(row, to) };
        this.#hops.push(hop);
        this.#hasMany ||= navigation.isMany;
      }
      ({ set, row } = hop);
    }
    return { set, row };
  }

  get hops(): number {
    return this.#hops.length;
  }

  /** The predicate, said of the rows that it needs. */
  close(predicate: string): string {
    if (this.#hops.length === 0) return predicate;
    return `exists (select from ${this.#tables()} where ${this.#conditions()} and ${predicate})`;
  }

  /** A value of the one row that paths lead to. */
  closeValue(value: string): string {
    if (this.#hops.length === 0) return value;
    return `(select ${value} from ${this.#tables()} where ${this.#conditions()})`;
  }

  #tables = (): string => this.#hops.map(({ set, row }) => `${set.table} ${row}`).join(', ');

  #conditions = (): string => this.#hops.map(({ condition }) => condition).join(' and ');
}

export const findOwn = <Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined => (Object.hasOwn(record, name) ? record[name] : undefined);
