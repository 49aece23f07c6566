// Buildings of a package with what people hand over of them: use, people, floors. Degrees, m², people.

import type { AttributeColumn } from '#contract/city-package.ts';
import { type FeatureIndex, parseFeatureIndex } from '#contract/feature-index.ts';
import { type Column, parseColumn, valueAt } from '#features/city/kernel/column.ts';
import { radians, toDegrees } from '#model/units.ts';
import type { TownFiles } from './client.ts';
import type { ReadBytes } from './read-bytes.ts';

/** Names under which cities keep what has no role of its own. */
const names = {
  peopleNight: ['residentsNight', 'peopleNight', 'residents', 'population'],
  peopleDay: ['peopleDay', 'occupantsDay', 'workers'],
  floorAreaM2: ['floorArea', 'grossFloorArea', 'gross_floor_area', 'floor_area'],
} as const;

/**
 * One entry a building in every array. Buildings share the city-wide index with trees and bridges: `index` says where
 * each stands in it. NaN where a number is not known.
 */
export interface TownBuildings {
  readonly count: number;
  /** Features of the layer in all: length of arrays in city-wide index order. */
  readonly cityCount: number;
  readonly index: Uint32Array;
  readonly ids: readonly string[];
  readonly byId: ReadonlyMap<string, number>;
  /** '' where it has none. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly longitudeDeg: Float64Array;
  readonly latitudeDeg: Float64Array;
  /** Above the ellipsoid. */
  readonly groundM: Float32Array;
  readonly topM: Float32Array;
  readonly radiusM: Float32Array;
  /** Index into `uses`, the last of which is '' for not known. */
  readonly use: Uint16Array;
  readonly uses: readonly string[];
  readonly storeys: Float32Array;
  readonly floorAreaM2: Float32Array;
  readonly peopleDay: Float32Array;
  readonly peopleNight: Float32Array;
  /** Any other number of them, by the names that cities give it; undefined where the city has none of these. */
  numbers(...named: readonly string[]): Promise<Float32Array | undefined>;
  /** Any other attribute as words; '' where it has none. */
  texts(...named: readonly string[]): Promise<readonly string[] | undefined>;
}

/** Undefined where the city has no buildings. */
export async function readBuildings(
  read: ReadBytes,
  city: TownFiles,
): Promise<TownBuildings | undefined> {
  if (!city.buildings) return undefined;
  const index = parseFeatureIndex(await read.whole(city.buildings.index));
  const column = columnReader(read, city, index.count);
  const byRole = (role: AttributeColumn['role']) => column((one) => one.role === role);
  const byName = (known: readonly string[]) => column((one) => known.includes(one.name));
  const [id, kind, use, storeys, name, address] = await Promise.all(
    (['id', 'class', 'use', 'storeys', 'name', 'address'] as const).map(byRole),
  );
  const [peopleNight, peopleDay, floorArea] = await Promise.all(
    [names.peopleNight, names.peopleDay, names.floorAreaM2].map(byName),
  );
  const own = indicesOf(index.count, kind);
  const numbersOf = (from: Column | undefined) =>
    Float32Array.from(own, (at) => numberAt(from, at));
  const textsOf = (from: Column | undefined) => Array.from(own, (at) => textAt(from, at));
  const ids = textsOf(id);
  return {
    count: own.length,
    cityCount: index.count,
    index: own,
    ids,
    byId: new Map(ids.map((one, building) => [one, building])),
    names: textsOf(name),
    addresses: textsOf(address),
    ...placesOf(index, own),
    ...usesOf(own, use),
    storeys: numbersOf(storeys),
    floorAreaM2: numbersOf(floorArea),
    peopleDay: numbersOf(peopleDay),
    peopleNight: numbersOf(peopleNight),
    async numbers(...named) {
      const found = await byName(named);
      return found && numbersOf(found);
    },
    async texts(...named) {
      const found = await byName(named);
      return found && textsOf(found);
    },
  };
}

/** A column that can't be read is a column that the city doesn't have. */
function columnReader(read: ReadBytes, city: TownFiles, count: number) {
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

function placesOf(index: FeatureIndex, own: Uint32Array) {
  const degrees = (angles: Float64Array) =>
    Float64Array.from(own, (at) => toDegrees(radians(angles[at] ?? 0)));
  const metres = (values: Float32Array) => Float32Array.from(own, (at) => values[at] ?? 0);
  return {
    longitudeDeg: degrees(index.longitude),
    latitudeDeg: degrees(index.latitude),
    groundM: metres(index.groundM),
    topM: metres(index.topM),
    radiusM: metres(index.radiusM),
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
  const known = new Map<string, number>();
  const texts = Array.from(own, (at) => textAt(column, at));
  for (const text of texts) if (text !== '' && !known.has(text)) known.set(text, known.size);
  const use = Uint16Array.from(texts, (text) => known.get(text) ?? known.size);
  return { use, uses: [...known.keys(), ''] };
}

function numberAt(column: Column | undefined, at: number): number {
  const value = column && valueAt(column, at);
  return typeof value === 'number' ? value : Number.NaN;
}

function textAt(column: Column | undefined, at: number): string {
  const value = column && valueAt(column, at);
  return value === undefined ? '' : String(value);
}
