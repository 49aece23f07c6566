import type { AttributeValue, BuildingDetails } from '#features/city/contract.ts';
import type { OpenCity } from './open-city.ts';
import type { Found } from './protocol.ts';

/** Everything known about one building. */
export async function describe(city: OpenCity, index: number): Promise<BuildingDetails> {
  const { columns } = city.layer;
  const [place, ...found] = await Promise.all([
    city.index(),
    ...columns.map(({ name }) => city.columns.valueAt(name, index)),
  ]);
  const values: Record<string, AttributeValue> = {};
  for (const [position, value] of found.entries()) {
    if (value !== undefined) values[columns[position]!.name] = value;
  }
  const id = columns.find(({ role }) => role === 'id')?.name;
  return {
    index,
    id: String((id !== undefined && values[id]) || index),
    values,
    groundM: place.groundM[index]!,
    topM: place.topM[index]!,
    longitude: place.longitude[index]!,
    latitude: place.latitude[index]!,
    radiusM: place.radiusM[index]!,
  };
}

const TOLD = ['name', 'address', 'use', 'class'] as const;

/** A building as a search lists it: what it is called, and what tells it from its neighbours. */
export async function introduce(city: OpenCity, index: number): Promise<Found> {
  const [place, ids, ...found] = await Promise.all([
    city.index(),
    city.ids(),
    ...TOLD.map((role) => firstOfRole(city, role, index)),
  ]);
  const id = ids.at(index);
  const [title = id, ...rest] = [...found.filter((text) => text !== undefined), id];
  return {
    index,
    id,
    title,
    detail: rest.join(' · '),
    longitude: place.longitude[index]!,
    latitude: place.latitude[index]!,
    heightM: place.topM[index]!,
    radiusM: place.radiusM[index]!,
    ...(!isBuilding(found[TOLD.indexOf('class')]) && { isOther: true }),
  };
}

/** Trees and bridges share the index with buildings; what has no class is taken for a building. */
const isBuilding = (kind: string | undefined) => kind?.startsWith('Building') ?? true;

async function firstOfRole(
  city: OpenCity,
  role: (typeof TOLD)[number],
  index: number,
): Promise<string | undefined> {
  for (const { name, role: itsRole } of city.layer.columns) {
    if (itsRole !== role) continue;
    const value = await city.columns.valueAt(name, index);
    if (value !== undefined) return String(value);
  }
  return undefined;
}
