// The element tree as a person has opened it: which rows are open, and their rows from the worker.

import { useEffect, useMemo, useRef, useState } from 'react';
import { useAppState, useText } from '#store/use-store.tsx';
import type { PartKey, TreeRow } from '../contract.ts';
import { selectBim } from '../state.ts';
import {
  type RowsBelow,
  type ShownTree,
  showTree,
  TOP,
  type TreeEntry,
  toItemId,
} from './tree-rows.ts';
import { useLine, useModels } from './use-line.ts';

export interface TreeState extends ShownTree {
  readonly isWaiting: boolean;
  readonly failure: string | undefined;
  readonly expand: (id: string, isExpanded: boolean) => void;
  /** Opens the rows of this path that have rows below. */
  readonly reveal: (path: readonly PartKey[]) => void;
  readonly collapseAll: () => void;
  readonly retry: () => void;
}

/** A search opens what it found by itself, so many rows at most. */
const MOST_OPENED = 30;

interface Loaded {
  /** What the rows are of: other models, another grouping or search, and they are forgotten. */
  readonly of: unknown;
  readonly rows: RowsBelow;
  readonly failure: string | undefined;
}

const nothing: RowsBelow = new Map();

export function useTree(query: string): TreeState {
  const line = useLine();
  const models = useModels();
  const say = useText();
  const grouping = useAppState((state) => selectBim(state).grouping);
  const look = useAppState((state) => selectBim(state).look);
  // Only what takes elements away changes rows.
  const { isolated, hidden, showSpaces } = look;
  const subject = useMemo(
    () => ({ line, models, grouping, query }),
    [line, models, grouping, query],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: an object for each look that changes rows.
  const shownLook = useMemo(() => ({}), [isolated, hidden, showSpaces]);
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded>();
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());

  const isCurrent = loaded?.of === subject;
  const rows = isCurrent ? loaded.rows : nothing;
  let openedBySearch = 0;
  const isOpen = (entry: TreeEntry, siblings: number) =>
    opened.get(`${grouping}${query}${toItemId(entry.path)}`) ??
    (query === '' ? entry.path.length === 1 && siblings === 1 : ++openedBySearch <= MOST_OPENED);
  const tree = showTree(rows, isOpen, say);

  /** Which look the rows of each parent were asked for with. */
  const asked = useRef<{ of: unknown; look: unknown; parents: Set<PartKey> }>(undefined);
  const wanted = JSON.stringify([
    ...new Set([...(rows.size > 0 ? tree.missing : [TOP]), ...rows.keys()]),
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the look that changes rows stands for all of it.
  useEffect(() => {
    if (!line || models.length === 0) return;
    const before = asked.current;
    if (before?.of !== subject || before.look !== shownLook) {
      asked.current = { of: subject, look: shownLook, parents: new Set() };
    }
    const { parents } = asked.current ?? { parents: new Set<PartKey>() };
    const isStillOf = () => asked.current?.parents === parents;
    const keep = (change: (loaded: Loaded) => Partial<Loaded>) =>
      setLoaded((known) => {
        const base =
          known?.of === subject ? known : { of: subject, rows: nothing, failure: undefined };
        return { ...base, ...change(base) };
      });
    for (const parent of JSON.parse(wanted) as PartKey[]) {
      if (parents.has(parent)) continue;
      parents.add(parent);
      line
        .call('tree', {
          grouping,
          parent: parent === TOP ? undefined : parent,
          look,
          ...(query !== '' && { query }),
        })
        .then(
          (found: readonly TreeRow[]) => {
            if (!isStillOf()) return;
            keep(({ rows: known }) => ({
              rows: new Map([...known, [parent, found]]),
              failure: undefined,
            }));
          },
          (error: unknown) => {
            if (!isStillOf()) return;
            keep(() => ({ failure: error instanceof Error ? error.message : String(error) }));
          },
        );
    }
  }, [line, models, subject, shownLook, wanted, attempt]);

  const open = (changes: readonly (readonly [id: string, isOpen: boolean])[]) =>
    setOpened(
      (known) =>
        new Map([
          ...known,
          ...changes.map(([id, is]) => [`${grouping}${query}${id}`, is] as const),
        ]),
    );
  return {
    ...tree,
    isWaiting: !isCurrent || !rows.has(TOP),
    failure: isCurrent ? loaded.failure : undefined,
    expand: (id, isExpanded) => open([[id, isExpanded]]),
    reveal: (path) =>
      open(path.map((_, at) => [toItemId(path.slice(0, at + 1)), true] as const).slice(0, -1)),
    collapseAll: () => open([...tree.entries.keys()].map((id) => [id, false] as const)),
    retry: () => {
      asked.current = undefined;
      setAttempt(attempt + 1);
    },
  };
}
