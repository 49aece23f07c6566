// Facilities as one collection, and the register of buildings as the table that a city would hand over.

import type { TownBuilding } from './buildings.ts';
import type { Facility } from './facilities.ts';
import { groundLevel } from './landscape.ts';
import { toPlan } from './site.ts';
import type { BuildingAccess } from './street-graph-access.ts';
import { type Collection, toCollection, toPlace } from './write-collection.ts';

export function writeFacilities(facilities: readonly Facility[]): Collection {
  return toCollection(
    'facilities',
    'Facilities',
    facilities.map((facility) => {
      const { id, kind, name, building, address, district, at, capacity, capacityOf, more } =
        facility;
      return toPlace(
        id,
        { ...at, z: groundLevel(toPlan(at)) },
        {
          kind,
          name,
          building,
          address,
          district,
          capacity,
          capacityOf,
          ...more,
        },
      );
    }),
  );
}

/** Which node of each network supplies or drains a building. */
export type SupplyColumns = Readonly<Record<string, ReadonlyMap<string, string>>>;

const attributeColumns = [
  ['address', 'address'],
  ['district', 'district'],
  ['use', 'use'],
  ['year_of_construction', 'yearOfConstruction'],
  ['storeys', 'storeysAboveGround'],
  ['height_m', 'measuredHeight'],
  ['floor_area_m2', 'floorArea'],
  ['construction', 'construction'],
  ['roof', 'roofType'],
  ['residents_night', 'residentsNight'],
  ['people_day', 'peopleDay'],
  ['last_inspection', 'lastInspection'],
] as const;

/** RFC 4180, UTF-8, a row for each building. */
export function writeRegister(
  buildings: readonly TownBuilding[],
  accesses: readonly BuildingAccess[],
  facilities: readonly Facility[],
  supply: SupplyColumns,
): string {
  const facilityOf = new Map(facilities.map(({ building, id }) => [building, id]));
  const networks = Object.keys(supply).sort();
  const head = [
    'id',
    ...attributeColumns.map(([name]) => name),
    'street_distance_m',
    'facility',
    ...networks.map((network) => `${network}_node`),
  ];
  const rows = buildings.map(({ id, attributes }, index) => [
    id,
    ...attributeColumns.map(([, name]) => plain(attributes[name])),
    (accesses[index]?.distanceM ?? 0).toFixed(1),
    facilityOf.get(id) ?? '',
    ...networks.map((network) => supply[network]?.get(id) ?? ''),
  ]);
  return `${[head, ...rows].map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`;
}

const plain = (value: TownBuilding['attributes'][string] | undefined): string =>
  value === undefined ? '' : String(typeof value === 'object' ? value.value : value);

const quote = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
