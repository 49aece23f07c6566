// Observations as rows of values (18-088 §12, the dataArray extension): a tenth of the bytes of entities.

import { observations } from '../entities-readings.ts';
import type { QueryOptions } from '../language/syntax.ts';
import { QueryError } from '../query-error.ts';
import type { CompiledEntity } from './compile-entity.ts';
import { findProperty } from './compile-path.ts';

const USUAL = ['id', 'phenomenonTime', 'result', 'resultTime', 'resultQuality'];

function toComponents({ select = USUAL, expand }: QueryOptions): readonly string[] {
  if (expand) throw new QueryError('A dataArray has no place for what $expand asks for.');
  return select.map((name) => {
    if (findProperty(observations, name)) return name === '@iot.id' ? 'id' : name;
    throw new QueryError(`$select: Observations have no property ${name}.`);
  });
}

/** One row as the text of a JSON list. */
export function compileDataArray(row: string, options: QueryOptions): CompiledEntity {
  const values = toComponents(options).map((name) => {
    const property = findProperty(observations, name);
    return `coalesce(${property?.json(row)}, 'null')`;
  });
  return { sql: `'[' || ${values.join(` || ',' || `)} || ']'`, joins: '' };
}

export interface DataArrayRow {
  readonly entity: string;
  readonly datastream: number;
}

/** One object for each run of rows of the same datastream. */
export function groupDataArrays(
  rows: readonly DataArrayRow[],
  options: QueryOptions,
  base: string,
): string {
  const components = JSON.stringify(toComponents(options));
  const groups: string[] = [];
  for (let start = 0; start < rows.length; ) {
    const datastream = rows[start]?.datastream;
    let end = start;
    while (end < rows.length && rows[end]?.datastream === datastream) end++;
    const link = JSON.stringify(`${base}/Datastreams(${datastream})`);
    const list = rows.slice(start, end).map(({ entity }) => entity);
    groups.push(
      `{"Datastream@iot.navigationLink":${link},"components":${components},` +
        `"dataArray@iot.count":${list.length},"dataArray":[${list.join(',')}]}`,
    );
    start = end;
  }
  return groups.join(',');
}
