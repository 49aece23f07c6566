// Where one more station or a stand-by engine would help most: weight newly reached in time, by candidate. s.

import { findArrivals } from './arrivals.ts';
import type { Doors, EdgeClosures } from './doors.ts';
import type { RoadGraph, Roads } from './road-graph.ts';

export interface Candidate {
  readonly node: number;
  /** Weight (people, score …) that is reached within the limit only with this place. */
  readonly gained: number;
  /** Weight × s saved over all it reaches sooner within the limit. */
  readonly savedWeightS: number;
}

/** One entry a building. */
export interface ReachedBuildings {
  readonly doors: Doors;
  readonly weight: Float32Array;
  /** Arrival as it is, s after dispatch. */
  readonly firstS: Float32Array;
}

/**
 * Candidates, the best first: by weight gained, then by time saved. `readyS`: from dispatch to leaving of the new place.
 * Throws `RangeError` for a candidate at no node.
 */
export function rankPlaces(
  roads: Roads,
  graph: RoadGraph,
  buildings: ReachedBuildings,
  candidates: Uint32Array,
  limitS: number,
  readyS: number,
  closures?: EdgeClosures,
): readonly Candidate[] {
  return Array.from(candidates, (place) =>
    measurePlace(roads, graph, buildings, place, limitS, readyS, closures),
  ).sort(isBetter);
}

export const isBetter = (a: Candidate, b: Candidate): number =>
  b.gained - a.gained || b.savedWeightS - a.savedWeightS || a.node - b.node;

/** One candidate, for who takes turns between them. */
export function measurePlace(
  roads: Roads,
  graph: RoadGraph,
  { doors, weight, firstS }: ReachedBuildings,
  place: number,
  limitS: number,
  readyS: number,
  closures?: EdgeClosures,
): Candidate {
  const stations = {
    node: Uint32Array.of(place),
    readyS: Float32Array.of(readyS),
    engines: Uint8Array.of(1),
  };
  const { timeS } = findArrivals(graph, stations, 1, closures?.closed, limitS);
  let gained = 0;
  let savedWeightS = 0;
  for (let at = 0; at < weight.length; at++) {
    const edge = doors.edge[at]!;
    if (edge < 0) continue;
    const isClosed = closures?.closed[edge] === 1;
    const roadS = isClosed ? (closures?.walkS[edge] ?? Infinity) : roads.timeS[edge]!;
    if (roadS === Infinity) continue;
    const share = doors.share[at]!;
    let thereS = timeS[roads.from[edge]!]! + share * roadS;
    if (isClosed || roads.isOneWay[edge] === 0)
      thereS = Math.min(thereS, timeS[roads.to[edge]!]! + (1 - share) * roadS);
    if (!(thereS <= limitS) || thereS >= firstS[at]!) continue;
    if (firstS[at]! > limitS) gained += weight[at]!;
    savedWeightS += weight[at]! * (Math.min(firstS[at]!, limitS) - thereS);
  }
  return { node: place, gained, savedWeightS };
}
