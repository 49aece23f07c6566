// The tables of a pandapipes net: pandas data frames, written as JSON with `orient: split`, in some versions as text.

import { InputError } from '#model/input-error.ts';
import { isObject } from '../../collections/feature-source.ts';

export class NetRow {
  readonly index: number;
  /** `pipe 12`: where it stands. */
  readonly at: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly #file: string;

  constructor(
    table: string,
    index: number,
    record: Readonly<Record<string, unknown>>,
    file: string,
  ) {
    this.index = index;
    this.at = `${table} ${index}`;
    this.record = record;
    this.#file = file;
  }

  get(name: string): unknown {
    return this.record[name];
  }

  text(name: string): string {
    const value = this.record[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  number(name: string, otherwise?: number): number {
    const value = this.record[name];
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if ((value === undefined || value === null) && otherwise !== undefined) return otherwise;
    throw new InputError(
      { file: this.#file, at: this.at },
      `its ${name} is ${JSON.stringify(value) ?? 'missing'}; expected a number.`,
    );
  }
}

export interface NetTables {
  readonly isGas: boolean;
  readonly has: (table: string) => boolean;
  /** Empty where there is no such table. */
  readonly rows: (table: string) => readonly NetRow[];
  /** Rows of a table that stand at a junction. */
  readonly at: (table: string, column: string, index: number) => readonly NetRow[];
  readonly named: (table: string, name: string) => readonly NetRow[];
}

export function readTables(text: string, file: string): NetTables {
  const net = parse(text, file);
  const content = isObject(net) ? net._object : undefined;
  if (!isObject(content) || !('junction' in content)) {
    throw new InputError({ file }, 'it has no junctions; expected a pandapipes net.');
  }
  const tables = new Map<string, readonly NetRow[]>();
  for (const [name, value] of Object.entries(content)) {
    if (isObject(value) && value._class === 'DataFrame')
      tables.set(name, readFrame(name, value, file));
  }
  const found = new Map<string, Map<unknown, NetRow[]>>();
  const { fluid } = content;
  const rows = (table: string) => tables.get(table) ?? [];
  return {
    isGas: /"is_gas":\s*true/.test(
      typeof fluid === 'string' ? fluid : JSON.stringify(fluid ?? {}).replaceAll('\\"', '"'),
    ),
    has: (table) => rows(table).length > 0,
    rows,
    at: (table, column, index) => lookUp(table, column, index),
    named: (table, name) => lookUp(table, 'name', name),
  };

  function lookUp(table: string, column: string, value: unknown): readonly NetRow[] {
    const key = `${table}.${column}`;
    const byValue = found.get(key) ?? new Map<unknown, NetRow[]>();
    if (!found.has(key)) {
      found.set(key, byValue);
      for (const row of rows(table)) {
        const same = byValue.get(row.get(column));
        if (same) same.push(row);
        else byValue.set(row.get(column), [row]);
      }
    }
    return byValue.get(value) ?? [];
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError({ file }, 'it is no JSON.', { cause });
  }
}

function readFrame(
  name: string,
  { _object: value }: Record<string, unknown>,
  file: string,
): NetRow[] {
  const frame = typeof value === 'string' ? parse(value, file) : value;
  if (!isObject(frame)) return [];
  const { columns, index, data } = frame;
  if (!Array.isArray(columns) || !Array.isArray(index) || !Array.isArray(data)) return [];
  return data.flatMap((row, at) => {
    if (!Array.isArray(row)) return [];
    const record = Object.fromEntries(columns.map((column, place) => [String(column), row[place]]));
    return [new NetRow(name, Number(index[at]), record, file)];
  });
}
