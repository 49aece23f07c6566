// One entity as JSON text, with what `$select` and `$expand` ask for.

import { targetOf } from '../entities.ts';
import type { EntitySet, Navigation } from '../entity.ts';
import { formatQuery } from '../language/format-query.ts';
import type { Expansion, QueryOptions } from '../language/syntax.ts';
import { QueryError } from '../query-error.ts';
import { failAt } from './compile-expression.ts';
import { findProperty } from './compile-path.ts';
import { keyText } from './compile-resource.ts';
import { compileRows, compileWhere } from './compile-rows.ts';
import { findOwn } from './scope.ts';
import { quote, type Statement } from './statement.ts';

export interface EntityContext {
  readonly statement: Statement;
  /** A parameter with the address of the service, escaped for JSON. */
  readonly base: string;
  /** Rows that the answer may hold at this depth, all parents together. */
  readonly rows: number;
}

export interface CompiledEntity {
  /** SQL of the JSON text. */
  readonly sql: string;
  /** Lateral joins behind the table of the row. */
  readonly joins: string;
}

/** Of each parent, where a query doesn't say. */
const EXPANDED_ROWS = 25;
const MOST_ROWS = 100_000;

export function compileEntity(
  set: EntitySet,
  row: string,
  options: QueryOptions,
  context: EntityContext,
): CompiledEntity {
  const names = chosenNames(set, options);
  const self = `${context.base} || '/${set.name}(' || ${keyText(set, row)} || ')'`;
  const expansions = new Map(options.expand?.map((one) => [one.name, one]));
  for (const { name, at } of expansions.values()) {
    if (!findOwn(set.navigations, name)) {
      failAt('$expand', at, `${set.name} have no ${name} to expand.`);
    }
  }
  const members: string[] = [];
  const joins: string[] = [];
  for (const name of names) {
    if (name === '@iot.selfLink') members.push(`',"@iot.selfLink":"' || ${self} || '"'`);
    else {
      const property = findProperty(set, name);
      if (!property) continue;
      const key = name === 'id' ? '@iot.id' : name;
      members.push(`coalesce(',${JSON.stringify(key)}:' || ${property.json(row)}, '')`);
    }
  }
  for (const [name, navigation] of Object.entries(set.navigations)) {
    const expansion = expansions.get(name);
    if (expansion) {
      const link = `${self} || '/${name}'`;
      const expanded = expand(expansion, navigation, row, link, context);
      members.push(expanded.sql);
      joins.push(expanded.joins);
    } else if (options.select === undefined || names.includes(name)) {
      members.push(`',"${name}@iot.navigationLink":"' || ${self} || '/${name}"'`);
    }
  }
  return {
    sql: members.length === 0 ? `'{}'` : `'{' || substr(${members.join(' || ')}, 2) || '}'`,
    joins: joins.join(' '),
  };
}

/** Properties in the order of the model, however they were asked for. */
function chosenNames(set: EntitySet, { select }: QueryOptions): string[] {
  const own = Object.keys(set.properties).filter((name) => name !== 'id');
  const all = ['id', '@iot.selfLink', ...own];
  if (select === undefined) return all;
  const asked = select.map((name) => ALIASES[name] ?? name);
  const known = [...all, ...Object.keys(set.navigations)];
  const odd = asked.find((name) => !known.includes(name));
  if (odd !== undefined) {
    throw new QueryError(`$select: ${set.name} have no ${odd}; they have ${known.join(', ')}.`);
  }
  return known.filter((name) => asked.includes(name));
}

const ALIASES: { readonly [name: string]: string | undefined } = {
  '@iot.id': 'id',
  selfLink: '@iot.selfLink',
};

function expand(
  expansion: Expansion,
  navigation: Navigation,
  from: string,
  link: string,
  context: EntityContext,
): CompiledEntity {
  const { name, options } = expansion;
  const { statement } = context;
  const set = targetOf(navigation);
  const row = statement.alias();
  const found = statement.alias();
  const top = navigation.isMany ? (options.top ?? EXPANDED_ROWS) : 1;
  const rows = context.rows * Math.max(top, 1);
  if (rows > MOST_ROWS) {
    failAt(
      '$expand',
      expansion.at,
      `${name} could make ${rows} rows; expected at most ${MOST_ROWS}, by a lesser $top.`,
    );
  }
  const entity = compileEntity(set, row, options, { ...context, rows });
  const of = { set, row, conditions: [navigation.join(from, row)], options, statement };
  const table = compileRows(of, top);
  if (!navigation.isMany) {
    return {
      sql: `coalesce(',"${name}":' || ${found}.entity, '')`,
      joins: `left join lateral (
        select ${entity.sql} as entity from ${table} ${entity.joins} limit 1) ${found} on true`,
    };
  }
  const last = (options.skip ?? 0) + top;
  const next = formatQuery({ ...options, top, skip: last });
  const counting = statement.alias();
  const total = options.count
    ? `',"${name}@iot.count":' || (select count(*) from ${set.table} ${counting} ${compileWhere({
        ...of,
        row: counting,
        conditions: [navigation.join(from, counting)],
      })}) ||`
    : '';
  return {
    sql: `${total} ',"${name}":[' || coalesce(${found}.list, '') || ']' ||
      case when ${found}.more then ',"${name}@iot.nextLink":"' || ${link} || ${quote(`?${next}"`)} else '' end`,
    joins: `left join lateral (
      select string_agg(entity, ',' order by iot_place) filter (where iot_place <= ${last}) as list,
        ${top > 0 ? `count(*) > ${top}` : 'false'} as more
      from (select ${entity.sql} as entity, ${row}.iot_place from ${table} ${entity.joins}) each_one
    ) ${found} on true`,
  };
}
