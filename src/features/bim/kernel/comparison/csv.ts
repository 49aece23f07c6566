// A comparison as a file for a spreadsheet (RFC 4180, UTF-8 with a byte order mark): a line for each value that
// changed, and one for each element that was added, removed, moved or rebuilt.

import type { Comparison, Difference, ValueChange } from '../../contract/comparison.ts';

const HEAD = [
  ...['GlobalId', 'difference', 'class', 'name', 'storey', 'moved x [m]', 'moved y [m]'],
  ...['moved z [m]', 'property set', 'property', 'unit', 'before', 'after'],
];

/** `changes` are those of the differences, in their order. */
export function toComparisonCsv(
  { differences }: Comparison,
  changes: readonly (readonly ValueChange[])[],
  nameKind: (kind: Difference['kind']) => string,
): string {
  const lines = differences.flatMap((difference, at) => {
    const { globalId, kind, class: className, name, storey, moveM } = difference;
    const way = moveM ? moveM.map((value) => value.toFixed(3)) : ['', '', ''];
    const own = [globalId, nameKind(kind), className, name, storey, ...way];
    const values = (changes[at] ?? []).map(({ set, name: property, unit, before, after }) => [
      ...own,
      ...[set, property, unit, before, after],
    ]);
    return kind === 'properties' && values.length > 0 ? values : [[...own], ...values];
  });
  return `\uFEFF${[HEAD, ...lines].map(toLine).join('\r\n')}\r\n`;
}

const toLine = (cells: readonly (string | number | boolean | undefined)[]): string =>
  Array.from(HEAD, (_, at) => toCell(cells[at])).join(',');

/** A text that a spreadsheet would run as a formula is made plain by an apostrophe. */
export function toCell(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const isNumber = value !== '' && Number.isFinite(Number(value));
  const plain = !isNumber && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
