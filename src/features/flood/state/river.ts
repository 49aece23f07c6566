// The river as a breach needs it: high, along the stretch beside the place where the levee goes.

import { newId } from '#store/new-id.ts';
import type { CityWaters, RiverStation } from '../contract/city-waters.ts';
import type { FloodSource, PlaceDeg } from '../contract.ts';
import { nearest } from '../kernel/plane.ts';

/** Farther than this no river is meant. */
const REACH_M = 400;
/** Stations up and down the river that are held: three hundred metres each way of the demo town's. */
const STATIONS = 3;

/** The river at its hundred-year level beside a place; undefined where the city knows of none there. */
export function highRiver(
  waters: CityWaters | undefined,
  place: PlaceDeg | undefined,
  name: string,
): FloodSource | undefined {
  const stations = waters?.stations ?? [];
  const found = place && nearest(stations.map(placeOf), place);
  const station = found && stations[found.at];
  if (!station || found.distanceM > REACH_M) return undefined;
  const held = stations.slice(Math.max(0, found.at - STATIONS), found.at + STATIONS + 1);
  if (held.length < 2) return undefined;
  return {
    ...{ id: newId(), name, kind: 'stage' },
    line: held.map(placeOf),
    level: [[0, station.flood100M]],
  };
}

const placeOf = ({ place }: RiverStation): PlaceDeg => place;
