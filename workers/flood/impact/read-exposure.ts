// Everything of a package that a flood can touch, read once a city.

import type { ExposureLack } from '#features/flood/contract/impact.ts';
import type { ReadBytes } from '../../town/read-bytes.ts';
import { readFeatures } from '../../town/read-features.ts';
import { readStreets, type TownStreets } from '../../town/read-streets.ts';
import type { FloodCity } from '../protocol.ts';
import type { CityExposure } from './exposure.ts';
import { readBuildings } from './read-buildings.ts';
import { readSites } from './read-sites.ts';

/** Rejects only where the index of the buildings can't be read; whatever else is missing is named in `lacks`. */
export async function readExposure(read: ReadBytes, city: FloodCity): Promise<CityExposure> {
  const collection = (id: string) => readFeatures(read, city.collections[id]);
  const [{ buildings, lacks }, lines, facilities, underpasses, power, entrances, stations] =
    await Promise.all([
      readBuildings(read, city),
      collection('streets'),
      collection('facilities'),
      collection('underpasses'),
      collection('devices-power'),
      collection('underground-entrances'),
      collection('underground-stations'),
    ]);
  const streets = readStreets(lines, buildings);
  const sites = readSites({ facilities, underpasses, power, entrances, stations }, buildings);
  return {
    buildings,
    sites: sites.sites,
    entrances: sites.entrances,
    streets,
    lacks: [
      ...lacks,
      ...(city.buildings && !city.buildings.footprints ? (['footprints'] as const) : []),
      ...sites.lacks,
      ...lacksOf(streets),
    ],
  };
}

function lacksOf({ count, nodes }: TownStreets): readonly ExposureLack[] {
  if (count === 0) return ['streets'];
  return nodes === 0 ? ['street-graph'] : [];
}
