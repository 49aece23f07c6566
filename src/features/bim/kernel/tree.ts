// The element tree, one level at a time: what lies below a row is found when it is opened.

import { NONE_U16, NONE_U32 } from '#contract/bim-elements.ts';
import { disciplineAt } from '#contract/bim-model.ts';
import { disciplines } from '#model/discipline.ts';
import type { Grouping, PartKey, TreeRow } from '../contract.ts';
import { nameElement } from './element-name.ts';
import { countBefore, type Group, type ModelData } from './model-data.ts';
import { parsePartKey, toPartKey } from './part-key.ts';
import { endOfThing, thingsWithin } from './parts.ts';

export interface TreeView {
  readonly grouping: Grouping;
  /** 1 (or more) for each element taken away by name. */
  readonly hidden: Uint8Array;
  /** 1 for each element that a query found; undefined without a query. */
  readonly matching: Uint8Array | undefined;
}

/** Rows below `parent`; without one, the models themselves. Undefined where the part has no rows below. */
export function treeRows(
  data: ModelData,
  name: string,
  view: TreeView,
  parent: PartKey | undefined,
): TreeRow[] {
  const counts = countsOf(data, view);
  if (parent === undefined) return rootRow(data, name, counts);
  const part = parsePartKey(parent);
  if (part?.model !== data.id) return [];
  const { kind, name: partName } = part;
  if (kind === 'all') return topRows(data, view.grouping, counts);
  if (view.grouping === 'storey') return storeyRows(data, kind, partName, counts);
  return elementRows(data, membersOf(data, view.grouping, kind, partName), counts, false);
}

interface Counts {
  /** Elements with a mesh of which a query found the row, before each row. */
  readonly shown: Uint32Array;
  readonly hidden: Uint32Array;
  readonly matching: Uint32Array | undefined;
}

function countsOf(data: ModelData, { hidden, matching }: TreeView): Counts {
  return {
    shown: data.meshesBefore,
    hidden: countBefore(data.count, (row) => data.hasMesh(row) && hidden[row] !== 0),
    matching: matching && countBefore(data.count, (row) => matching[row] !== 0),
  };
}

const between = (before: Uint32Array, from: number, end: number) => before[end]! - before[from]!;

/** A row that stands for runs of elements; undefined where a query found none of them. */
function rowOf(
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

function rootRow(data: ModelData, name: string, counts: Counts): TreeRow[] {
  const row = rowOf(
    {
      key: toPartKey(data.id, 'all'),
      label: name,
      detail: '',
      hasParts: data.count > 0,
      index: undefined,
    },
    [[0, data.count]],
    counts,
  );
  return row ? [row] : [];
}

function topRows(data: ModelData, grouping: Grouping, counts: Counts): TreeRow[] {
  switch (grouping) {
    case 'storey':
      return containerRows(data, counts);
    case 'class':
      return codeRows(data, data.elements.class, data.classNames, counts, (name) => ({
        key: toPartKey(data.id, 'class', name),
        label: name,
      }));
    case 'type':
      return codeRows(data, data.elements.type, data.typeNames, counts, (name, code) => ({
        key: toPartKey(data.id, 'type', data.typeIds[code] || name),
        label: name,
      }));
    case 'material':
      return codeRows(data, data.elements.material, data.materialNames, counts, (name) => ({
        key: toPartKey(data.id, 'material', name),
        label: name,
      }));
    case 'discipline': {
      const names = Array.from({ length: 256 }, (_, code) => disciplineAt(code));
      return codeRows(data, data.elements.discipline, names, counts, (id) => ({
        key: toPartKey(data.id, 'discipline', id),
        label: disciplines[id].en,
      }));
    }
    case 'system':
      return groupRows(data, ({ kind }) => kind !== 'classification', 'group', counts);
    case 'classification':
      return groupRows(data, ({ kind }) => kind === 'classification', 'classification', counts);
  }
}

/** Storeys as one sees them, the highest first; then sites, bridges and buildings with things of their own. */
function containerRows(data: ModelData, counts: Counts): TreeRow[] {
  const storeys = data.storeys.map(({ element }) => element);
  const others = new Set(data.containerOf);
  others.delete(NONE_U32);
  for (const storey of storeys) others.delete(storey);
  const rows = storeys.toReversed().map((row) => {
    const { elevationM = 0 } = data.storeys.find(({ element }) => element === row) ?? {};
    return rowOf(
      {
        key: toPartKey(data.id, 'element', data.elements.globalId.at(row)),
        label: nameElement(data, row),
        detail: `${elevationM < 0 ? '−' : '+'}${Math.abs(elevationM).toFixed(2)} m`,
        hasParts: data.endOf(row) > row + 1,
        index: data.base + row,
      },
      [[row, data.endOf(row)]],
      counts,
    );
  });
  for (const row of [...others].sort((a, b) => a - b)) {
    rows.push(
      rowOf(
        {
          key: toPartKey(data.id, 'within', data.elements.globalId.at(row)),
          label: nameElement(data, row),
          detail: data.className(row),
          hasParts: true,
          index: undefined,
        },
        runsOf(data, thingsWithin(data, row)),
        counts,
      ),
    );
  }
  return rows.filter((row) => row !== undefined);
}

function* runsOf(data: ModelData, things: Iterable<number>): Generator<readonly [number, number]> {
  for (const thing of things) yield [thing, endOfThing(data, thing)];
}

/** Below a storey its classes, below those the things, below a thing its parts. */
function storeyRows(data: ModelData, kind: string, name: string, counts: Counts): TreeRow[] {
  if (kind === 'within') {
    const [globalId = '', className] = name.split('/');
    const container = data.rowOf(globalId);
    if (container === undefined) return [];
    return className === undefined
      ? classRows(data, container, counts)
      : thingRows(data, container, className, counts);
  }
  const row = kind === 'element' ? data.rowOf(name) : undefined;
  if (row === undefined) return [];
  if (data.storeys.some(({ element }) => element === row)) return classRows(data, row, counts);
  return elementRows(data, partsBelow(data, row), counts, true);
}

function classRows(data: ModelData, container: number, counts: Counts): TreeRow[] {
  const byClass = new Map<number, number[]>();
  for (const thing of thingsWithin(data, container)) {
    const code = data.elements.class[thing]!;
    const known = byClass.get(code);
    if (known) known.push(thing);
    else byClass.set(code, [thing]);
  }
  const globalId = data.elements.globalId.at(container);
  return [...byClass]
    .flatMap(([code, things]) => {
      const label = data.classNames[code] ?? '';
      const key = toPartKey(data.id, 'within', `${globalId}/${label}`);
      const traits = { key, label, detail: '', hasParts: true, index: undefined };
      return rowOf(traits, runsOf(data, things), counts) ?? [];
    })
    .sort((a, b) => compareLabels(a.label, b.label));
}

function thingRows(
  data: ModelData,
  container: number,
  className: string,
  counts: Counts,
): TreeRow[] {
  const things = [...thingsWithin(data, container)].filter(
    (row) => data.className(row) === className,
  );
  return elementRows(data, things, counts, true);
}

/** Rows of the next parts of a thing; what stands in a room is listed on its storey. */
function* partsBelow(data: ModelData, row: number): Generator<number> {
  const end = endOfThing(data, row);
  for (let part = row + 1; part < end; part = data.endOf(part)) yield part;
}

/** Elements by name; only those whose own row, or one below where parts are shown, a query found. */
function elementRows(
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

/** One row for each code of a column, the largest first. */
function codeRows<Name extends string>(
  data: ModelData,
  column: ArrayLike<number>,
  names: readonly Name[],
  counts: Counts,
  traitsOf: (name: Name, code: number) => { readonly key: PartKey; readonly label: string },
): TreeRow[] {
  const rowsByCode = new Map<number, number[]>();
  for (let row = 0; row < data.count; row++) {
    const code = column[row]!;
    const known = rowsByCode.get(code);
    if (known) known.push(row);
    else rowsByCode.set(code, [row]);
  }
  const found: TreeRow[] = [];
  for (const [code, rows] of rowsByCode) {
    const name = names[code];
    if (name === undefined || name === '') continue;
    const traits = { ...traitsOf(name, code), detail: '', hasParts: true, index: undefined };
    const one = rowOf(traits, memberRuns(data, rows), counts);
    if (one && one.count > 0) found.push(one);
  }
  return found.sort((a, b) => b.count - a.count || compareLabels(a.label, b.label));
}

function groupRows(
  data: ModelData,
  isMeant: (group: Group) => boolean,
  kind: 'group' | 'classification',
  counts: Counts,
): TreeRow[] {
  const found = data.groups.filter(isMeant).flatMap((group) => {
    const traits = {
      key: toPartKey(data.id, kind, kind === 'group' ? group.globalId : group.name),
      label: group.name,
      detail: kind === 'group' ? group.kind : '',
      hasParts: true,
      index: undefined,
    };
    return rowOf(traits, memberRuns(data, group.members), counts) ?? [];
  });
  return found.sort((a, b) => compareLabels(a.label, b.label));
}

/** As `parts.ts` marks members: a thing without a shape stands for its parts; nothing is counted twice. */
function* memberRuns(
  data: ModelData,
  rows: Iterable<number>,
): Generator<readonly [number, number]> {
  let counted = 0;
  for (const row of rows) {
    const from = Math.max(row, counted);
    const end = data.hasMesh(row) ? row + 1 : data.endOf(row);
    if (end <= from) continue;
    yield [from, end];
    counted = end;
  }
}

/** Rows that a group's row opens into. */
function membersOf(data: ModelData, grouping: Grouping, kind: string, name: string): number[] {
  const { elements } = data;
  const where = (isMeant: (row: number) => boolean) => {
    const rows: number[] = [];
    for (let row = 0; row < data.count; row++) if (isMeant(row)) rows.push(row);
    return rows;
  };
  switch (grouping) {
    case 'storey':
      return [];
    case 'class':
      return kind === 'class' ? where((row) => data.className(row) === name) : [];
    case 'type':
      return kind === 'type' ? where((row) => isOfType(data, row, name)) : [];
    case 'material':
      return kind === 'material' ? where((row) => materialOf(data, row) === name) : [];
    case 'discipline':
      return kind === 'discipline'
        ? where((row) => data.hasMesh(row) && disciplineAt(elements.discipline[row]!) === name)
        : [];
    case 'system':
    case 'classification':
      return data.groups
        .filter((group) =>
          kind === 'group'
            ? group.globalId === name
            : kind === 'classification' && group.kind === kind && group.name === name,
        )
        .flatMap(({ members }) => [...members]);
  }
}

function isOfType({ elements, typeIds, typeNames }: ModelData, row: number, name: string): boolean {
  const code = elements.type[row]!;
  return code !== NONE_U32 && (typeIds[code] || typeNames[code]) === name;
}

function materialOf({ elements, materialNames }: ModelData, row: number): string | undefined {
  const code = elements.material[row]!;
  return code === NONE_U16 ? undefined : materialNames[code];
}

const order = new Intl.Collator('en', { numeric: true });
const compareLabels = (a: string, b: string) => order.compare(a, b);
