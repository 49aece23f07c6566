// Properties that are columns.

import type { EntityProperty } from './entity.ts';
import { instantJson, jsonbJson, textJson } from './sql/json-text.ts';

export const textColumn = (column: string): EntityProperty => ({
  kind: 'string',
  sql: (row) => `${row}.${column}`,
  json: (row) => textJson(`${row}.${column}`),
});

export const jsonColumn = (column: string, isNullable = false): EntityProperty =>
  jsonOf((row) => `${row}.${column}`, isNullable);

export const jsonOf = (sql: (row: string) => string, isNullable = false): EntityProperty => ({
  kind: 'json',
  sql,
  json: (row) => jsonbJson(sql(row)),
  isNullable,
});

/** `bounds`: column of the same place as a box, which is there where the geometry is. */
export const geometryColumn = (
  column: string,
  { bounds, isNullable = false }: { readonly bounds?: string; readonly isNullable?: boolean } = {},
): EntityProperty => ({
  kind: 'geometry',
  sql: (row) => `${row}.${column}`,
  json: (row) => jsonbJson(`${row}.${column}`),
  isNullable,
  ...(bounds && { bounds: (row: string) => `${row}.${bounds}` }),
});

export const instantColumn = (column: string): EntityProperty => ({
  kind: 'instant',
  sql: (row) => `${row}.${column}`,
  json: (row) => instantJson(`${row}.${column}`),
});

/** A JSON column with members that are columns of their own: `{ member: column }`. */
export const mergedProperties = (members: Readonly<Record<string, string>>): EntityProperty =>
  jsonOf((row) => {
    const own = Object.entries(members).map(([member, column]) => `'${member}', ${row}.${column}`);
    return `nullif(coalesce(${row}.properties, '{}') ||
      jsonb_strip_nulls(jsonb_build_object(${own.join(', ')})), '{}')`;
  }, true);
