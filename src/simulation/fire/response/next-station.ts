// Where one more station or a stand-by engine would help most: weight newly reached in time, by candidate. s.

import { findArrivals } from './arrivals.ts';
import type { RoadGraph } from './road-graph.ts';

export interface Candidate {
  readonly node: number;
  /** Weight (people, score …) that is reached within the limit only with this place. */
  readonly gained: number;
  /** Weight × s saved over all it reaches sooner within the limit. */
  readonly savedWeightS: number;
}

/**
 * Candidates, the best first: by weight gained, then by time saved. `firstS`: arrival as it is, s after dispatch, one entry
 * a building; `readyS`: turnout of the new place. Throws `RangeError` for a candidate at no node.
 */
export function rankPlaces(
  graph: RoadGraph,
  buildings: {
    readonly node: Uint32Array;
    readonly accessS: Float32Array;
    readonly weight: Float32Array;
    readonly firstS: Float32Array;
  },
  candidates: Uint32Array,
  limitS: number,
  readyS: number,
  closed?: Uint8Array,
): readonly Candidate[] {
  const { node, accessS, weight, firstS } = buildings;
  return Array.from(candidates, (place): Candidate => {
    const stations = {
      node: Uint32Array.of(place),
      readyS: Float32Array.of(readyS),
      engines: Uint8Array.of(1),
    };
    const { timeS } = findArrivals(graph, stations, 1, closed, limitS);
    let gained = 0;
    let savedWeightS = 0;
    for (let at = 0; at < node.length; at++) {
      const thereS = timeS[node[at]!]! + accessS[at]!;
      if (!(thereS <= limitS) || thereS >= firstS[at]!) continue;
      if (firstS[at]! > limitS) gained += weight[at]!;
      savedWeightS += weight[at]! * (Math.min(firstS[at]!, limitS) - thereS);
    }
    return { node: place, gained, savedWeightS };
  }).sort((a, b) => b.gained - a.gained || b.savedWeightS - a.savedWeightS || a.node - b.node);
}
