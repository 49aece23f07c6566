// Comparisons with two outcomes: a value that is missing equals nothing but null and is neither greater
// nor less, so that `not` turns false into true as OData has it.

import type { Comparison } from '../language/syntax.ts';
import { type SqlKind, type SqlValue, toKind } from './value.ts';

const SIGNS: Readonly<Record<Comparison, string>> = {
  eq: '=',
  ne: '<>',
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
};

/** Kinds that an open value may turn out to be, and pairs of kinds that can be compared. */
const COMPARABLE: readonly SqlKind[] = [
  ...(['number', 'string', 'boolean', 'instant', 'date', 'time', 'duration', 'interval'] as const),
];

/** Undefined where the two can't be compared. */
export function compare(left: SqlValue, operator: Comparison, right: SqlValue): string | undefined {
  if (left.kind === 'null' || right.kind === 'null') return compareNull(left, operator, right);
  const kind = commonKind(left, right);
  if (kind === undefined) return undefined;
  const [a, b] = [toKind(left, kind), toKind(right, kind)];
  if (!a || !b) return undefined;
  if (kind === 'boolean' && operator !== 'eq' && operator !== 'ne') return undefined;
  if (kind === 'interval') return compareIntervals(a, operator, b);
  // By code points, whatever the language of the database.
  const collation =
    kind === 'string' && operator !== 'eq' && operator !== 'ne' ? ' collate "C"' : '';
  const isNullable = a.isNullable || b.isNullable;
  if (operator === 'ne' && isNullable) return `(${a.sql} is distinct from ${b.sql})`;
  const plain = `(${a.sql} ${SIGNS[operator]} ${b.sql}${collation})`;
  return isNullable ? `coalesce(${plain}, false)` : plain;
}

function compareNull(left: SqlValue, operator: Comparison, right: SqlValue): string {
  const [value, other] = left.kind === 'null' ? [right, left] : [left, right];
  const isMissing =
    value.kind === 'null' && other.kind === 'null' ? 'true' : `(${nullForm(value)} is null)`;
  if (operator === 'eq') return isMissing;
  return operator === 'ne' ? `(not ${isMissing})` : 'false';
}

/** JSON null is missing too. */
const nullForm = ({ kind, sql, numberSql }: SqlValue): string => {
  if (kind !== 'open') return sql;
  const json = `nullif(${sql}, 'null'::jsonb)`;
  return numberSql === undefined ? json : `coalesce(to_jsonb(${numberSql}), ${json})`;
};

function commonKind(left: SqlValue, right: SqlValue): SqlKind | undefined {
  if (left.kind === 'open' && right.kind === 'open') {
    return left.numberSql !== undefined || right.numberSql !== undefined ? 'number' : 'open';
  }
  if (left.kind === 'interval' || right.kind === 'interval') return 'interval';
  const kind = left.kind === 'open' ? right.kind : left.kind;
  return COMPARABLE.includes(kind) ? kind : undefined;
}

/** An instant is an interval without length; one interval is greater where it lies wholly after the other. */
function compareIntervals(a: SqlValue, operator: Comparison, b: SqlValue): string {
  const [aEnd, bEnd] = [a.endSql ?? a.sql, b.endSql ?? b.sql];
  switch (operator) {
    case 'eq':
      return `coalesce(${a.sql} = ${b.sql} and ${aEnd} = ${bEnd}, false)`;
    case 'ne':
      return `coalesce(${a.sql} <> ${b.sql} or ${aEnd} <> ${bEnd}, true)`;
    case 'gt':
      return `coalesce(${a.sql} > ${bEnd}, false)`;
    case 'ge':
      return `coalesce(${a.sql} >= ${bEnd}, false)`;
    case 'lt':
      return `coalesce(${aEnd} < ${b.sql}, false)`;
    case 'le':
      return `coalesce(${aEnd} <= ${b.sql}, false)`;
  }
}
