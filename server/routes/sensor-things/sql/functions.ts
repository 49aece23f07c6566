// The functions of a filter (18-088 §9.3.3.5.2): what they take, what they give, and their SQL.

import type { SqlKind } from './value.ts';

export interface QueryFunction {
  readonly takes: readonly SqlKind[];
  /** The last so many may be left out. */
  readonly optional?: number;
  readonly gives: SqlKind;
  readonly sql: (...operands: readonly string[]) => string;
  /** True where it can be null though no operand is. */
  readonly isNullable?: boolean;
}

type Template = (...operands: readonly string[]) => string;

const define = (gives: SqlKind, takes: readonly SqlKind[], sql: Template): QueryFunction => ({
  gives,
  takes,
  sql,
});
const ofText = (gives: SqlKind, sql: Template) => define(gives, ['string'], sql);
const ofTexts = (gives: SqlKind, sql: Template) => define(gives, ['string', 'string'], sql);
const ofNumber = (sql: Template) => define('number', ['number'], sql);
const ofInstant = (gives: SqlKind, sql: Template) => define(gives, ['instant'], sql);
const ofShapes = (gives: SqlKind, name: string) =>
  define(gives, ['geometry', 'geometry'], (a, b) => `${name}(geo_parse(${a}), geo_parse(${b}))`);

const utc = (instant: string) => `(${instant} at time zone 'UTC')`;
const field = (name: string) =>
  ofInstant('number', (instant) => `extract(${name} from ${utc(instant)})::float8`);

export const functions: { readonly [name: string]: QueryFunction | undefined } = {
  substringof: ofTexts('boolean', (part, whole) => `strpos(${whole}, ${part}) > 0`),
  contains: ofTexts('boolean', (whole, part) => `strpos(${whole}, ${part}) > 0`),
  startswith: ofTexts('boolean', (whole, part) => `starts_with(${whole}, ${part})`),
  endswith: ofTexts('boolean', (whole, part) => `right(${whole}, length(${part})) = ${part}`),
  length: ofText('number', (text) => `length(${text})`),
  indexof: ofTexts('number', (whole, part) => `(strpos(${whole}, ${part}) - 1)`),
  substring: {
    gives: 'string',
    takes: ['string', 'number', 'number'],
    optional: 1,
    sql: (text, start, count) => {
      const from = `greatest(${start}, 0)::integer + 1`;
      return count === undefined
        ? `substr(${text}, ${from})`
        : `substr(${text}, ${from}, greatest(${count}, 0)::integer)`;
    },
  },
  tolower: ofText('string', (text) => `lower(${text})`),
  toupper: ofText('string', (text) => `upper(${text})`),
  trim: ofText('string', (text) => `btrim(${text}, E' \\t\\n\\r')`),
  concat: ofTexts('string', (a, b) => `(${a} || ${b})`),
  year: field('year'),
  month: field('month'),
  day: field('day'),
  hour: field('hour'),
  minute: field('minute'),
  second: ofInstant('number', (instant) => `floor(extract(second from ${utc(instant)}))::float8`),
  fractionalseconds: ofInstant(
    'number',
    (instant) => `mod(extract(second from ${utc(instant)}), 1)::float8`,
  ),
  date: ofInstant('date', (instant) => `${utc(instant)}::date`),
  time: ofInstant('time', (instant) => `${utc(instant)}::time`),
  // Every instant is kept and told in UTC.
  totaloffsetminutes: ofInstant(
    'number',
    (instant) => `(case when ${instant} is not null then 0 end)`,
  ),
  totalseconds: define('number', ['duration'], (duration) => duration),
  now: define('instant', [], () => 'now()'),
  mindatetime: define('instant', [], () => `timestamptz '-infinity'`),
  maxdatetime: define('instant', [], () => `timestamptz 'infinity'`),
  // PostgreSQL rounds a half to the even neighbour, OData away from zero.
  // Each operand stands once in its text: nested calls would double it otherwise.
  round: ofNumber(
    (x) => `(select sign(x) * floor(abs(x) + 0.5) from (values (${x}::float8)) as rounded (x))`,
  ),
  floor: ofNumber((x) => `floor(${x}::float8)`),
  ceiling: ofNumber((x) => `ceil(${x}::float8)`),
  'geo.distance': ofShapes('number', 'geo_distance'),
  'geo.length': define('number', ['geometry'], (line) => `geo_length(geo_parse(${line}))`),
  'geo.intersects': ofShapes('boolean', 'geo_intersects'),
  st_equals: ofShapes('boolean', 'geo_equals'),
  st_disjoint: ofShapes('boolean', 'geo_disjoint'),
  st_touches: ofShapes('boolean', 'geo_touches'),
  st_within: ofShapes('boolean', 'geo_within'),
  st_overlaps: ofShapes('boolean', 'geo_overlaps'),
  st_crosses: ofShapes('boolean', 'geo_crosses'),
  st_intersects: ofShapes('boolean', 'geo_intersects'),
  st_contains: ofShapes('boolean', 'geo_contains'),
};

/** Relations that hold only where the boxes around the two meet, so that an index can be asked first. */
export const isLocal = (name: string): boolean =>
  (name === 'geo.intersects' || name.startsWith('st_')) && name !== 'st_disjoint';
