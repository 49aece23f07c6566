// The statistics of a selection as a file for a spreadsheet (RFC 4180, UTF-8 with a byte order mark).

import type { ColumnStatistics, SelectionStatistics } from '../contract.ts';

export interface CsvWords {
  /** Names of the seven columns: class, attribute, count, sum, mean, min, max. */
  readonly head: readonly string[];
  readonly all: string;
  readonly nameGroup: (group: SelectionStatistics['groups'][number]) => string;
  readonly nameColumn: (column: string) => string;
}

export function toCsv({ columns, groups }: SelectionStatistics, words: CsvWords): string {
  const rowsOf = (name: string, statistics: readonly ColumnStatistics[]) =>
    statistics.map(({ column, count, sum, mean, min, max }) => [
      name,
      words.nameColumn(column),
      count,
      sum,
      mean,
      min,
      max,
    ]);
  const rows = [
    words.head,
    ...rowsOf(words.all, columns),
    ...groups.flatMap((group) => rowsOf(words.nameGroup(group), group.columns)),
  ];
  return `\uFEFF${rows.map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would run as a formula is made plain by an apostrophe. */
function toCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
