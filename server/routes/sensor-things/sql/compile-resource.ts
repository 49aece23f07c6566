// The rows that a path leads to, as conditions.

import type { EntitySet } from '../entity.ts';
import type { Hop } from '../resource.ts';
import type { Statement } from './statement.ts';

const MOST_INTEGER = 2 ** 31 - 1;

/** Conditions that hold for the rows of the last hop alone; false where an id can be nobody's. */
export function compileHops(hops: readonly Hop[], row: string, statement: Statement): string[] {
  const hop = hops.at(-1);
  if (!hop) return [];
  const conditions = hop.id === undefined ? [] : [compileId(hop.set, row, hop.id, statement)];
  const before = hops.slice(0, -1);
  const parent = before.at(-1);
  if (hop.navigation && parent) {
    const above = statement.alias();
    const outer = [hop.navigation.join(above, row), ...compileHops(before, above, statement)];
    conditions.push(
      `exists (select from ${parent.set.table} ${above} where ${outer.join(' and ')})`,
    );
  }
  return conditions;
}

function compileId(set: EntitySet, row: string, id: string, statement: Statement): string {
  if (set.table !== 'observation') {
    const number = Number(id);
    const isPossible = /^\d+$/.test(id) && number <= MOST_INTEGER;
    return isPossible ? `${row}.id = ${statement.add(number, 'integer')}` : 'false';
  }
  const parts = parseObservationId(id);
  if (!parts) return 'false';
  const datastream = statement.add(parts.datastream, 'integer');
  const time = statement.add(new Date(parts.timeMs).toISOString(), 'timestamptz');
  // The id tells milliseconds; PostgreSQL keeps microseconds.
  return `(${row}.datastream_id = ${datastream} and ${row}.phenomenon_time >= ${time}
    and ${row}.phenomenon_time < ${time} + interval '1 millisecond')`;
}

/** `7@1000`. */
function parseObservationId(id: string) {
  const found = /^(\d{1,10})@(-?\d{1,14})$/.exec(id);
  if (!found) return undefined;
  const [datastream, timeMs] = [Number(found[1]), Number(found[2])];
  return datastream <= MOST_INTEGER ? { datastream, timeMs } : undefined;
}

/** `7`, or `'7@1000'` with its quotes: what stands between the parentheses of a link. */
export const keyText = (set: EntitySet, row: string): string => {
  const id = set.properties.id;
  return id ? `'''' || ${id.sql(row)} || ''''` : `${row}.id`;
};
