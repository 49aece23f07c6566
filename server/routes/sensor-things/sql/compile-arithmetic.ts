// Sums and products. Numbers are double precision throughout; points in time move by durations (s).

import type { arithmetic } from '../language/syntax.ts';
import { type SqlValue, toKind } from './value.ts';

type Arithmetic = (typeof arithmetic)[number];

/** Undefined where the two can't be joined; null in rows that divide by zero. */
export function compileArithmetic(
  left: SqlValue,
  operator: Arithmetic,
  right: SqlValue,
  at: number,
): SqlValue | undefined {
  const isNullable = left.isNullable || right.isNullable;
  const result = (kind: SqlValue['kind'], sql: string, canBeNull = false): SqlValue => ({
    kind,
    sql,
    isNullable: isNullable || canBeNull,
    at,
  });
  if (left.kind === 'instant' || left.kind === 'interval') {
    if (operator !== 'add' && operator !== 'sub') return undefined;
    if (right.kind === 'duration') {
      const sign = operator === 'add' ? '+' : '-';
      return result('instant', `(${left.sql} ${sign} make_interval(secs => ${right.sql}))`);
    }
    if (operator === 'add' || toKind(right, 'instant') === undefined) return undefined;
    return result('duration', `extract(epoch from ${left.sql} - ${right.sql})::float8`);
  }
  if (left.kind === 'duration' && right.kind === 'duration') {
    if (operator !== 'add' && operator !== 'sub') return undefined;
    return result('duration', `(${left.sql} ${operator === 'add' ? '+' : '-'} ${right.sql})`);
  }
  const [a, b] = [toKind(left, 'number'), toKind(right, 'number')];
  if (!a || !b) return undefined;
  const [x, y] = [`${a.sql}::float8`, `${b.sql}::float8`];
  const number = (sql: string, canBeNull = false) => ({
    ...result('number', sql, canBeNull),
    isNullable: a.isNullable || b.isNullable || canBeNull,
  });
  switch (operator) {
    case 'add':
      return number(`(${x} + ${y})`);
    case 'sub':
      return number(`(${x} - ${y})`);
    case 'mul':
      return number(`(${x} * ${y})`);
    case 'div':
      return number(`(${x} / nullif(${y}, 0))`, true);
    case 'mod':
      // Through numeric, since double precision has no remainder here; good to 15 digits.
      return number(`mod((${x})::numeric, nullif((${y})::numeric, 0))::float8`, true);
  }
}
