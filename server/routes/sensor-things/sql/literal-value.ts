// Values that a person wrote → parameters of the statement.

import type { Literal } from '../language/syntax.ts';
import { parseWkt } from '../language/wkt.ts';
import type { Statement } from './statement.ts';
import type { SqlValue } from './value.ts';

type Fail = (sentence: string, at: number) => never;

export function toLiteralValue(literal: Literal, statement: Statement, fail: Fail): SqlValue {
  const { type, text, at } = literal;
  const value = (kind: SqlValue['kind'], sql: string): SqlValue => ({
    kind,
    sql,
    isNullable: false,
    at,
  });
  switch (type) {
    case 'number': {
      const number = Number(text);
      if (!Number.isFinite(number)) fail(`${text} is too great for a number.`, at);
      // An id is compared by its index only with a number of its own type.
      const isId = Number.isInteger(number) && Math.abs(number) < 2 ** 31;
      return value('number', statement.add(number, isId ? 'integer' : 'float8'));
    }
    case 'string':
      if (text.includes('\0')) fail('a string holds a zero byte.', at);
      return value('string', statement.add(text, 'text'));
    case 'boolean':
      return value('boolean', text);
    case 'null':
      return { kind: 'null', sql: 'null', isNullable: true, at };
    case 'instant':
      return value('instant', statement.add(toInstant(text, at, fail), 'timestamptz'));
    case 'interval': {
      const [start = '', end = ''] = text.split('/');
      return {
        ...value('interval', statement.add(toInstant(start, at, fail), 'timestamptz')),
        endSql: statement.add(toInstant(end, at, fail), 'timestamptz'),
      };
    }
    case 'date':
      toInstant(`${text}T00:00:00Z`, at, fail);
      return value('date', statement.add(text, 'date'));
    case 'time':
      toInstant(`1970-01-01T${text}Z`, at, fail);
      return value('time', statement.add(text, 'time'));
    case 'duration':
      return value('duration', statement.add(toSeconds(text, at, fail), 'float8'));
    case 'geometry': {
      const geometry = parseWkt(text);
      if (!geometry.ok) return fail(geometry.reason, at);
      return {
        ...value('geometry', statement.add(JSON.stringify(geometry.value.geometry), 'jsonb')),
        bounds: statement.add(geometry.value.bounds, 'box'),
      };
    }
  }
}

/** ISO with milliseconds: what PostgreSQL gets has been read once. */
function toInstant(text: string, at: number, fail: Fail): string {
  const instant = new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (Number.isNaN(instant.getTime())) fail(`${text} is no point in time.`, at);
  return instant.toISOString().replace(/^\+0*(\d+)/, '$1');
}

const DURATION = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

function toSeconds(text: string, at: number, fail: Fail): number {
  const found = DURATION.exec(text);
  if (!found || !/\d/.test(text)) {
    return fail(`${text} is no duration; expected one such as P1DT12H30M.`, at);
  }
  const [, sign, days = 0, hours = 0, minutes = 0, seconds = 0] = found;
  const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  if (total > 1e11) fail(`${text} is longer than 3000 years.`, at);
  return sign === '-' ? -total : total;
}
