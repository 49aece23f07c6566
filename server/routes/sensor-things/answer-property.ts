// One property of an entity: `/Things(1)/name`, `/Things(1)/properties/owner/$value`.

import type { AnswerContext } from './answer.ts';
import { QueryError } from './query-error.ts';
import type { Resource } from './resource.ts';
import { findProperty } from './sql/compile-path.ts';
import { compileHops } from './sql/compile-resource.ts';
import { Statement } from './sql/statement.ts';

export interface PropertyAnswer {
  readonly type: 'application/json' | 'text/plain';
  readonly text: string;
}

/** Undefined where the property has no value; throws `QueryError` with 404 where there is no such entity. */
export async function answerProperty(
  { set, hops, property, suffix }: Resource,
  { queries }: AnswerContext,
): Promise<PropertyAnswer | undefined> {
  const { name = '', inside = [] } = property ?? {};
  const statement = new Statement();
  const row = statement.alias();
  const conditions = compileHops(hops, row, statement);
  const found = findProperty(set, name);
  if (!found) throw new QueryError(`${set.name} have no property ${name}.`, 404);
  const json =
    inside.length === 0
      ? found.json(row)
      : `(${found.sql(row)} #> ${statement.add(inside, 'text[]')})::text`;
  const [value] = await statement.run<{ json: string | null }>(
    queries,
    `select ${json} as json from ${set.table} ${row} where ${conditions.join(' and ')} limit 1`,
  );
  if (!value) throw new QueryError(`There is no such ${set.single}.`, 404);
  if (value.json === null || value.json === 'null') return undefined;
  if (suffix === '$value') {
    const plain: unknown = JSON.parse(value.json);
    return typeof plain === 'object'
      ? { type: 'application/json', text: value.json }
      : { type: 'text/plain', text: String(plain) };
  }
  const key = JSON.stringify(inside.at(-1) ?? (name === 'id' ? '@iot.id' : name));
  return { type: 'application/json', text: `{${key}:${value.json}}` };
}
