// The tree by class, type, material, discipline, system or classification: a row for each, below it its elements.

import { NONE_U16, NONE_U32 } from '#contract/bim-elements.ts';
import { disciplineAt } from '#contract/bim-model.ts';
import { disciplines } from '#model/discipline.ts';
import type { Grouping, PartKey, TreeRow } from '../../contract.ts';
import type { Group, ModelData } from '../model-data.ts';
import { toPartKey } from '../part-key.ts';
import { type Counts, compareLabels, rowOf } from './rows.ts';

export type PlainGrouping = Exclude<Grouping, 'storey'>;

export function groupingRows(data: ModelData, grouping: PlainGrouping, counts: Counts): TreeRow[] {
  switch (grouping) {
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
      return codeRows(
        data,
        data.elements.discipline,
        names,
        counts,
        (id) => ({
          key: toPartKey(data.id, 'discipline', id),
          label: disciplines[id].en,
        }),
        singleRuns,
      );
    }
    case 'system':
      return groupRows(data, ({ kind }) => kind !== 'classification', 'group', counts);
    case 'classification':
      return groupRows(data, ({ kind }) => kind === 'classification', 'classification', counts);
  }
}

/** One row for each code of a column, the largest first. */
function codeRows<Name extends string>(
  data: ModelData,
  column: ArrayLike<number>,
  names: readonly Name[],
  counts: Counts,
  traitsOf: (name: Name, code: number) => { readonly key: PartKey; readonly label: string },
  runsOfRows: typeof memberRuns = memberRuns,
): TreeRow[] {
  const rowsByCode = new Map<number, number[]>();
  for (let row = 0; row < data.count; row++) {
    // What only contains others is the way to group by storey.
    if (data.isSpatial(row) && !data.isRoom(row) && !data.hasMesh(row)) continue;
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
    const one = rowOf(traits, runsOfRows(data, rows), counts);
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

/** Each row alone: a part may be of another discipline than the whole. */
function* singleRuns(_: ModelData, rows: Iterable<number>): ReturnType<typeof memberRuns> {
  for (const row of rows) yield [row, row + 1];
}

/** Rows that a group's row opens into. */
export function membersOf(
  data: ModelData,
  grouping: PlainGrouping,
  kind: string,
  name: string,
): number[] {
  const { elements } = data;
  const where = (isMeant: (row: number) => boolean) => {
    const rows: number[] = [];
    for (let row = 0; row < data.count; row++) if (isMeant(row)) rows.push(row);
    return rows;
  };
  switch (grouping) {
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
