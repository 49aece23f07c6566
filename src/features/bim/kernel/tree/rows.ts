// One row of the tree and what it counts.

import type { TreeRow } from '../../contract.ts';
import { nameElement } from '../element-name.ts';
import { countBefore, type ModelData } from '../model-data.ts';
import { toPartKey } from '../part-key.ts';
import { endOfThing } from '../parts.ts';

export interface Counts {
  /** Elements with a mesh of which a query found the row, before each row. */
  readonly shown: Uint32Array;
  readonly hidden: Uint32Array;
  readonly matching: Uint32Array | undefined;
}

export interface CountedView {
  /** 1 (or more) for each element taken away by name. */
  readonly hidden: Uint8Array;
  /** 1 for each element that a query found; undefined without a query. */
  readonly matching: Uint8Array | undefined;
}

export function countsOf(data: ModelData, { hidden, matching }: CountedView): Counts {
  return {
    shown: data.meshesBefore,
    hidden: countBefore(data.count, (row) => data.hasMesh(row) && hidden[row] !== 0),
    matching: matching && countBefore(data.count, (row) => matching[row] !== 0),
  };
}

/** A row that stands for runs of elements; undefined where a query found none of them. */
export function rowOf(
  traits: Omit<TreeRow, 'count' | 'isHidden'>,
  runs: Iterable<readonly [from: number, end: number]>,
  counts: Counts,
): TreeRow | undefined {
  let [count, hidden, matching] = [0, 0, 0];
  for (const [from, end] of runs) {
    count += between(counts.shown, from, end);
    hidden += between(counts.hidden, from, end);
    if (counts.matching) matching += between(counts.matching, from, end);
  }
  if (counts.matching && matching === 0) return undefined;
  return { ...traits, count, isHidden: count > 0 && hidden === count };
}

/** Elements by name; only those whose own row, or one below where parts are shown, a query found. */
export function elementRows(
  data: ModelData,
  rows: Iterable<number>,
  counts: Counts,
  withParts: boolean,
): TreeRow[] {
  const found: TreeRow[] = [];
  for (const row of rows) {
    const end = endOfThing(data, row);
    const one = rowOf(
      {
        key: toPartKey(data.id, 'element', data.elements.globalId.at(row)),
        label: nameElement(data, row),
        detail: detailOf(data, row),
        hasParts: withParts && end > row + 1,
        index: data.base + row,
      },
      [[row, end]],
      counts,
    );
    if (one) found.push(one);
  }
  return found.sort((a, b) => compareLabels(a.label, b.label));
}

function detailOf(data: ModelData, row: number): string {
  const label = data.elements.label.at(row);
  return [data.className(row), label !== nameElement(data, row) ? label : '']
    .filter((text) => text !== '')
    .join(' · ');
}

const between = (before: Uint32Array, from: number, end: number) => before[end]! - before[from]!;

const order = new Intl.Collator('en', { numeric: true });
export const compareLabels = (a: string, b: string) => order.compare(a, b);
