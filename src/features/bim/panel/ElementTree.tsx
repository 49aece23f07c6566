import { useEffect, useMemo, useState } from 'react';
import { type Selected, select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { EmptyState, ErrorState, Note, SelectField, Skeleton, Stack, TextField, Tree } from '#ui';
import { groupings, type PartKey } from '../contract.ts';
import { messages } from '../messages.ts';
import { showAgain, toggleIsolated } from '../state/isolating.ts';
import { idOfPart, partOfSelected, toSelectedElement } from '../state/selected.ts';
import { bimSlice, hideParts, selectBim, setGrouping } from '../state.ts';
import { flyToParts, selectParts } from './part-actions.ts';
import { pathInTree } from './path-in-tree.ts';
import { TreeTools } from './TreeTools.tsx';
import { type TreeEntry, toItemId } from './tree-rows.ts';
import { useAnswer, useLine, useModels } from './use-line.ts';
import { useRest } from './use-rest.ts';
import { type TreeState, useTree } from './use-tree.ts';

const REST_MS = 250;
/** More matches than this are not counted. */
const MOST_COUNTED = 1000;

/** Every element of the open models as a tree: find, select, isolate, hide. */
export function ElementTree() {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  const models = useModels();
  const grouping = useAppState((state) => selectBim(state).grouping);
  const [typed, setTyped] = useState('');
  const query = useRest(typed.trim(), REST_MS);
  const tree = useTree(query);
  const hits = useAnswer('search', query === '' ? undefined : { query, limit: MOST_COUNTED });
  const { selectedIds, parts, choose } = useTreeSelection(tree);
  const revealedId = useRevealed(tree);
  const instead = insteadOf(tree, query, say);

  const keysOf = (ids: Iterable<string>) => [...ids].flatMap((id) => keyOf(tree, id) ?? []);
  return (
    <Stack>
      <Stack gap="s">
        <SelectField
          label={say(messages.groupBy)}
          value={grouping}
          options={groupings.map((value) => ({ value, label: say(messages.groupings[value]) }))}
          onChange={(next) => setGrouping(store, next)}
        />
        <TextField
          label={say(messages.findElements)}
          isLabelHidden
          type="search"
          icon="search"
          placeholder={say(messages.findElements)}
          value={typed}
          onChange={setTyped}
        />
      </Stack>
      <TreeTools
        parts={parts}
        onCollapse={tree.collapseAll}
        found={query === '' ? undefined : hits.value?.length}
        most={MOST_COUNTED}
      />
      <Tree
        label={say(messages.elements)}
        items={tree.items}
        onExpand={tree.expand}
        selectedIds={selectedIds}
        onSelectionChange={(ids) => void choose(ids)}
        onActivate={(id) => line && void flyToParts(store, line, models, keysOf([id]))}
        onShow={(id, isShown) => {
          const path = tree.entries.get(id)?.path ?? [];
          if (isShown) showAgain(store, path);
          else hideParts(store, path.slice(-1));
        }}
        keys={{
          ' ': (ids) => toggleIsolated(store, keysOf(ids)),
          h: (ids) => hideParts(store, keysOf(ids)),
        }}
        query={query}
        revealedId={revealedId}
        {...(instead && { instead })}
      />
      {isBare(tree) && query === '' && (
        <Note kind="faint">{say(messages.noGroupsDetail(say(messages.groupings[grouping])))}</Note>
      )}
      <Note kind="faint">{say(messages.treeKeys)}</Note>
    </Stack>
  );
}

const keyOf = (tree: TreeState, id: string): PartKey | undefined => tree.entries.get(id)?.row.key;

/** Models alone, all open: nothing in them belongs to such a group. */
const isBare = ({ items }: TreeState) =>
  items.length > 0 &&
  items.every(({ level, isExpanded, isBusy }) => level === 1 && isExpanded && !isBusy);

function insteadOf(tree: TreeState, query: string, say: ReturnType<typeof useText>) {
  if (tree.failure) {
    return (
      <ErrorState title={say(messages.treeFailed)} onRetry={tree.retry}>
        {tree.failure}
      </ErrorState>
    );
  }
  if (tree.isWaiting) return <Skeleton lines={8} />;
  if (tree.items.length > 0) return undefined;
  return (
    <EmptyState icon={query ? 'search' : 'cube'} title={say(messages.noMatch)}>
      {query !== '' && say(messages.noMatchDetail)}
    </EmptyState>
  );
}

/** What of the tree is selected: elements by the app's selection, groups as long as theirs stays. */
function useTreeSelection(tree: TreeState) {
  const store = useAppStore();
  const line = useLine();
  const selection = useAppState((state) => state.selection);
  const [chosen, setChosen] = useState<{
    readonly selection: readonly Selected[];
    readonly ids: ReadonlySet<string>;
    readonly parts: readonly PartKey[];
  }>();
  const groups = chosen?.selection === selection ? chosen : undefined;
  const { entries } = tree;
  const selectedIds = useMemo(() => {
    const elements = new Set(
      selection.filter(({ feature }) => feature === bimSlice.id).map(({ id }) => id),
    );
    const ids = new Set(groups?.ids);
    if (elements.size === 0) return ids;
    for (const [id, { row }] of entries) {
      const elementId = idOfPart(row.key);
      if (elementId !== undefined && elements.has(elementId)) ids.add(id);
    }
    return ids;
  }, [entries, selection, groups]);

  const parts = useMemo(
    () =>
      groups?.parts ??
      selection.filter(({ feature }) => feature === bimSlice.id).map(partOfSelected),
    [groups, selection],
  );

  /** Elements at once; a group once the worker has said what is in it. */
  const choose = async (ids: ReadonlySet<string>) => {
    const rows = [...ids].flatMap((id) => entries.get(id)?.row ?? []);
    const elements = rows.flatMap((row) => toElement(row) ?? []);
    if (elements.length === rows.length || !line) return select(store, elements);
    const keys = rows.map(({ key }) => key);
    await selectParts(store, line, keys);
    setChosen({
      selection: store.getState().selection,
      ids: new Set([...ids].filter((id) => !isElement(entries.get(id)))),
      parts: keys,
    });
  };
  return { selectedIds, parts, choose };
}

const isElement = (entry: TreeEntry | undefined) => entry !== undefined && toElement(entry.row);

function toElement({ key, index }: TreeEntry['row']): Selected | undefined {
  const id = idOfPart(key);
  return index === undefined || id === undefined ? undefined : toSelectedElement(index, id);
}

/** Brings what was selected on the globe into sight. */
function useRevealed({ reveal }: TreeState): string | undefined {
  const grouping = useAppState((state) => selectBim(state).grouping);
  const details = useAppState((state) => selectBim(state).report.details);
  const isOnly = useAppState(
    ({ selection }) => selection.length === 1 && selection[0]?.index === details?.index,
  );
  const path = useMemo(
    () => (details && isOnly ? pathInTree(details, grouping) : undefined),
    [details, grouping, isOnly],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each path; a person may close it again.
  useEffect(() => {
    if (path) reveal(path);
  }, [path]);
  return path && toItemId(path);
}
