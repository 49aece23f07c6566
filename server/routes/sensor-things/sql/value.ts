// A part of an expression as SQL that knows what it is.

export type SqlKind =
  | 'number'
  | 'string'
  | 'boolean'
  | 'instant'
  | 'date'
  | 'time'
  | 'duration'
  | 'geometry'
  | 'interval'
  | 'null'
  /** JSON whose type is known only row by row. */
  | 'open';

export interface SqlValue {
  readonly kind: SqlKind;
  /** Of an interval: its start. Of an open value: the JSON. */
  readonly sql: string;
  /** End of an interval. */
  readonly endSql?: string | undefined;
  /** A box around a geometry that an index knows. */
  readonly bounds?: string | undefined;
  /** What an open value is as a number, where a column holds that. */
  readonly numberSql?: string | undefined;
  readonly isNullable: boolean;
  /** Where it stands in the option, from 0. */
  readonly at: number;
}

/** The value as `kind`, undefined where it can't be one. An open value is null in rows where it is none. */
export function toKind(value: SqlValue, kind: SqlKind): SqlValue | undefined {
  if (value.kind === kind) return value;
  if (value.kind === 'null') return { ...value, kind };
  if (value.kind === 'interval' && kind === 'instant') return { ...value, kind };
  if (value.kind === 'instant' && kind === 'interval') {
    return { ...value, kind, endSql: value.sql };
  }
  if (value.kind !== 'open') return undefined;
  const sql = openForm(value, kind);
  return sql === undefined ? undefined : { kind, sql, isNullable: true, at: value.at };
}

function openForm({ sql, numberSql }: SqlValue, kind: SqlKind): string | undefined {
  switch (kind) {
    case 'number':
      return (
        numberSql ?? `(case jsonb_typeof(${sql}) when 'number' then (${sql})::text::float8 end)`
      );
    case 'string':
      return `(case jsonb_typeof(${sql}) when 'string' then ${sql} #>> '{}' end)`;
    case 'boolean':
      return `(case jsonb_typeof(${sql}) when 'boolean' then (${sql})::text::boolean end)`;
    default:
      return undefined;
  }
}
