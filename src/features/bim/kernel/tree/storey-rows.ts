// The tree by storey: storeys from above, below each its classes, below those the things, below a thing its parts.

import { NONE_U32 } from '#contract/bim-elements.ts';
import type { TreeRow } from '../../contract.ts';
import { nameElement } from '../element-name.ts';
import type { ModelData } from '../model-data.ts';
import { toPartKey } from '../part-key.ts';
import { endOfThing, thingsWithin } from '../parts.ts';
import { type Counts, compareLabels, elementRows, rowOf } from './rows.ts';

/** Storeys as one sees them, the highest first; then sites, bridges and buildings with things of their own. */
export function containerRows(data: ModelData, counts: Counts): TreeRow[] {
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

/** Below a storey its classes, below those the things, below a thing its parts. */
export function storeyRows(data: ModelData, kind: string, name: string, counts: Counts): TreeRow[] {
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

function* runsOf(data: ModelData, things: Iterable<number>): Generator<readonly [number, number]> {
  for (const thing of things) yield [thing, endOfThing(data, thing)];
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
