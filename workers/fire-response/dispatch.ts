// What is sent to a building: which engine is there when, and the way it takes.

import type { Dispatch } from '#features/fire/contract/response.ts';
import type { BuildingRef, PlaceDeg } from '#features/fire/contract.ts';
import { distanceM } from '#model/near-plane.ts';
import {
  LEAST_ENGINE_MS,
  MOST_ENGINE_MS,
  START_STOP_S,
} from '#simulation/fire/response/engine-speed.ts';
import { findWaysTo, type Leg, routeFrom } from '#simulation/fire/response/route.ts';
import { nfpa1710 } from '#simulation/fire/response/standards.ts';
import { closeRoads } from './closures.ts';
import type { ResponseWish } from './protocol.ts';
import type { RoadTown } from './road-town.ts';
import { FULL_ALARM_ENGINES, HIGH_RISE_ENGINES, stationsNow } from './stations-at-work.ts';
import type { StreetPoints } from './street-points.ts';

/** Engines beyond the full alarm that are listed: what else could come. */
const MORE_ENGINES = 4;

/** Crews come this near to what they fight behind their own water. */
const APPROACH_M = 200;

/**
 * `building`: position among the buildings. Where the heat of the fire shuts every way to it, engines come through the
 * streets beside it all the same, and it is said.
 */
export function findDispatch(
  town: RoadTown,
  points: StreetPoints,
  wish: ResponseWish,
  building: number,
): Dispatch {
  const found = dispatchBy(town, points, wish, building);
  const isHot = wish.closures.some(({ source }) => source === 'fire');
  if (found.engines.length > 0 || !isHot) return found;
  const near = dispatchBy(town, points, approaching(town, points, wish, building), building);
  return near.engines.length > 0 ? { ...near, isThroughHeat: true } : found;
}

function dispatchBy(
  town: RoadTown,
  points: StreetPoints,
  wish: ResponseWish,
  building: number,
): Dispatch {
  const closed = closeRoads(town, wish);
  const stations = stationsNow(town, wish);
  const { roads, graph, back, doors, lengthM } = town;
  const edge = doors.edge[building]!;
  const needed = town.isHighRise[building] === 1 ? HIGH_RISE_ENGINES : FULL_ALARM_ENGINES;
  const ways = edge < 0 ? undefined : findWaysTo(roads, back, edge, doors.share[building]!, closed);
  const found = stations.sending
    .flatMap((station, at) => {
      const route = ways && routeFrom(roads, graph, ways, stations.at, at, closed.closed);
      if (!route) return [];
      const arriveS = stations.at.readyS[at]! + route.timeS;
      return [{ station, arriveS, legs: route.legs }];
    })
    .sort((a, b) => a.arriveS - b.arriveS);
  const engines = found.flatMap(({ station, arriveS, legs }) => {
    const line = lineOf(points, legs);
    const distanceM = legs.reduce(
      (sum, leg) => sum + Math.abs(leg.toShare - leg.fromShare) * lengthM[leg.edge]!,
      0,
    );
    return Array.from({ length: station.engines }, (_, own) => ({
      ...{ id: `${station.id}/${own + 1}`, name: `${station.name} ${own + 1}` },
      ...{ station: station.id, stationName: station.name, arriveS, distanceM, line },
    }));
  });
  return {
    building: refOf(town, building),
    atMs: wish.atMs,
    engines: engines.slice(0, needed + MORE_ENGINES).map((engine, at) => ({
      ...engine,
      role: at === 0 ? 'first' : at === 1 ? 'second' : at < needed ? 'full' : 'more',
    })),
    fullAlarm: needed,
    closed: closed.streets,
    speeds,
  };
}

function approaching(
  { buildings, edgeById }: RoadTown,
  { offsets, longitudeDeg, latitudeDeg }: StreetPoints,
  wish: ResponseWish,
  building: number,
): ResponseWish {
  const at = [buildings.longitudeDeg[building]!, buildings.latitudeDeg[building]!] as const;
  const isNear = (id: string): boolean => {
    const edge = edgeById.get(id) ?? -1;
    if (edge < 0) return false;
    for (let point = offsets[edge]!; point < offsets[edge + 1]!; point++) {
      const place = [longitudeDeg[point]!, latitudeDeg[point]!] as const;
      if (distanceM(place, at) <= APPROACH_M) return true;
    }
    return false;
  };
  const closures = wish.closures.map((one) =>
    one.source === 'fire' ? { ...one, streets: one.streets.filter(({ id }) => !isNear(id)) } : one,
  );
  return { ...wish, closures };
}

const kmh = (speedMs: number) => Math.round(speedMs * 3.6);

const speeds: Dispatch['speeds'] = {
  en: `Turnout ${nfpa1710.turnoutS} s (NFPA 1710) and ${START_STOP_S} s to get up to speed (RAND/ISO: T = 0.65 + 1.7 D), then the speed limit of each street, at least ${kmh(LEAST_ENGINE_MS)} and at most ${kmh(MOST_ENGINE_MS)} km/h; no traffic.`,
  zh: `出动 ${nfpa1710.turnoutS} 秒（NFPA 1710），起步减速 ${START_STOP_S} 秒（RAND/ISO：T = 0.65 + 1.7 D），其后按各道路限速行驶，不低于 ${kmh(LEAST_ENGINE_MS)}、不高于 ${kmh(MOST_ENGINE_MS)} km/h；不计交通拥堵。`,
};

export function refOf({ buildings }: RoadTown, building: number): BuildingRef {
  const id = buildings.ids[building] ?? '';
  return {
    ...{ id, index: buildings.index[building]! },
    name: buildings.names[building] || buildings.addresses[building] || id,
    at: [buildings.longitudeDeg[building]!, buildings.latitudeDeg[building]!],
  };
}

function lineOf(points: StreetPoints, legs: readonly Leg[]): PlaceDeg[] {
  const line: PlaceDeg[] = [];
  for (const leg of legs) {
    for (const place of partOf(points, leg)) {
      const last = line.at(-1);
      if (last?.[0] !== place[0] || last[1] !== place[1]) line.push(place);
    }
  }
  return line;
}

/** The points of a street between two shares of it, its cut ends put in. */
function partOf({ offsets, longitudeDeg, latitudeDeg, doors }: StreetPoints, leg: Leg): PlaceDeg[] {
  const first = offsets[leg.edge]!;
  const last = offsets[leg.edge + 1]! - 1;
  const low = Math.min(leg.fromShare, leg.toShare);
  const high = Math.max(leg.fromShare, leg.toShare);
  const at = (share: number): PlaceDeg => {
    let next = first + 1;
    while (next < last && doors.share[next]! < share) next++;
    const span = doors.share[next]! - doors.share[next - 1]! || 1;
    const part = Math.min(1, Math.max(0, (share - doors.share[next - 1]!) / span));
    const between = (of: Float64Array) => of[next - 1]! + part * (of[next]! - of[next - 1]!);
    return [between(longitudeDeg), between(latitudeDeg)];
  };
  if (last <= first) return [];
  const places = [at(low)];
  for (let point = first; point <= last; point++) {
    const share = doors.share[point]!;
    if (share > low && share < high) places.push([longitudeDeg[point]!, latitudeDeg[point]!]);
  }
  places.push(at(high));
  return leg.fromShare > leg.toShare ? places.reverse() : places;
}
