// What a town cares for first in an emergency, and where help comes from: each in a building of the register.

import { createRandom, type Random } from '#model/random.ts';
import type { TownBuilding } from './buildings.ts';
import { type Facts, type House, landmarkFacts, type Rule, rules } from './facilities-rules.ts';
import { centroid, distance, type Point } from './plane.ts';
import { coldStores, housesOf } from './sensors/houses.ts';
import { toMap } from './site.ts';
import type { StreetGraph } from './street-graph.ts';
import { footprintOf } from './street-graph-access.ts';
import type { Town } from './town.ts';

export type FacilityKind =
  | 'hospital'
  | 'school'
  | 'kindergarten'
  | 'careHome'
  | 'fireStation'
  | 'police'
  | 'government'
  | 'railwayStation'
  | 'shelter'
  | 'coldStore'
  | 'heritage'
  | 'heatPlant'
  | 'wastewaterPlant'
  | 'waterRescue';

export interface Facility {
  readonly id: string;
  readonly kind: FacilityKind;
  readonly name: string;
  /** Id of the building that it is in. */
  readonly building: string;
  readonly address: string;
  readonly district: string;
  /** Middle of the building, in the map. */
  readonly at: Point;
  /** Beds, pupils, engines, places: what `capacityOf` says. */
  readonly capacity: number;
  readonly capacityOf:
    | 'beds'
    | 'pupils'
    | 'children'
    | 'residents'
    | 'engines'
    | 'officers'
    | 'people'
    | 'tonnes'
    | 'megawatts'
    | 'boats';
  readonly more?: Readonly<Record<string, string | number | boolean>>;
}

export function findFacilities(town: Town, graph: StreetGraph, seed: string): Facility[] {
  const houses = town.buildings.map(toHouse);
  const random = createRandom(seed).fork('facilities');
  const counts = new Map<FacilityKind, number>();
  const found: Facility[] = [];
  const taken = new Set<string>();

  function add(house: House, kind: FacilityKind, facts: Facts): void {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    taken.add(house.building.id);
    found.push({
      id: `${prefixes[kind]}-${String(number).padStart(3, '0')}`,
      kind,
      name: facts.name ?? house.name,
      building: house.building.id,
      address: String(house.building.attributes.address),
      district: house.district,
      at: house.at,
      capacity: facts.capacity,
      capacityOf: facts.of,
      ...(facts.more && { more: facts.more }),
    });
  }

  for (const house of houses) {
    for (const [kind, facts] of landmarkFacts(house)) add(house, kind, facts);
  }
  for (const rule of rules) {
    const { kind } = rule;
    const free = houses.filter((house) => !taken.has(house.building.id) && rule.isFit(house));
    const chance = random.fork(kind);
    for (const house of scatter(free, rule, chance)) add(house, kind, rule.factsOf(house, chance));
  }
  const cold = coldStores(housesOf({ town, graph, random: createRandom(seed).fork('sensors') }));
  const withCold = new Set(cold.map(({ building }) => building));
  for (const house of houses) {
    if (!withCold.has(house.building.id)) continue;
    const tonnes = Math.max(2, Math.round(house.floorM2 / 6));
    add(house, 'coldStore', {
      name: `Kühlhaus ${house.building.attributes.address}`,
      capacity: tonnes,
      of: 'tonnes',
      more: { refrigerant: house.floorM2 > 900 ? 'ammonia' : 'R-744' },
    });
  }
  return found;
}

const prefixes: Readonly<Record<FacilityKind, string>> = {
  hospital: 'HOS',
  school: 'SCH',
  kindergarten: 'KIG',
  careHome: 'CAR',
  fireStation: 'FIR',
  police: 'POL',
  government: 'GOV',
  railwayStation: 'RWS',
  shelter: 'SHE',
  coldStore: 'COL',
  heritage: 'HER',
  heatPlant: 'HKW',
  wastewaterPlant: 'WWP',
  waterRescue: 'WRE',
};

/** Nearest first or in a random order, none nearer to another one than the rule says. */
function scatter(houses: readonly House[], { count, apartM, near }: Rule, random: Random): House[] {
  const place = near && toMap(near);
  const order = houses
    .map((house) => ({ house, at: place ? distance(house.at, place) : random.next() }))
    .sort((a, b) => a.at - b.at);
  const chosen: House[] = [];
  for (const { house } of order) {
    if (chosen.length === count) break;
    if (chosen.every((other) => distance(other.at, house.at) >= apartM)) chosen.push(house);
  }
  return chosen;
}

function toHouse(building: TownBuilding): House {
  const { attributes } = building;
  const number = (value: TownBuilding['attributes'][string] | undefined): number => {
    const plain = typeof value === 'object' ? value.value : value;
    return typeof plain === 'number' ? plain : 0;
  };
  return {
    building,
    at: centroid(footprintOf(building)[0]!),
    use: String(attributes.use),
    name: String(attributes.name ?? attributes.address),
    district: String(attributes.district),
    floorM2: number(attributes.floorArea),
    storeys: number(attributes.storeysAboveGround),
    year: number(attributes.yearOfConstruction),
  };
}
