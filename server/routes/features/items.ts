// Features of a collection as GeoJSON text, page by page in the order of their file.

import type { Queries } from '../../storage/database.ts';
import { Statement } from '../sensor-things/sql/statement.ts';
import type { Collection } from './collections.ts';
import type { Box, ItemsQuery, TimeSpan } from './items-query.ts';

export interface ItemsPage {
  /** GeoJSON texts. */
  readonly features: readonly string[];
  readonly numberMatched: number;
}

const FEATURE = `'{"type":"Feature","id":' || to_json(id)::text || ',"geometry":' ||
  coalesce(geometry::text, 'null') || ',"properties":' || properties::text || '}'`;

export async function readItems(
  queries: Queries,
  collection: Collection,
  query: ItemsQuery,
): Promise<ItemsPage> {
  const isAll = !query.boxes && !query.time && query.properties.length === 0;
  const statement = new Statement();
  const where = compileWhere(statement, collection, query);
  const limit = statement.add(query.limit, 'integer');
  const offset = statement.add(query.offset, 'integer');
  const found = await statement.run<{ feature: string }>(
    queries,
    `select ${FEATURE} as feature from feature where ${where} order by place limit ${limit} offset ${offset}`,
  );
  return {
    features: found.map(({ feature }) => feature),
    numberMatched: isAll ? collection.layer.count : await countItems(queries, collection, query),
  };
}

/** The text of one feature; undefined where there is none of that id. */
export async function readItem(
  { query }: Queries,
  { city, layer }: Collection,
  id: string,
): Promise<string | undefined> {
  const [found] = await query<{ feature: string }>(
    `select ${FEATURE} as feature from feature where city = $1 and collection = $2 and id = $3`,
    [city, layer.id, id],
  );
  return found?.feature;
}

/** Names of properties, of the first features: enough to tell a name from a slip. */
export async function readPropertyNames(
  { query }: Queries,
  { city, layer }: Collection,
): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `select distinct jsonb_object_keys(properties) as name from (
      select properties from feature where city = $1 and collection = $2 order by place limit 1000
    ) as first order by name`,
    [city, layer.id],
  );
  return rows.map(({ name }) => name);
}

async function countItems(queries: Queries, collection: Collection, query: ItemsQuery) {
  const statement = new Statement();
  const where = compileWhere(statement, collection, query);
  const [row] = await statement.run<{ count: string }>(
    queries,
    `select count(*) as count from feature where ${where}`,
  );
  return Number(row?.count ?? 0);
}

function compileWhere(
  statement: Statement,
  { city, layer }: Collection,
  { boxes, heightM, time, properties }: ItemsQuery,
): string {
  return [
    `city = ${statement.add(city, 'text')}`,
    `collection = ${statement.add(layer.id, 'text')}`,
    ...(boxes ? [`(${boxes.map((box) => compileBox(statement, box)).join(' or ')})`] : []),
    ...(heightM ? [compileHeights(statement, heightM)] : []),
    ...(time ? [compileTime(statement, time)] : []),
    ...properties.map(([name, value]) => compileProperty(statement, name, value)),
  ].join(' and ');
}

/** By the index first; exactly only for what sticks out of the box. */
function compileBox(statement: Statement, [west, south, east, north]: Box): string {
  const box = statement.add(`(${east},${north}),(${west},${south})`, 'box');
  const ring = [
    ...[
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
    [west, south],
  ];
  // A box without width or height is a line or a point.
  const isFlat = west === east || south === north;
  const area = statement.add(
    JSON.stringify(
      isFlat
        ? {
            type: 'LineString',
            coordinates: [
              [west, south],
              [east, north],
            ],
          }
        : { type: 'Polygon', coordinates: [ring] },
    ),
    'jsonb',
  );
  return `(bounds && ${box} and (bounds <@ ${box} or geo_intersects(geo_parse(geometry), geo_parse(${area}))))`;
}

/** What has no height meets every span of heights. */
function compileHeights(statement: Statement, [bottom, top]: readonly [number, number]): string {
  const heights = `jsonb_path_query(geometry,
    'strict $.** ? (@.type() == "array" && @[0].type() == "number")[2]', '{}', true)`;
  return `(select coalesce(min(h::text::float8) <= ${statement.add(top, 'float8')}
    and max(h::text::float8) >= ${statement.add(bottom, 'float8')}, true) from ${heights} as h)`;
}

const UTC = String.raw`'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$'`;
const DATE = String.raw`'^\d{4}-\d\d-\d\d$'`;

/**
 * By the properties `datetime`, or `start` and `end`; what has none of them is of all times. Compared as
 * text, which orders ISO 8601 in UTC: one odd date in a file is no reason to fail.
 */
function compileTime(statement: Statement, { from, to }: TimeSpan): string {
  const end = (member: string, ofDay: string) => {
    const text = `coalesce(properties ->> 'datetime', properties ->> '${member}')`;
    return `(case when ${text} ~ ${UTC} then regexp_replace(${text}, '(\\.0+)?Z$', '')
      when ${text} ~ ${DATE} then ${text} || '${ofDay}' end) collate "C"`;
  };
  return [
    ...(to === undefined
      ? []
      : [`coalesce(${end('start', 'T00:00:00')} <= ${statement.add(to, 'text')}, true)`]),
    ...(from === undefined
      ? []
      : [`coalesce(${end('end', 'T23:59:59.999')} >= ${statement.add(from, 'text')}, true)`]),
  ].join(' and ');
}

/** Text as it is, numbers by their value. */
function compileProperty(statement: Statement, name: string, value: string): string {
  const key = statement.add(name, 'text');
  const asText = `properties ->> ${key} = ${statement.add(value, 'text')}`;
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return `(${asText})`;
  return `(case jsonb_typeof(properties -> ${key}) when 'number'
    then (properties ->> ${key})::float8 = ${statement.add(number, 'float8')} else ${asText} end)`;
}
