// When engines are where: every building, every point of the streets, the standards over all of them.

import type { CoverFrame } from '#features/fire/contract/response.ts';
import { findArrivals, NONE } from '#simulation/fire/response/arrivals.ts';
import type { BuildingArrivals } from '#simulation/fire/response/at-buildings.ts';
import { arriveAtDoors, type Doors, placeStations } from '#simulation/fire/response/doors.ts';
import { START_STOP_S } from '#simulation/fire/response/engine-speed.ts';
import { type ClosedRoads, closeRoads } from './closures.ts';
import type { ResponseWish } from './protocol.ts';
import type { RoadTown } from './road-town.ts';
import { standardRows } from './standard-rows.ts';
import {
  FULL_ALARM_ENGINES,
  HIGH_RISE_ENGINES,
  type StationsNow,
  stationsNow,
} from './stations-at-work.ts';
import type { StreetPoints } from './street-points.ts';

export interface Cover {
  readonly frame: CoverFrame;
  /** One entry a building. */
  readonly arrivals: BuildingArrivals;
  readonly closed: ClosedRoads;
  readonly stations: StationsNow;
}

export function findCover(
  town: RoadTown,
  points: StreetPoints,
  wish: ResponseWish,
  now: () => number,
): Cover {
  const startMs = now();
  const closed = closeRoads(town, wish);
  const stations = stationsNow(town, wish);
  const { roads, graph } = town;
  const placed = placeStations(roads, stations.at, closed.closed);
  const found = findArrivals(graph, placed, stations.depth, closed.closed);
  const at = (doors: Doors, engines: number | Uint8Array) =>
    arriveAtDoors(roads, found, stations.at, doors, engines, closed);
  const needed = town.isHighRise.map((tall) =>
    tall === 1 ? HIGH_RISE_ENGINES : FULL_ALARM_ENGINES,
  );
  const arrivals = withoutTurnout(at(town.doors, needed));
  const alongStreets = at(points.doors, 1);
  const { buildings } = town;
  const cityWide = (of: Float32Array) => {
    const all = new Float32Array(buildings.cityCount).fill(Number.NaN);
    buildings.index.forEach((index, building) => {
      all[index] = of[building]!;
    });
    return all;
  };
  const firstStation = new Uint16Array(buildings.cityCount).fill(NONE);
  buildings.index.forEach((index, building) => {
    firstStation[index] = positionOf(stations, arrivals.firstStation[building]!);
  });
  const frame: CoverFrame = {
    atMs: wish.atMs,
    firstS: cityWide(arrivals.firstS),
    secondS: cityWide(arrivals.secondS),
    fullS: cityWide(arrivals.fullAlarmS),
    firstStation,
    stations: stations.listed,
    streets: {
      offsets: points.offsets.slice(),
      longitudeDeg: points.longitudeDeg.slice(),
      latitudeDeg: points.latitudeDeg.slice(),
      arriveS: alongStreets.firstS,
    },
    closed: closed.bySource,
    unreached: arrivals.firstStation.reduce((sum, one) => sum + Number(one === NONE), 0),
    standards: standardRows(town, points, arrivals, alongStreets.firstStation, stations),
    elapsedMs: now() - startMs,
  };
  return { frame, arrivals, closed, stations };
}

/** Getting up to speed is part of NFPA's travel time. */
function withoutTurnout(found: BuildingArrivals): BuildingArrivals {
  const add = (travelS: Float32Array) => travelS.map((timeS) => timeS + START_STOP_S);
  return {
    ...found,
    firstTravelS: add(found.firstTravelS),
    fullAlarmTravelS: add(found.fullAlarmTravelS),
  };
}

/** Among all that are listed. */
function positionOf({ sending, listed }: StationsNow, station: number): number {
  const one = sending[station];
  return one === undefined ? NONE : listed.indexOf(one);
}
