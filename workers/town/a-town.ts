// Buildings for tests, by what a test says of them; the rest is plain.

import type { TownBuildings } from './read-buildings.ts';

export interface SaidOfBuildings {
  readonly ids?: readonly string[];
  readonly peopleDay?: readonly number[];
  readonly peopleNight?: readonly number[];
  readonly topM?: readonly number[];
  readonly radiusM?: readonly number[];
  readonly storeys?: readonly number[];
  readonly floorAreaM2?: readonly number[];
}

/** One at each place of longitude and latitude (deg), in city-wide index order. */
export function buildingsAt(
  places: readonly (readonly [longitudeDeg: number, latitudeDeg: number])[],
  said: SaidOfBuildings = {},
): TownBuildings {
  const count = places.length;
  const ids = said.ids ?? places.map((_, at) => `B-${at}`);
  const numbers = (values: readonly number[] | undefined, usual: number) =>
    Float32Array.from({ length: count }, (_, at) => values?.[at] ?? usual);
  return {
    ...{ count, cityCount: count, ids, names: ids.map(() => ''), addresses: ids.map(() => '') },
    index: Uint32Array.from({ length: count }, (_, at) => at),
    byId: new Map(ids.map((id, at) => [id, at])),
    longitudeDeg: Float64Array.from(places, ([longitude]) => longitude),
    latitudeDeg: Float64Array.from(places, ([, latitude]) => latitude),
    groundM: numbers(undefined, 0),
    topM: numbers(said.topM, 10),
    radiusM: numbers(said.radiusM, 8),
    use: new Uint16Array(count),
    uses: [''],
    storeys: numbers(said.storeys, Number.NaN),
    floorAreaM2: numbers(said.floorAreaM2, Number.NaN),
    peopleDay: numbers(said.peopleDay, Number.NaN),
    peopleNight: numbers(said.peopleNight, Number.NaN),
    numbers: async () => undefined,
    texts: async () => undefined,
  };
}
