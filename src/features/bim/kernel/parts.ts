// From the name of a part to the rows of its elements.

import { type BimElements, NONE_U32 } from '#contract/bim-elements.ts';
import type { BimProperties } from '#contract/bim-properties.ts';
import { disciplineIds } from '#model/discipline.ts';
import type { ModelData } from './model-data.ts';
import { ANY_MODEL, type Part, parseValueName } from './part-key.ts';
import { rowsWithSet, rowsWithValue } from './property-values.ts';

/** Rows that another computation found and named: `<model>/comparison/added`. */
export type FoundRows = (model: string, part: Part) => Iterable<number> | undefined;

export interface PartSources {
  /** Needed for parts of which `needsProperties` is true. */
  readonly properties: BimProperties | undefined;
  readonly found: FoundRows | undefined;
}

const disciplineCodes: readonly string[] = disciplineIds;
const noSources: PartSources = { properties: undefined, found: undefined };

export const needsProperties = ({ kind }: Part) => kind === 'set' || kind === 'value';

/** 1 for each element of the parts, 2 for one that is named itself. */
export function maskOf(
  data: ModelData,
  parts: readonly Part[],
  sources: PartSources = noSources,
): Uint8Array {
  const mask = new Uint8Array(data.count);
  for (const part of parts) {
    if (part.model === data.id || part.model === ANY_MODEL) markPart(mask, data, part, sources);
  }
  return mask;
}

function markPart(mask: Uint8Array, data: ModelData, part: Part, sources: PartSources): void {
  const { name } = part;
  switch (part.kind) {
    case 'all':
      mask.fill(1);
      return;
    case 'element': {
      const row = data.rowOf(name);
      if (row === undefined) return;
      markRun(mask, row, data.endOf(row));
      mask[row] = 2;
      return;
    }
    case 'within':
      markWithin(mask, data, name);
      return;
    case 'discipline': {
      const code = disciplineCodes.indexOf(name);
      markWhere(mask, data, (row) => data.elements.discipline[row] === code);
      return;
    }
    default:
      for (const row of membersOf(data, part, sources)) markMember(mask, data, row);
  }
}

/** Rows that a part names one by one. */
function membersOf(data: ModelData, part: Part, sources: PartSources): Iterable<number> {
  const { elements } = data;
  const { name } = part;
  const { properties } = sources;
  switch (part.kind) {
    case 'class':
      return rowsWithCode(elements.class, codesNamed(data.classNames, name));
    case 'type':
      return rowsWithCode(
        elements.type,
        new Set([...codesNamed(data.typeIds, name), ...codesNamed(data.typeNames, name)]),
      );
    case 'material':
      return rowsWithCode(elements.material, codesNamed(data.materialNames, name));
    case 'group':
      return rowsOfGroups(data, ({ globalId }) => globalId === name);
    case 'classification':
      return rowsOfGroups(data, (group) => group.kind === 'classification' && group.name === name);
    case 'set':
      return properties ? rowsWithSet(properties, name) : [];
    case 'value': {
      const value = parseValueName(name);
      return properties && value ? rowsWithValue(properties, value) : [];
    }
    default:
      return sources.found?.(data.id, part) ?? [];
  }
}

const codesNamed = (names: readonly string[], name: string): Set<number> =>
  new Set(names.flatMap((one, code) => (one === name ? [code] : [])));

function* rowsWithCode(
  column: BimElements['class'] | BimElements['type'],
  codes: ReadonlySet<number>,
): Generator<number> {
  if (codes.size === 0) return;
  for (let row = 0; row < column.length; row++) if (codes.has(column[row]!)) yield row;
}

function* rowsOfGroups(
  data: ModelData,
  isMeant: (group: ModelData['groups'][number]) => boolean,
): Generator<number> {
  for (const group of data.groups) if (isMeant(group)) yield* group.members;
}

/** A stair or a curtain wall without a shape of its own stands for the parts that have one. */
function markMember(mask: Uint8Array, data: ModelData, row: number): void {
  if (row >= data.count) return;
  if (data.hasMesh(row)) mask[row] ||= 1;
  else markRun(mask, row, data.endOf(row));
}

/** `<GlobalId>` or `<GlobalId>/<class>`: things directly in a storey or site, with all their parts. */
function markWithin(mask: Uint8Array, data: ModelData, name: string): void {
  const slash = name.indexOf('/');
  const container = data.rowOf(slash < 0 ? name : name.slice(0, slash));
  if (container === undefined) return;
  const wanted = slash < 0 ? undefined : name.slice(slash + 1);
  for (const row of thingsWithin(data, container)) {
    if (wanted !== undefined && data.className(row) !== wanted) continue;
    markRun(mask, row, endOfThing(data, row));
  }
}

/** Rows of the things directly in a container, in order; rooms are things, and so is what they hold. */
export function* thingsWithin(data: ModelData, container: number): Generator<number> {
  const end = data.endOf(container);
  for (let row = container; row < end; row++) {
    if (data.containerOf[row] === container) yield row;
  }
}

/** What belongs to a thing ends before this row: what is in a room or on a site is none of its parts. */
export function endOfThing(data: ModelData, row: number): number {
  // What a room holds is listed where the room is, unless it is itself a part of some odd thing.
  const isListed = data.isSpatial(row) && data.containerOf[row] !== NONE_U32;
  return isListed ? row + 1 : data.endOf(row);
}

function markRun(mask: Uint8Array, from: number, end: number): void {
  for (let row = from; row < end; row++) mask[row] ||= 1;
}

function markWhere(mask: Uint8Array, data: ModelData, isMeant: (row: number) => boolean): void {
  for (let row = 0; row < data.count; row++) if (isMeant(row)) mask[row] ||= 1;
}

/** Rows with a mesh of which the mask is not 0. */
export function meshRowsOf(data: ModelData, mask: Uint8Array): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < data.count; row++) {
    if (mask[row] && data.hasMesh(row)) rows.push(row);
  }
  return Uint32Array.from(rows);
}
