// From the worker's rows, one level at a time, to the rows of the tree that are in sight.

import { disciplines } from '#model/discipline.ts';
import type { Text } from '#model/text.ts';
import type { TreeItem } from '#ui';
import type { PartKey, TreeRow } from '../contract.ts';
import { parsePartKey } from '../kernel/part-key.ts';
import { nameClass } from '../state/class-names.ts';

/** Stands for the top of the tree among the parents. */
export const TOP = '';

/** Rows below each parent that has been asked for. */
export type RowsBelow = ReadonlyMap<PartKey, readonly TreeRow[]>;

export interface TreeEntry {
  /** Keys from the top down: an element may stand below several groups. */
  readonly path: readonly PartKey[];
  readonly row: TreeRow;
}

export interface ShownTree {
  readonly items: readonly TreeItem[];
  /** By the id of the item. */
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** Parents that are open and whose rows are not here yet. */
  readonly missing: readonly PartKey[];
}

const SEPARATOR = '\n';
export const toItemId = (path: readonly PartKey[]): string => path.join(SEPARATOR);

export function showTree(
  rows: RowsBelow,
  isOpen: (entry: TreeEntry, siblings: number) => boolean,
  say: (text: Text) => string,
): ShownTree {
  const items: TreeItem[] = [];
  const entries = new Map<string, TreeEntry>();
  const missing: PartKey[] = [];

  function add(parent: PartKey, path: readonly PartKey[]): void {
    const below = rows.get(parent);
    if (!below) {
      missing.push(parent);
      return;
    }
    for (const [at, row] of below.entries()) {
      // What contains itself in a file that is not in order would have no end.
      if (path.includes(row.key)) continue;
      const entry = { path: [...path, row.key], row };
      const id = toItemId(entry.path);
      const isExpanded = row.hasParts ? isOpen(entry, below.length) : undefined;
      entries.set(id, entry);
      items.push({
        id,
        ...nameRow(row, say),
        // A thing alone is one, and need not say so.
        ...(!(row.index !== undefined && row.count <= 1) && { count: row.count }),
        level: entry.path.length,
        place: at + 1,
        siblings: below.length,
        isHidden: row.isHidden,
        isExpanded,
        isBusy: isExpanded === true && !rows.has(row.key),
      });
      if (isExpanded) add(row.key, entry.path);
    }
  }

  add(TOP, []);
  return { items, entries, missing };
}

/** Classes and disciplines in the person's language, all else as the file says. */
function nameRow(
  { key, label, detail }: TreeRow,
  say: (text: Text) => string,
): Pick<TreeItem, 'label' | 'detail'> {
  const part = parsePartKey(key);
  if (part?.kind === 'class') return { label: say(nameClass(part.name)) };
  if (part?.kind === 'within' && part.name.endsWith(`/${label}`)) {
    return { label: say(nameClass(label)) };
  }
  if (part?.kind === 'discipline') {
    const name = Object.entries(disciplines).find(([id]) => id === part.name)?.[1];
    return { label: name ? say(name) : label };
  }
  const [first = '', ...others] = detail.split(' · ');
  if (!first.startsWith('Ifc')) return { label, ...(detail && { detail }) };
  const words = say(nameClass(first));
  // A thing that is called by its class says it once.
  const more = label === first ? others : [words, ...others];
  return { label: label === first ? words : label, detail: more.join(' · ') };
}
