// Buildings of a package with what decides how a flood touches them: use, people, ground floor, sill.

import type { ExposureLack } from '#features/flood/contract/impact.ts';
import { readBuildings as readTownBuildings } from '../../town/read-buildings.ts';
import type { ReadBytes } from '../../town/read-bytes.ts';
import type { FloodCity } from '../protocol.ts';
import type { ExposedBuildings } from './exposure.ts';

/** CityGML, `building:levels:underground` of OpenStreetMap, and usual spellings. */
const basementNames = [
  ...['storeysBelowGround', 'storeys_below_ground', 'storiesBelowGround'],
  ...['building:levels:underground', 'levels_underground', 'basementStoreys'],
] as const;
const sillNames = ['sill_m', 'floodSill_m', 'groundFloorHeight_m'] as const;

export async function readBuildings(
  read: ReadBytes,
  city: FloodCity,
): Promise<{ readonly buildings: ExposedBuildings; readonly lacks: readonly ExposureLack[] }> {
  const town = await readTownBuildings(read, city);
  if (!town) return { buildings: noBuildings, lacks: ['buildings'] };
  const { count, use, uses, storeys, floorAreaM2, peopleDay, peopleNight } = town;
  const isAnyKnown = (values: Float32Array) => values.some((value) => !Number.isNaN(value));
  const lacks: ExposureLack[] = [];
  if (use.every((one) => uses[one] === '')) lacks.push('use');
  if (!isAnyKnown(peopleNight) && !isAnyKnown(peopleDay)) lacks.push('people');
  if (!isAnyKnown(floorAreaM2)) lacks.push('floor-area');
  const basementStoreys = await town.numbers(...basementNames);
  const hasBasements = basementStoreys !== undefined && isAnyKnown(basementStoreys);
  if (!hasBasements) lacks.push('basements');
  const buildings = {
    ...town,
    ...(hasBasements && { basementStoreys }),
    peopleDay: peopleDay.map(orNone),
    peopleNight: peopleNight.map(orNone),
    areaM2: floorAreaM2.map((area, at) => orNone(area) / Math.max(1, orNone(storeys[at]!))),
    sillM: (await town.numbers(...sillNames)) ?? new Float32Array(count).fill(Number.NaN),
  };
  return { buildings, lacks };
}

const orNone = (value: number) => (Number.isNaN(value) ? 0 : value);

const noBuildings: ExposedBuildings = {
  ...{ count: 0, cityCount: 0, ids: [], byId: new Map(), names: [], uses: [''] },
  ...{
    index: new Uint32Array(),
    longitudeDeg: new Float64Array(),
    latitudeDeg: new Float64Array(),
  },
  ...{ radiusM: new Float32Array(), use: new Uint16Array(), areaM2: new Float32Array() },
  ...{ peopleDay: new Float32Array(), peopleNight: new Float32Array(), sillM: new Float32Array() },
};
