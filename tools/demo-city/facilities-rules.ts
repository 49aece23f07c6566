// Which houses become which facility, and with what capacity: by their landmark's use, or by rule and chance.

import type { Random } from '#model/random.ts';
import type { TownBuilding } from './buildings.ts';
import type { Facility, FacilityKind } from './facilities.ts';
import { plantPlaces } from './networks/plants.ts';
import type { Point } from './plane.ts';

export interface House {
  readonly building: TownBuilding;
  readonly at: Point;
  readonly use: string;
  readonly name: string;
  readonly district: string;
  readonly floorM2: number;
  readonly storeys: number;
  readonly year: number;
}

export interface Facts {
  readonly name?: string;
  readonly capacity: number;
  readonly of: Facility['capacityOf'];
  readonly more?: Facility['more'];
}

export interface Rule {
  readonly kind: FacilityKind;
  /** Where the plan puts it: the nearest house that fits is taken. */
  readonly near?: Point;
  readonly count: number;
  readonly apartM: number;
  readonly isFit: (house: House) => boolean;
  readonly factsOf: (house: House, random: Random) => Facts;
}

/** What a landmark is, by its use. */
export function* landmarkFacts(house: House): Generator<[FacilityKind, Facts]> {
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

const isHome = ({ use }: House): boolean => use === 'residential';
const address = ({ building }: House): string => String(building.attributes.address);
const inDistricts =
  (...names: string[]) =>
  ({ district }: House) =>
    names.includes(district);

export const rules: readonly Rule[] = [
  {
    ...{ kind: 'heatPlant', count: 1, apartM: 0, near: plantPlaces.heatPlant },
    isFit: (house) => house.use === 'industry' || house.use === 'warehouse',
    factsOf: () => ({
      name: 'Heizkraftwerk Hafen',
      capacity: 220,
      of: 'megawatts',
      more: { fuel: 'gas', electricPower_MW: 140 },
    }),
  },
  {
    ...{ kind: 'wastewaterPlant', count: 1, apartM: 0, near: plantPlaces.wastewaterPlant },
    isFit: (house) => house.use === 'industry' || house.use === 'logistics',
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
