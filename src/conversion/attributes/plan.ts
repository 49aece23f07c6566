// How each attribute of a city is stored, decided once all features have been seen.

import type { AttributeColumn } from '#contract/city-package.ts';
import { findRole } from './roles.ts';
import type { AttributeStatistic, AttributeStatistics } from './statistics.ts';

export type NumberStorage =
  | 'INT8'
  | 'UINT8'
  | 'INT16'
  | 'UINT16'
  | 'INT32'
  | 'UINT32'
  | 'FLOAT32'
  | 'FLOAT64';

export interface PlannedColumn {
  /** Name as in the source; the object's own `id` and `class` come first. */
  readonly name: string;
  /** Name as an identifier, unique among the columns: the property id in the tiles. */
  readonly key: string;
  readonly type: AttributeColumn['type'];
  readonly role: AttributeColumn['role'];
  readonly unit: string | undefined;
  /** Of a number column: how tiles store it, and the value that means there is none. */
  readonly storage: NumberStorage;
  readonly noData: number | undefined;
  /** Of a category column: all values, sorted. */
  readonly values: readonly string[];
  readonly present: number;
  readonly range: readonly [number, number] | undefined;
}

/** What numbers are in where the source names no unit: CityJSON and its peers write heights in metres. */
const unitOfRole: Readonly<Partial<Record<NonNullable<PlannedColumn['role']>, string>>> = {
  height: 'm',
};

/** The columns of a city with `count` features; `classes` are the object classes that occur. */
export function planColumns(
  statistics: AttributeStatistics,
  count: number,
  classes: readonly string[],
): PlannedColumn[] {
  const keys = new Set<string>();
  const roles = new Set<string>();
  const fixed = {
    unit: undefined,
    storage: 'FLOAT64',
    noData: undefined,
    present: count,
    range: undefined,
  } as const;
  const columns: PlannedColumn[] = [
    { ...fixed, name: 'id', key: toKey('id', keys), type: 'text', role: 'id', values: [] },
    {
      ...fixed,
      name: 'class',
      key: toKey('class', keys),
      type: 'category',
      role: 'class',
      values: classes.toSorted(),
    },
  ];
  for (const [source, statistic] of statistics) {
    const name = columnName(source);
    const { numbers, booleans, texts } = statistic;
    const present = numbers + booleans + texts;
    const type = toType(statistic);
    const found = findRole(source, type);
    const role = found && !roles.has(found) ? found : undefined;
    if (role) roles.add(role);
    columns.push({
      name,
      key: toKey(name, keys),
      type,
      role,
      unit: statistic.unit ?? (role && type === 'number' ? unitOfRole[role] : undefined),
      ...toStorage(statistic, present < count),
      values: type === 'category' ? [...(statistic.distinct ?? [])].toSorted() : [],
      present,
      range: type === 'number' ? [statistic.min, statistic.max] : undefined,
    });
  }
  return columns;
}

/** An attribute called `id` or `class` in the source must not hide the feature's own. */
export const columnName = (source: string) =>
  source === 'id' || source === 'class' ? `attributes.${source}` : source;

function toType({ numbers, booleans, texts, distinct }: AttributeStatistic) {
  if (texts === 0 && booleans === 0) return 'number';
  if (texts === 0 && numbers === 0) return 'boolean';
  if (!distinct || numbers + booleans > 0) return 'text';
  // A dictionary pays where values repeat.
  return distinct.size <= 16 || distinct.size * 2 <= texts ? 'category' : 'text';
}

const INTEGERS: readonly (readonly [NumberStorage, number, number])[] = [
  ['UINT8', 0, 254],
  ['INT8', -127, 127],
  ['UINT16', 0, 65534],
  ['INT16', -32767, 32767],
  ['UINT32', 0, 4294967294],
  ['INT32', -2147483647, 2147483647],
];

const NO_DATA: Readonly<Record<NumberStorage, number>> = {
  UINT8: 255,
  INT8: -128,
  UINT16: 65535,
  INT16: -32768,
  UINT32: 4294967295,
  INT32: -2147483648,
  FLOAT32: -3.4028234663852886e38,
  FLOAT64: -1.7976931348623157e308,
};

function toStorage({ isWhole, isSingle, min, max }: AttributeStatistic, isSparse: boolean) {
  const integer = isWhole && INTEGERS.find(([, low, high]) => min >= low && max <= high);
  const storage: NumberStorage = integer ? integer[0] : isSingle ? 'FLOAT32' : 'FLOAT64';
  return { storage, noData: isSparse ? NO_DATA[storage] : undefined };
}

/** Property ids are identifiers of ASCII letters, digits and underscores. */
function toKey(name: string, taken: Set<string>): string {
  const ascii = name.replace(/[^a-zA-Z0-9_]+/g, '_').replace(/^(?=[0-9]|$)/, '_');
  let key = ascii;
  for (let count = 2; taken.has(key); count++) key = `${ascii}_${count}`;
  taken.add(key);
  return key;
}
