// The attribute values of one tile's features, column by column, and their bytes for the city-wide columns.

import { NO_BOOLEAN, NO_CATEGORY } from '#contract/column-data.ts';
import { columnName, type PlannedColumn } from './plan.ts';
import type { AttributeValue } from './statistics.ts';

export interface TileColumns {
  readonly columns: readonly PlannedColumn[];
  readonly rowCount: number;
  /** Values by column, then by row. */
  readonly values: readonly (AttributeValue | undefined)[][];
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export interface AttributedFeature {
  readonly id: string;
  readonly objectClass: string;
  /** JSON of the plain attribute values. */
  readonly attributes: Uint8Array;
}

export function readTileColumns(
  features: readonly AttributedFeature[],
  columns: readonly PlannedColumn[],
): TileColumns {
  const values = columns.map(() => new Array<AttributeValue | undefined>(features.length));
  const indexOf = new Map(columns.map(({ name }, index) => [name, index]));
  const idColumn = indexOf.get('id');
  const classColumn = indexOf.get('class');
  for (const [row, { id, objectClass, attributes }] of features.entries()) {
    if (idColumn !== undefined) values[idColumn]![row] = id;
    if (classColumn !== undefined) values[classColumn]![row] = objectClass;
    const parsed: Record<string, AttributeValue> = JSON.parse(decoder.decode(attributes));
    for (const name in parsed) {
      const column = indexOf.get(columnName(name));
      if (column === undefined) continue;
      const value = parsed[name];
      const { type } = columns[column]!;
      values[column]![row] = type === 'text' || type === 'category' ? String(value) : value;
    }
  }
  return { columns, rowCount: features.length, values };
}

/**
 * One column's rows as `column-data.ts` lays them out; of a text column the byte lengths (u32 each), then
 * the UTF-8.
 */
export function formatColumnPiece({ columns, rowCount, values }: TileColumns, index: number) {
  const column = columns[index]!;
  const cells = values[index]!;
  switch (column.type) {
    case 'number': {
      const piece = new Float64Array(rowCount).fill(Number.NaN);
      for (const [row, value] of cells.entries()) if (typeof value === 'number') piece[row] = value;
      return new Uint8Array(piece.buffer);
    }
    case 'boolean': {
      const piece = new Uint8Array(rowCount).fill(NO_BOOLEAN);
      for (const [row, value] of cells.entries())
        if (value !== undefined) piece[row] = value ? 1 : 0;
      return piece;
    }
    case 'category': {
      const codeOf = categoryCodes(column);
      const piece = new Uint16Array(rowCount).fill(NO_CATEGORY);
      for (const [row, value] of cells.entries()) {
        const code = codeOf.get(String(value));
        if (value !== undefined && code !== undefined) piece[row] = code;
      }
      return new Uint8Array(piece.buffer);
    }
    case 'text':
      return formatTexts(cells, rowCount);
  }
}

const codes = new WeakMap<PlannedColumn, Map<string, number>>();

/** Code of each value of a category column. */
export function categoryCodes(column: PlannedColumn): Map<string, number> {
  let found = codes.get(column);
  if (!found) {
    found = new Map(column.values.map((value, code) => [value, code]));
    codes.set(column, found);
  }
  return found;
}

function formatTexts(cells: readonly (AttributeValue | undefined)[], rowCount: number) {
  const lengths = new Uint32Array(rowCount);
  const encoded: Uint8Array[] = [];
  let total = 0;
  for (let row = 0; row < rowCount; row++) {
    const value = cells[row];
    const bytes = encoder.encode(value === undefined ? '' : String(value));
    lengths[row] = bytes.length;
    total += bytes.length;
    encoded.push(bytes);
  }
  const piece = new Uint8Array(rowCount * 4 + total);
  piece.set(new Uint8Array(lengths.buffer));
  let at = rowCount * 4;
  for (const bytes of encoded) {
    piece.set(bytes, at);
    at += bytes.length;
  }
  return piece;
}
