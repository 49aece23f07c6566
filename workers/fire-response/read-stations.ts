// Fire stations among a city's facilities, with their engines and crew.

import type { StationAtWork } from '#features/fire/contract/response.ts';
import type { PlaceDeg } from '#features/fire/contract.ts';
import type { Doors } from '#simulation/fire/response/doors.ts';
import { nfpa1710 } from '#simulation/fire/response/standards.ts';
import type { TownBuildings } from '../town/read-buildings.ts';
import { numberOf, type ReadFeature, textOf } from '../town/read-features.ts';

export interface TownStation extends StationAtWork {
  readonly edge: number;
  readonly share: number;
  /** From dispatch to leaving. */
  readonly turnoutS: number;
  /** Where the city doesn't say, a station counts with one engine. */
  readonly areEnginesKnown: boolean;
}

const kinds: ReadonlySet<string> = new Set(['fireStation', 'fire_station', 'fire station']);
const MOST_ENGINES = 255;

export function readStations(
  facilities: readonly ReadFeature[],
  buildings: TownBuildings,
  doors: Doors,
  placeOn: (at: PlaceDeg) => { readonly edge: number; readonly share: number },
): readonly TownStation[] {
  return facilities
    .filter(({ properties }) => kinds.has(textOf(properties.kind)))
    .map(({ id, properties, points }) => {
      const at: PlaceDeg = [points[0] ?? 0, points[1] ?? 0];
      const building = buildings.byId.get(textOf(properties.building));
      const hasDoor = building !== undefined && doors.edge[building]! >= 0;
      const place = hasDoor
        ? { edge: doors.edge[building]!, share: doors.share[building]! }
        : placeOn(at);
      const engines = enginesOf(properties);
      const turnoutS = numberOf(properties.turnout_s);
      return {
        ...{ id, name: textOf(properties.name) || id, at, ...place },
        engines: engines > 0 ? Math.min(MOST_ENGINES, Math.round(engines)) : 1,
        areEnginesKnown: engines > 0,
        crew: numberOf(properties.crew),
        turnoutS: turnoutS > 0 ? turnoutS : nfpa1710.turnoutS,
        ...{ isAdded: false, isClosed: false },
      };
    });
}

function enginesOf(properties: ReadFeature['properties']): number {
  const said = numberOf(properties.engines);
  return properties.capacityOf === 'engines' && Number.isNaN(said)
    ? numberOf(properties.capacity)
    : said;
}
