import type { Row } from './row.ts';

const columns = ['case', 'value', 'unit', 'peer', 'peerValue', 'ratio'] as const;

/** One line a row under a line of names; `ratio` is value ÷ peerValue. */
export function toCsv(rows: readonly Row[]): string {
  const lines = [columns.join(','), ...rows.map((row) => cells(row).map(quote).join(','))];
  return `${lines.join('\n')}\n`;
}

/** The same for the eye: columns in line, numbers to the right. */
export function toTable(rows: readonly Row[]): string {
  const table = [[...columns], ...rows.map(cells)];
  const widths = columns.map((_, column) =>
    Math.max(...table.map((line) => line[column]?.length ?? 0)),
  );
  const isNumber = (column: number) =>
    ['value', 'peerValue', 'ratio'].includes(columns[column] ?? '');
  return table
    .map((line) =>
      line
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cells({ case: name, value, unit, peer = '', peerValue }: Row): string[] {
  const ratio = peerValue === undefined ? '' : format(value / peerValue);
  return [name, format(value), unit, peer, peerValue === undefined ? '' : format(peerValue), ratio];
}

/** Four significant digits say more than what is measured here; whole numbers stay whole. */
const format = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));

const quote = (cell: string): string =>
  /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
