// Elements as files: for a spreadsheet (RFC 4180, UTF-8 with a byte order mark), or as JSON.

import type { ElementDetails, ElementSummary } from '../contract.ts';
import { toCell } from '../kernel/comparison/csv.ts';

type Cell = string | number | boolean | undefined;

export const toCsv = (lines: readonly (readonly Cell[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(toCell).join(',')).join('\r\n')}\r\n`;

/** A line for each property; `head` names GlobalId, name, class, storey, set, property, value, unit. */
export const toPropertiesCsv = (
  elements: readonly ElementDetails[],
  head: readonly string[],
): string =>
  toCsv([
    head,
    ...elements.flatMap(({ globalId, name, class: className, storey, sets }) =>
      sets.flatMap((set) =>
        set.entries.map((entry) => [
          ...[globalId, name, className, storey, set.name],
          ...[entry.name, entry.value, entry.unit],
        ]),
      ),
    ),
  ]);

/** A line for each quantity of each class, all together first; `head` names class, count, quantity, sum, unit. */
export const toSummaryCsv = (
  summary: ElementSummary,
  head: readonly string[],
  all: string,
): string =>
  toCsv([
    head,
    ...[{ ...summary, class: all }, ...summary.classes].flatMap(({ class: name, count, sums }) =>
      sums.length === 0
        ? [[name, count]]
        : sums.map((sum) => [name, sum.count, sum.name, sum.sum, sum.unit]),
    ),
  ]);

/** Everything known of one element; sets of the same name keep their order. */
export const toPropertiesJson = (details: ElementDetails): string => {
  const { globalId, name, class: className, objectType, type, storey, sets, groups } = details;
  const facts = { globalId, name, class: className, objectType, type, storey };
  return `${JSON.stringify({ ...facts, sets, groups: groups.map(({ kind, name: group }) => ({ kind, name: group })) }, undefined, 2)}\n`;
};

/** Letters, digits and dashes of a name, for a file of it. */
export const toFileName = (name: string): string =>
  name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'element';

/** Has the browser keep `content` as a file. */
export function saveFile(
  file: string,
  content: string | Uint8Array<ArrayBuffer>,
  type: 'text/csv' | 'application/json' | 'application/octet-stream',
): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  // Some browsers read the link after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
