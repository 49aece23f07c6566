// A table of times and values, pasted or dropped → columns. Separated by commas, semicolons, tabs or blanks; with a header
// or without; lines that begin with # are left out. What can't be read is one sentence with its line.

import { failure, type Result, success } from '#model/result.ts';
import type { Text } from '#model/text.ts';
import { columnName, seriesFaults as faults } from '../../messages/series.ts';
import { readTime } from './local-time.ts';
import { type ColumnMeaning, meaningOf, timeUnitOf, unitsOf } from './quantities.ts';

export interface SeriesColumn extends ColumnMeaning {
  readonly name: Text;
  /** As written; NaN where the cell is empty or marked as missing. */
  readonly values: Float64Array;
}

export interface SeriesTable {
  readonly times:
    | { readonly kind: 'moments'; readonly ms: Float64Array; readonly hasZone: boolean }
    /** Numbers; `unitS` undefined where the header doesn't say of what. */
    | {
        readonly kind: 'numbers';
        readonly values: Float64Array;
        readonly unitS: number | undefined;
      };
  /** Line of each row in the text, from 1. */
  readonly lines: Uint32Array;
  readonly columns: readonly SeriesColumn[];
}

interface Row {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[];
}

type Separator = '\t' | ';' | ',' | ' ';

const MOST_ROWS = 100_000;
const MISSING = /^(|-+|nan|null|na|n\/a|-999(9)?(\.0*)?)$/i;

export function readSeries(text: string, timeZone: string): Result<SeriesTable, Text> {
  const rows = readRows(text);
  const [first] = rows;
  if (!first) return failure(faults.empty);
  const isHeader = toTime(first.cells[0] ?? '', timeZone) === undefined && rows.length > 1;
  const header = isHeader ? first : undefined;
  const figures = header ? rows.slice(1) : rows;
  if (figures.length > MOST_ROWS) return failure(faults.long(MOST_ROWS));
  const columns = header?.cells.length ?? first.cells.length;
  if (columns < 2) return failure(faults.noValue(first.line, first.text));
  const odd = figures.find(({ cells }) => cells.length !== columns);
  if (odd) {
    return failure(
      odd.cells.length < 2
        ? faults.noValue(odd.line, odd.text)
        : faults.columns(odd.line, odd.cells.length, columns),
    );
  }
  const times = readTimes(figures, header?.cells[0], timeZone);
  if (!times.ok) return times;
  if (figures.length < 2) return failure(faults.short(figures.length));
  const read: SeriesColumn[] = [];
  for (let column = 1; column < columns; column += 1) {
    const one = readColumn(figures, column, header?.cells[column] ?? '');
    if (!one.ok) return one;
    read.push(one.value);
  }
  const lines = Uint32Array.from(figures, ({ line }) => line);
  return success({ times: times.value, lines, columns: read });
}

function readRows(text: string): Row[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const rows = lines.flatMap((line, at) => {
    const trimmed = line.trim();
    return trimmed === '' || /^(#|\/\/)/.test(trimmed) ? [] : [{ line: at + 1, text: trimmed }];
  });
  const separator = separatorOf(rows.map(({ text: line }) => line));
  return rows.map((row) => ({ ...row, cells: cellsOf(row.text, separator) }));
}

/** The one that most lines have: a comma of a header may be part of a name. */
function separatorOf(lines: readonly string[]): Separator {
  const isUsual = (separator: Separator) =>
    lines.filter((line) => line.includes(separator)).length * 2 >= lines.length;
  return (['\t', ';', ','] as const).find(isUsual) ?? ' ';
}

function cellsOf(line: string, separator: Separator): string[] {
  const parts = separator === ' ' ? line.split(/\s+/) : line.split(separator);
  const cells = parts.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  // A separator at the end of each line is no column.
  if (separator !== ' ' && cells.length > 2 && cells.at(-1) === '') cells.pop();
  // Blanks between columns: date and time are one.
  const [date, time] = cells;
  const isSplit = separator === ' ' && cells.length > 2 && /^\d+[-.]\d+[-.]\d+$/.test(date ?? '');
  return isSplit && /^\d{1,2}:/.test(time ?? '') ? [`${date} ${time}`, ...cells.slice(2)] : cells;
}

type ReadCell =
  | { readonly isMoment: true; readonly value: number; readonly hasZone: boolean }
  | { readonly isMoment: false; readonly value: number };

function toTime(text: string, timeZone: string): ReadCell | undefined {
  const number = toNumber(text);
  if (number !== undefined) return { isMoment: false, value: number };
  const moment = readTime(text, timeZone);
  return moment && { isMoment: true, value: moment.timeMs, hasZone: moment.hasZone };
}

function readTimes(
  rows: readonly Row[],
  header: string | undefined,
  timeZone: string,
): Result<SeriesTable['times'], Text> {
  const values = new Float64Array(rows.length);
  let isMoment: boolean | undefined;
  let hasZone = true;
  for (const [at, { line, cells }] of rows.entries()) {
    const text = cells[0] ?? '';
    const read = toTime(text, timeZone);
    if (!read) return failure(faults.time(line, text));
    if (isMoment !== undefined && read.isMoment !== isMoment) {
      return failure(faults.otherTime(line, text, isMoment));
    }
    if (at > 0 && read.value < (values[at - 1] ?? 0)) {
      return failure(faults.back(line, text, rows[at - 1]?.cells[0] ?? ''));
    }
    isMoment = read.isMoment;
    if (read.isMoment && !read.hasZone) hasZone = false;
    values[at] = read.value;
  }
  return success(
    isMoment
      ? { kind: 'moments', ms: values, hasZone }
      : { kind: 'numbers', values, unitS: header === undefined ? undefined : timeUnitOf(header) },
  );
}

function readColumn(
  rows: readonly Row[],
  column: number,
  header: string,
): Result<SeriesColumn, Text> {
  const name = header === '' ? columnName(column) : { en: header, zh: header };
  const meaning = meaningOf(header);
  const { quantity, unit, writtenUnit } = meaning;
  if (quantity && !unit && writtenUnit !== '') {
    const expected = unitsOf(quantity)
      .map((one) => one.name)
      .join(', ');
    return failure(faults.unit(header, writtenUnit, expected));
  }
  const values = new Float64Array(rows.length);
  for (const [at, { line, cells }] of rows.entries()) {
    const text = cells[column] ?? '';
    const value = MISSING.test(text) ? Number.NaN : toNumber(text);
    if (value === undefined) return failure(faults.value(line, name.en, text));
    values[at] = value;
  }
  return success({ ...meaning, name, values });
}

/** With a point or a comma before its decimals; undefined where it is no number. */
function toNumber(text: string): number | undefined {
  const plain = /^[+-]?\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
