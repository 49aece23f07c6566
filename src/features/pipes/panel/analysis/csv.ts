// A table as a file: comma separated, text in quotes, numbers with a point.

export type CsvCell = string | number | undefined;

export function toCsv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const line = (cells: readonly CsvCell[]) => cells.map(cellText).join(',');
  return `${[line(head), ...rows.map(line)].join('\r\n')}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === undefined || Number.isNaN(cell)) return '';
  if (typeof cell === 'number') return String(cell);
  // A sheet takes what begins so for a formula.
  const safe = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
