// What a town cares for first in an emergency, and where help comes from: each in a building of the register.

import { createRandom, type Random } from '#model/random.ts';
import type { TownBuilding } from './buildings.ts';
import { centroid, distance, type Point } from './plane.ts';
import { coldStores, housesOf } from './sensors/houses.ts';
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

interface House {
  readonly building: TownBuilding;
  readonly at: Point;
  readonly use: string;
  readonly name: string;
  readonly district: string;
  readonly floorM2: number;
  readonly storeys: number;
  readonly year: number;
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

interface Facts {
  readonly name?: string;
  readonly capacity: number;
  readonly of: Facility['capacityOf'];
  readonly more?: Facility['more'];
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

function* landmarkFacts(house: House): Generator<[FacilityKind, Facts]> {
  const { use, name, floorM2, year } = house;
  const of = (capacity: number, unit: Facility['capacityOf'], more?: Facility['more']): Facts => ({
    capacity,
    of: unit,
    ...(more && { more }),
  });
  if (use === 'hospital') {
    const isMain = name.includes('Johannis');
    const beds = Math.max(isMain ? 420 : 240, Math.round(floorM2 / 550) * 10);
    yield [
      'hospital',
      of(beds, 'beds', {
        intensiveBeds: Math.round(beds / 18),
        emergencyDepartment: true,
        traumaCentre: isMain,
        helipad: isMain,
        emergencyPower_h: 48,
      }),
    ];
  }
  if (use === 'school') {
    yield ['school', of(Math.round(floorM2 / 9 / 10) * 10, 'pupils')];
    yield [
      'shelter',
      {
        ...of(Math.round(floorM2 / 14 / 10) * 10, 'people', {
          bedsPrepared: 60,
          stepFree: true,
          emergencyPower: true,
        }),
        name: `Notunterkunft ${name}`,
      },
    ];
  }
  if (use === 'fire station') {
    const isMain = name.includes('Mitte');
    yield [
      'fireStation',
      of(isMain ? 6 : 3, 'engines', {
        aerialLadders: isMain ? 2 : 1,
        ambulances: isMain ? 6 : 3,
        rescueBoats: /Hafen|Mitte/.test(name) ? 1 : 0,
        crew: isMain ? 24 : 12,
        staffed: '24 h',
      }),
    ];
  }
  if (use === 'police') yield ['police', of(80, 'officers', { operationsCentre: true })];
  if (use === 'government') yield ['government', of(240, 'people', { crisisStaff: true })];
  if (use === 'transport') yield ['railwayStation', of(9000, 'people', { platforms: 5 })];
  if (use === 'religious') {
    yield [
      'heritage',
      of(400, 'people', { listedSince: 1951, built: year, protection: 'national' }),
    ];
    yield [
      'shelter',
      {
        ...of(250, 'people', { bedsPrepared: 0, stepFree: true, emergencyPower: false }),
        name: `Wärmestube ${name}`,
      },
    ];
  }
}

interface Rule {
  readonly kind: FacilityKind;
  readonly count: number;
  readonly apartM: number;
  readonly isFit: (house: House) => boolean;
  readonly factsOf: (house: House, random: Random) => Facts;
}

const isHome = ({ use }: House): boolean => use === 'residential';
const address = ({ building }: House): string => String(building.attributes.address);
const inDistricts =
  (...names: string[]) =>
  ({ district }: House) =>
    names.includes(district);

const rules: readonly Rule[] = [
  {
    ...{ kind: 'heatPlant', count: 1, apartM: 0 },
    isFit: (house) => house.use === 'industry' && inDistricts('Werft', 'Osthafen')(house),
    factsOf: () => ({
      name: 'Heizkraftwerk Hafen',
      capacity: 220,
      of: 'megawatts',
      more: { fuel: 'gas', electricPower_MW: 140 },
    }),
  },
  {
    ...{ kind: 'wastewaterPlant', count: 1, apartM: 0 },
    isFit: (house) => house.use === 'industry' && inDistricts('Ölhafen')(house),
    factsOf: () => ({
      name: 'Klärwerk Ölhafen',
      capacity: 240_000,
      of: 'people',
      more: { stages: 3, discharge: 'Ostsee' },
    }),
  },
  {
    ...{ kind: 'careHome', count: 22, apartM: 330 },
    isFit: (house) => isHome(house) && house.storeys >= 3 && house.floorM2 > 900,
    factsOf: (house) => ({
      name: `Seniorenheim ${address(house)}`,
      capacity: Math.round(house.floorM2 / 42),
      of: 'residents',
      more: { needHelp_share: 0.7, emergencyPower_h: 12 },
    }),
  },
  {
    ...{ kind: 'kindergarten', count: 46, apartM: 260 },
    isFit: (house) =>
      house.storeys <= 3 &&
      house.floorM2 > 160 &&
      house.floorM2 < 900 &&
      ['residential', 'mixed', 'retail'].includes(house.use),
    factsOf: (house) => ({
      name: `Kita ${address(house)}`,
      capacity: Math.round(house.floorM2 / 9),
      of: 'children',
    }),
  },
  {
    ...{ kind: 'police', count: 5, apartM: 900 },
    isFit: (house) => house.use === 'office' && house.storeys <= 6 && house.floorM2 > 400,
    factsOf: (house) => ({
      name: `Polizeirevier ${house.district}`,
      capacity: 28,
      of: 'officers',
      more: { operationsCentre: false },
    }),
  },
  {
    ...{ kind: 'waterRescue', count: 2, apartM: 1400 },
    isFit: inDistricts('Strandviertel', 'Hafenviertel', 'Osthafen'),
    factsOf: (house) => ({ name: `Wasserrettung ${house.district}`, capacity: 4, of: 'boats' }),
  },
  {
    ...{ kind: 'shelter', count: 10, apartM: 700 },
    isFit: (house) =>
      ['culture', 'office', 'warehouse', 'retail'].includes(house.use) && house.floorM2 > 1200,
    factsOf: (house) => ({
      name: `Notunterkunft ${address(house)}`,
      capacity: Math.round(house.floorM2 / 12 / 10) * 10,
      of: 'people',
      more: { bedsPrepared: 100, stepFree: true, emergencyPower: house.year > 1990 },
    }),
  },
  {
    ...{ kind: 'heritage', count: 60, apartM: 45 },
    isFit: (house) =>
      house.year < 1790 &&
      inDistricts(
        'Altstadt',
        'St. Marien',
        'Hafenviertel',
        'Fischerviertel',
        'Domviertel',
        'Klosterviertel',
      )(house),
    factsOf: (house) => ({
      name: `Baudenkmal ${address(house)}`,
      capacity: 20,
      of: 'people',
      more: { listedSince: 1974, built: house.year, protection: 'regional' },
    }),
  },
];

/** In a random order, none nearer to another one than the rule says. */
function scatter(houses: readonly House[], { count, apartM }: Rule, random: Random): House[] {
  const order = houses.map((house) => ({ house, at: random.next() })).sort((a, b) => a.at - b.at);
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
