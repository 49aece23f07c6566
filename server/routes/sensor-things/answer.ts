// A resource and its options → the answer as JSON text, in one statement (and one more for `$count`).

import type { Queries } from '../../storage/database.ts';
import { formatQuery } from './language/format-query.ts';
import type { QueryOptions } from './language/syntax.ts';
import { QueryError } from './query-error.ts';
import type { Hop, Resource } from './resource.ts';
import { compileDataArray, groupDataArrays } from './sql/compile-data-array.ts';
import { compileEntity } from './sql/compile-entity.ts';
import { compileHops } from './sql/compile-resource.ts';
import { compileRows, compileWhere, type Rows } from './sql/compile-rows.ts';
import { Statement } from './sql/statement.ts';

export interface AnswerContext {
  readonly queries: Queries;
  /** Address of the service, e.g. `http://localhost:8080/v1.1`. */
  readonly base: string;
  /** The path behind it as it was asked for, e.g. `/Things(1)/Datastreams`. */
  readonly path: string;
}

const PAGE = 100;
const MOST = 1000;
const MOST_OBSERVATIONS = 10_000;

/** Throws `QueryError` for what can't be asked, and with 404 where an entity on the way doesn't exist. */
export async function answerMany(
  resource: Resource,
  options: QueryOptions,
  { queries, base, path }: AnswerContext,
): Promise<string> {
  const { set, hops } = resource;
  const most = set.name === 'Observations' ? MOST_OBSERVATIONS : MOST;
  const top = Math.min(options.top ?? PAGE, most);
  const statement = new Statement();
  const row = statement.alias();
  const rows: Rows = {
    ...{ set, row, options, statement },
    conditions: compileHops(hops, row, statement),
  };
  const isArray = options.resultFormat === 'dataArray';
  if (isArray && set.name !== 'Observations') {
    throw new QueryError(`$resultFormat=dataArray is for Observations; these are ${set.name}.`);
  }
  const escapedBase = statement.add(escapeJson(base), 'text');
  const table = compileRows(rows, top);
  const chosen = resource.suffix === '$ref' ? refOnly(options) : options;
  const { sql: entity, joins } = isArray
    ? compileDataArray(row, options)
    : compileEntity(set, row, chosen, { statement, base: escapedBase, rows: Math.max(top, 1) });
  const found = await statement.run<FoundRow>(
    queries,
    `select ${entity} as entity, ${isArray ? `${row}.datastream_id` : '0'} as datastream
    from ${table} ${joins} order by ${row}.iot_place`,
  );
  const count = options.count ? await countRows(resource, options, queries) : undefined;
  if (found.length === 0) await checkParents(hops, queries);
  const next = formatQuery({ ...options, skip: (options.skip ?? 0) + top });
  const members = [
    ...(count === undefined ? [] : [`"@iot.count":${count}`]),
    ...(found.length > top && top > 0
      ? [`"@iot.nextLink":${JSON.stringify(`${base}${path}?${next}`)}`]
      : []),
  ];
  const page = found.slice(0, top);
  const value = isArray
    ? groupDataArrays(page, options, base)
    : page.map((one) => one.entity).join(',');
  return `{${[...members, `"value":[${value}]`].join(',')}}`;
}

interface FoundRow {
  readonly entity: string;
  readonly datastream: number;
}

/** The one entity that the path leads to; undefined where a relation leads to none. */
export async function answerOne(
  { set, hops, suffix }: Resource,
  options: QueryOptions,
  { queries, base }: AnswerContext,
): Promise<string | undefined> {
  const { filter, orderBy, top, skip, count, resultFormat, ...rest } = options;
  if ([filter, orderBy, top, skip, count, resultFormat].some((option) => option !== undefined)) {
    throw new QueryError('The path leads to one entity; expected $select and $expand alone.');
  }
  const statement = new Statement();
  const row = statement.alias();
  const conditions = compileHops(hops, row, statement);
  const escapedBase = statement.add(escapeJson(base), 'text');
  const chosen = suffix === '$ref' ? refOnly(rest) : rest;
  const entity = compileEntity(set, row, chosen, { statement, base: escapedBase, rows: 1 });
  const [found] = await statement.run<{ entity: string }>(
    queries,
    `select ${entity.sql} as entity from ${set.table} ${row} ${entity.joins}
    where ${conditions.join(' and ')} limit 1`,
  );
  if (!found) await checkParents([...hops], queries);
  return found?.entity;
}

async function countRows(
  { set, hops }: Resource,
  options: QueryOptions,
  queries: Queries,
): Promise<number> {
  const statement = new Statement();
  const row = statement.alias();
  const conditions = compileHops(hops, row, statement);
  const where = compileWhere({ set, row, conditions, options, statement });
  const [found] = await statement.run<{ count: string }>(
    queries,
    `select count(*) as count from ${set.table} ${row} ${where}`,
  );
  return Number(found?.count ?? 0);
}

/** An empty answer means that there is none, or that the path names an entity that doesn't exist. */
async function checkParents(hops: readonly Hop[], queries: Queries): Promise<void> {
  for (let length = 1; length <= hops.length; length++) {
    const part = hops.slice(0, length);
    const { set, id } = part.at(-1) ?? {};
    if (!set || id === undefined) continue;
    const statement = new Statement();
    const row = statement.alias();
    const conditions = compileHops(part, row, statement);
    const found = await statement.run(
      queries,
      `select from ${set.table} ${row} where ${conditions.join(' and ')} limit 1`,
    );
    if (found.length === 0) {
      throw new QueryError(`There is no ${set.single} ${id.slice(0, 40)} here.`, 404);
    }
  }
}

const refOnly = ({ filter, orderBy, top, skip, count }: QueryOptions): QueryOptions => ({
  ...{ filter, orderBy, top, skip, count },
  select: ['@iot.selfLink'],
});

/** What stands inside the quotes of a JSON string. */
const escapeJson = (text: string): string => JSON.stringify(text).slice(1, -1);
