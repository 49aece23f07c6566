// A small town with roads for the tests of this folder: houses 100 m apart on a street to the east, a way round, an
// island. Every part of the street is 100 m long and takes 10 s; doors are in the middle of their part.

import { aRiskyTown, placeOfHouse, type SaidOfHouse } from '../fire/a-risky-town.ts';
import type { TownFiles } from '../town/client.ts';
import type { ReadBytes } from '../town/read-bytes.ts';

export interface RoadTownSaid {
  readonly houses?: readonly SaidOfHouse[];
  /** Parts of the street that lead to the east alone. */
  readonly oneWay?: readonly number[];
  readonly hasStreets?: boolean;
  readonly hasNodes?: boolean;
  readonly stations?: readonly {
    readonly house: number;
    readonly engines?: number;
    readonly crew?: number;
  }[];
}

/** Five houses along the street, and one on an island. */
export const ON_ISLAND = 5;
const house: SaidOfHouse = {
  ...{ use: 'residential', storeysAboveGround: 2, floorArea: 200, measuredHeight: 8 },
  ...{ construction: 'masonry', residentsNight: 4, peopleDay: 2 },
};
export const sixHouses: readonly SaidOfHouse[] = Array.from({ length: 6 }, () => house);

const M = placeOfHouse(1)[0] - placeOfHouse(0)[0];
/** A place `x` m to the east of the first house and `y` m to the north. */
export const placeAt = (x: number, y = 0): readonly [number, number] => [
  placeOfHouse(0)[0] + (M * x) / 100,
  54 + y / 111_195,
];

export function aRoadTown(said: RoadTownSaid = {}): {
  readonly city: TownFiles;
  readonly read: ReadBytes;
} {
  const { houses = sixHouses, oneWay = [], hasStreets = true, hasNodes = true } = said;
  const { stations = [{ house: 0, engines: 1, crew: 4 }] } = said;
  const { city, read } = aRiskyTown(houses);
  const street = (
    id: string,
    [from, to]: readonly [string, string],
    points: readonly (readonly [number, number])[],
    more: Readonly<Record<string, unknown>>,
  ) => ({
    ...{ type: 'Feature', id, geometry: { type: 'LineString', coordinates: points } },
    properties: {
      ...{ class: 'residential', speedLimit_kmh: 36, name: `Street ${id}` },
      ...(hasNodes && { fromNode: from, toNode: to }),
      ...more,
    },
  });
  const part = (at: number, ends: readonly [string, string]) =>
    street(`S-${at}`, ends, [placeAt(100 * at - 50), placeAt(100 * at), placeAt(100 * at + 50)], {
      ...{ length_m: 100, oneWay: oneWay.includes(at) },
      ...{ buildings: [`B-${at}`], buildingStations_m: [50] },
    });
  const streets = [
    ...Array.from({ length: 5 }, (_, at) => part(at, [`N-${at}`, `N-${at + 1}`])),
    part(ON_ISLAND, ['I-0', 'I-1']),
    // From before the second part to behind the fourth: 600 m, 60 s.
    street('ROUND', ['N-1', 'N-4'], [placeAt(50), placeAt(200, 250), placeAt(350)], {
      ...{ length_m: 600, oneWay: false },
    }),
  ];
  // The island's part begins where the street ends only on paper.
  if (!hasNodes) streets.splice(ON_ISLAND, 1);
  const facilities = stations.map(({ house: at, engines, crew }) => ({
    ...{ type: 'Feature', id: `FIR-${at}` },
    geometry: { type: 'Point', coordinates: placeAt(100 * at) },
    properties: {
      ...{ kind: 'fireStation', name: `Station ${at}`, building: `B-${at}` },
      ...(engines !== undefined && { capacity: engines, capacityOf: 'engines' }),
      ...(crew !== undefined && { crew }),
    },
  }));
  const lines = (features: readonly object[]) =>
    new TextEncoder().encode(features.map((one) => JSON.stringify(one)).join('\n')).buffer;
  return {
    city: {
      ...city,
      collections: { ...(hasStreets && { streets: 'streets' }), facilities: 'facilities' },
    },
    read: {
      async whole(url) {
        if (url === 'streets') return lines(streets);
        return url === 'facilities' ? lines(facilities) : read.whole(url);
      },
      range: read.range,
    },
  };
}
