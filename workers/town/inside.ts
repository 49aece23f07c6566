// Who and what is inside rings: buildings by their middle, people by day and by night, critical sites. For zones of
// smoke, release, blast, fire and evacuation. Degrees, people, m².

import type { RingsDeg, SiteInside } from '#features/fire/contract.ts';
import type { TownFiles } from './client.ts';
import { readCriticalSites } from './critical-sites.ts';
import { readBuildings, type TownBuildings } from './read-buildings.ts';
import type { ReadBytes } from './read-bytes.ts';
import { areaOfRings, createRingTest } from './rings.ts';

export interface Inside {
  readonly areaM2: number;
  readonly buildings: number;
  readonly peopleDay: number;
  readonly peopleNight: number;
  /** Those who need help most first: `siteOrder`. */
  readonly sites: readonly SiteInside[];
}

export interface TownInside {
  /** In all arrays' order of `TownBuildings`; undefined where the city has none. */
  readonly buildings: TownBuildings | undefined;
  readonly sites: readonly SiteInside[];
  /** Even-odd over all rings together. Buildings whose people are not known count with none. */
  inside(rings: RingsDeg): Inside;
  /** Rows of `buildings` (not city-wide indices) whose middle lies inside, ascending. */
  rowsInside(rings: RingsDeg): Uint32Array;
}

export function createTownInside(
  buildings: TownBuildings | undefined,
  sites: readonly SiteInside[],
): TownInside {
  const rowsInside = (rings: RingsDeg): Uint32Array => {
    if (!buildings) return new Uint32Array();
    const { isInside } = createRingTest(rings);
    const { longitudeDeg, latitudeDeg, count } = buildings;
    const rows: number[] = [];
    for (let row = 0; row < count; row++) {
      if (isInside(longitudeDeg[row]!, latitudeDeg[row]!)) rows.push(row);
    }
    return Uint32Array.from(rows);
  };
  return {
    ...{ buildings, sites, rowsInside },
    inside(rings) {
      const rows = rowsInside(rings);
      const { isInside } = createRingTest(rings);
      let peopleDay = 0;
      let peopleNight = 0;
      for (const row of rows) {
        peopleDay += buildings?.peopleDay[row] || 0;
        peopleNight += buildings?.peopleNight[row] || 0;
      }
      return {
        areaM2: areaOfRings(rings),
        buildings: rows.length,
        peopleDay: Math.round(peopleDay),
        peopleNight: Math.round(peopleNight),
        sites: sites.filter(({ at }) => isInside(at[0], at[1])),
      };
    },
  };
}

/** Reads buildings and sites of the open city once; without buildings or collections they are just not counted. */
export async function openTownInside(read: ReadBytes, city: TownFiles): Promise<TownInside> {
  const buildings = await readBuildings(read, city);
  return createTownInside(buildings, await readCriticalSites(read, city, buildings));
}
