// The element tree, one level at a time: what lies below a row is found when it is opened.

import type { Grouping, PartKey, TreeRow } from '../contract.ts';
import type { ModelData } from './model-data.ts';
import { parsePartKey, toPartKey } from './part-key.ts';
import { groupingRows, membersOf } from './tree/group-rows.ts';
import { type CountedView, type Counts, countsOf, elementRows, rowOf } from './tree/rows.ts';
import { containerRows, storeyRows } from './tree/storey-rows.ts';

export interface TreeView extends CountedView {
  readonly grouping: Grouping;
}

/** Rows below `parent`; without one, the model itself. None where the part has no rows below. */
export function treeRows(
  data: ModelData,
  name: string,
  view: TreeView,
  parent: PartKey | undefined,
): TreeRow[] {
  const counts = countsOf(data, view);
  if (parent === undefined) return rootRow(data, name, view.grouping, counts);
  const part = parsePartKey(parent);
  if (part?.model !== data.id) return [];
  const { kind, name: partName } = part;
  if (kind === 'all') return topRows(data, view.grouping, counts);
  return view.grouping === 'storey'
    ? storeyRows(data, kind, partName, counts)
    : elementRows(data, membersOf(data, view.grouping, kind, partName), counts, false);
}

const topRows = (data: ModelData, grouping: Grouping, counts: Counts): TreeRow[] =>
  grouping === 'storey' ? containerRows(data, counts) : groupingRows(data, grouping, counts);

function rootRow(data: ModelData, name: string, grouping: Grouping, counts: Counts): TreeRow[] {
  const row = rowOf(
    {
      key: toPartKey(data.id, 'all'),
      label: name,
      detail: '',
      hasParts: topRows(data, grouping, counts).length > 0,
      index: undefined,
    },
    [[0, data.count]],
    counts,
  );
  return row ? [row] : [];
}
