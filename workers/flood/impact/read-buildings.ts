// Buildings of a package with what decides how a flood touches them: use, people, ground floor, sill.

import type { AttributeColumn } from '#contract/city-package.ts';
import { type FeatureIndex, parseFeatureIndex } from '#contract/feature-index.ts';
import { type Column, parseColumn, valueAt } from '#features/city/kernel/column.ts';
import type { ExposureLack } from '#features/flood/contract/impact.ts';
import { radians, toDegrees } from '#model/units.ts';
import type { ReadBytes } from '../../town/read-bytes.ts';
import type { FloodCity } from '../protocol.ts';
import type { ExposedBuildings } from './exposure.ts';

/** Names under which cities keep what has no role of its own. */
const names = {
  peopleNight: ['residentsNight', 'peopleNight', 'residents', 'population'],
  peopleDay: ['peopleDay', 'occupantsDay', 'workers'],
  floorArea: ['floorArea', 'grossFloorArea', 'gross_floor_area', 'floor_area'],
  sill: ['sill_m', 'floodSill_m', 'groundFloorHeight_m'],
} as const;

export async function readBuildings(
  read: ReadBytes,
  city: FloodCity,
): Promise<{ readonly buildings: ExposedBuildings; readonly lacks: readonly ExposureLack[] }> {
  if (!city.buildings) return { buildings: placeBuildings(emptyIndex, {}), lacks: ['buildings'] };
  const index = parseFeatureIndex(await read.whole(city.buildings.index));
  const column = columnReader(read, city, index.count);
  const [id, kind, use, storeys, name] = await Promise.all(
    (['id', 'class', 'use', 'storeys', 'name'] as const).map((role) =>
      column((one) => one.role === role),
    ),
  );
  const [peopleNight, peopleDay, floorArea, sill] = await Promise.all(
    [names.peopleNight, names.peopleDay, names.floorArea, names.sill].map((known) =>
      column((one) => known.some((own) => own === one.name)),
    ),
  );
  const columns = { id, kind, use, storeys, name, peopleNight, peopleDay, floorArea, sill };
  const lacks: ExposureLack[] = [];
  if (!use) lacks.push('use');
  if (!peopleNight && !peopleDay) lacks.push('people');
  if (!floorArea) lacks.push('floor-area');
  return { buildings: placeBuildings(index, columns), lacks };
}

const emptyIndex = parseFeatureIndex(new ArrayBuffer(0));

type Columns = Readonly<
  Partial<
    Record<
      | 'id'
      | 'kind'
      | 'use'
      | 'storeys'
      | 'name'
      | 'peopleNight'
      | 'peopleDay'
      | 'floorArea'
      | 'sill',
      Column | undefined
    >
  >
>;

/** A column that can't be read is a column that the city doesn't have. */
function columnReader(read: ReadBytes, city: FloodCity, count: number) {
  return async (isWanted: (one: AttributeColumn) => boolean): Promise<Column | undefined> => {
    const meta = city.attributes?.find((one) => isWanted(one) && city.columns[one.name]);
    const url = meta && city.columns[meta.name];
    if (!meta || !url) return undefined;
    try {
      return parseColumn(meta, await read.whole(url), count);
    } catch {
      return undefined;
    }
  };
}

function placeBuildings(index: FeatureIndex, columns: Columns): ExposedBuildings {
  const own = indicesOf(index.count, columns.kind);
  const count = own.length;
  const ids = Array.from(own, (at) => textAt(columns.id, at));
  const { use, uses } = usesOf(own, columns.use);
  const areaM2 = new Float32Array(count);
  for (const [building, at] of own.entries()) {
    const storeys = Math.max(1, numberAt(columns.storeys, at, 1));
    areaM2[building] = numberAt(columns.floorArea, at, 0) / storeys;
  }
  const numbers = (column: Column | undefined, missing: number) =>
    Float32Array.from(own, (at) => numberAt(column, at, missing));
  return {
    count,
    cityCount: index.count,
    index: own,
    ids,
    byId: new Map(ids.map((id, building) => [id, building])),
    longitudeDeg: Float64Array.from(own, (at) => toDegrees(radians(index.longitude[at] ?? 0))),
    latitudeDeg: Float64Array.from(own, (at) => toDegrees(radians(index.latitude[at] ?? 0))),
    radiusM: Float32Array.from(own, (at) => index.radiusM[at] ?? 0),
    use,
    uses,
    peopleDay: numbers(columns.peopleDay, 0),
    peopleNight: numbers(columns.peopleNight, 0),
    areaM2,
    sillM: numbers(columns.sill, Number.NaN),
    names: Array.from(own, (at) => textAt(columns.name, at)),
  };
}

/** Trees and bridges share the index with buildings; without classes everything is taken for a building. */
function indicesOf(count: number, kind: Column | undefined): Uint32Array {
  const all = Uint32Array.from({ length: count }, (_, at) => at);
  if (kind?.type !== 'category') return all;
  const isBuilding = kind.values.map((name) => name.startsWith('Building'));
  return all.filter((at) => isBuilding[kind.codes[at] ?? -1] ?? false);
}

function usesOf(
  own: Uint32Array,
  column: Column | undefined,
): { readonly use: Uint16Array; readonly uses: readonly string[] } {
  if (column?.type === 'category') {
    const uses = [...column.values, ''];
    const unknown = uses.length - 1;
    const use = Uint16Array.from(own, (at) => Math.min(column.codes[at] ?? unknown, unknown));
    return { use, uses };
  }
  const known = new Map<string, number>([['', 0]]);
  const use = Uint16Array.from(own, (at) => {
    const name = textAt(column, at);
    const number = known.get(name) ?? known.size;
    known.set(name, number);
    return number;
  });
  return { use, uses: [...known.keys()] };
}

function numberAt(column: Column | undefined, at: number, missing: number): number {
  const value = column && valueAt(column, at);
  return typeof value === 'number' ? value : missing;
}

function textAt(column: Column | undefined, at: number): string {
  const value = column && valueAt(column, at);
  return value === undefined ? '' : String(value);
}
