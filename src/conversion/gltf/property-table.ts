// Attribute values as an EXT_structural_metadata property table: one typed column per attribute.
// A column without any value in the tile is left out: zero-length views are invalid.

import type { NumberStorage, PlannedColumn } from '../attributes/plan.ts';
import type { AttributeValue } from '../attributes/statistics.ts';
import { categoryCodes, type TileColumns } from '../attributes/tile-columns.ts';
import type { GlbViews } from './glb.ts';

type Json = Record<string, unknown>;
type Cells = readonly (AttributeValue | undefined)[];

const encoder = new TextEncoder();

const ARRAYS = {
  INT8: Int8Array,
  UINT8: Uint8Array,
  INT16: Int16Array,
  UINT16: Uint16Array,
  INT32: Int32Array,
  UINT32: Uint32Array,
  FLOAT32: Float32Array,
  FLOAT64: Float64Array,
} as const satisfies Record<NumberStorage, unknown>;

/** The property that tells whoever picks a feature its city-wide index. */
export const CITY_INDEX = 'panopolis_index';

/** The root extension's JSON; the values' bytes and each row's city-wide index are added to `views`. */
export function formatMetadata(tile: TileColumns, cityIndex: Uint32Array, views: GlbViews): Json {
  const properties: Json = {};
  const table: Json = {};
  const enums: Json = {};
  for (const [index, column] of tile.columns.entries()) {
    const cells = tile.values[index]!;
    if (!cells.some((value) => value !== undefined && value !== '')) continue;
    const { declared, stored, enumType } = formatColumn(column, cells, tile.rowCount, views);
    const named = column.key === column.name ? {} : { name: column.name };
    properties[column.key] = { ...named, ...declared };
    table[column.key] = stored;
    if (enumType) enums[column.key] = enumType;
  }
  const isShort = cityIndex.every((index) => index <= 65535);
  properties[CITY_INDEX] = { type: 'SCALAR', componentType: isShort ? 'UINT16' : 'UINT32' };
  const packed = isShort ? Uint16Array.from(cityIndex) : cityIndex;
  table[CITY_INDEX] = { values: views.addSequence(packed) };
  const schema = {
    id: 'city',
    classes: { feature: { properties } },
    ...(Object.keys(enums).length > 0 ? { enums } : {}),
  };
  const propertyTable = { class: 'feature', count: tile.rowCount, properties: table };
  return { schema, propertyTables: [propertyTable] };
}

interface FormattedColumn {
  readonly declared: Json;
  readonly stored: Json;
  readonly enumType?: Json;
}

function formatColumn(
  column: PlannedColumn,
  cells: Cells,
  rowCount: number,
  views: GlbViews,
): FormattedColumn {
  const isComplete = cells.length === rowCount && !cells.includes(undefined) && !hasHoles(cells);
  switch (column.type) {
    case 'number':
      return formatNumbers(column, cells, views);
    case 'boolean':
      return isComplete
        ? formatBooleans(cells, views)
        : formatEnum(column, cells, ['false', 'true'], views);
    case 'category':
      return formatEnum(column, cells, column.values, views);
    case 'text':
      return formatTexts(column, cells, isComplete, views);
  }
}

const hasHoles = (cells: Cells) => {
  for (let row = 0; row < cells.length; row++) if (!(row in cells)) return true;
  return false;
};

function formatNumbers({ storage, noData }: PlannedColumn, cells: Cells, views: GlbViews) {
  const values = new ARRAYS[storage](cells.length);
  for (let row = 0; row < cells.length; row++) {
    const value = cells[row];
    values[row] = typeof value === 'number' ? value : (noData ?? 0);
  }
  return {
    declared: {
      type: 'SCALAR',
      componentType: storage,
      ...(noData === undefined ? {} : { noData }),
    },
    stored: { values: views.addTable(values) },
  };
}

function formatBooleans(cells: Cells, views: GlbViews): FormattedColumn {
  const bits = new Uint8Array(Math.ceil(cells.length / 8));
  for (const [row, value] of cells.entries()) {
    if (value === true) bits[row >> 3] = bits[row >> 3]! | (1 << (row & 7));
  }
  return { declared: { type: 'BOOLEAN' }, stored: { values: views.addTable(bits) } };
}

/** Name of the enum value that stands for "no value". */
export const NO_VALUE = 'no value';

/** Only the values that occur in the tile are declared, with their city-wide codes. */
function formatEnum(
  column: PlannedColumn,
  cells: Cells,
  names: readonly string[],
  views: GlbViews,
): FormattedColumn {
  const isSmall = names.length < 256;
  const none = isSmall ? 255 : 65535;
  const codes = new (isSmall ? Uint8Array : Uint16Array)(cells.length).fill(none);
  const codeOf = column.type === 'category' ? categoryCodes(column) : BOOLEAN_CODES;
  const used = new Set<number>();
  for (let row = 0; row < cells.length; row++) {
    const value = cells[row];
    const code = (value === undefined ? undefined : codeOf.get(String(value))) ?? none;
    codes[row] = code;
    used.add(code);
  }
  const values = [...used]
    .sort((a, b) => a - b)
    .map((value) => ({ name: value === none ? NO_VALUE : (names[value] ?? ''), value }));
  return {
    declared: {
      type: 'ENUM',
      enumType: column.key,
      ...(used.has(none) ? { noData: NO_VALUE } : {}),
    },
    stored: { values: views.addTable(codes) },
    enumType: { valueType: isSmall ? 'UINT8' : 'UINT16', values },
  };
}

const BOOLEAN_CODES = new Map([
  ['false', 0],
  ['true', 1],
]);

function formatTexts(column: PlannedColumn, cells: Cells, isComplete: boolean, views: GlbViews) {
  const encoded: Uint8Array[] = [];
  const offsets = new Float64Array(cells.length + 1);
  for (let row = 0; row < cells.length; row++) {
    const value = cells[row];
    const bytes = encoder.encode(value === undefined ? '' : String(value));
    encoded.push(bytes);
    offsets[row + 1] = offsets[row]! + bytes.length;
  }
  const length = offsets[cells.length]!;
  const text = new Uint8Array(length);
  for (const [row, bytes] of encoded.entries()) text.set(bytes, offsets[row]);
  const [offsetType, Offsets] =
    length < 65536 ? (['UINT16', Uint16Array] as const) : (['UINT32', Uint32Array] as const);
  const semantic = column.role === 'id' ? 'ID' : column.role === 'name' ? 'NAME' : undefined;
  return {
    declared: {
      type: 'STRING',
      ...(isComplete ? {} : { noData: '' }),
      ...(semantic ? { semantic } : {}),
    },
    stored: {
      values: views.addTable(text),
      stringOffsets: views.addSequence(Offsets.from(offsets)),
      stringOffsetType: offsetType,
    },
  };
}
