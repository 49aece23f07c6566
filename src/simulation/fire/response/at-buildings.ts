// First, second and full-alarm arrival at every building, and how far each road is reached. s after dispatch.

import { type Arrivals, NONE, type Stations } from './arrivals.ts';
import type { RoadGraph } from './road-graph.ts';

export interface BuildingArrivals {
  /** s after dispatch; ∞ where the roads don't lead. */
  readonly firstS: Float32Array;
  readonly secondS: Float32Array;
  /** When `fullAlarmEngines` are there; ∞ too where the depth of the run is too small for them. */
  readonly fullAlarmS: Float32Array;
  /** As above, without the time until the engine leaves. */
  readonly firstTravelS: Float32Array;
  readonly fullAlarmTravelS: Float32Array;
  readonly firstStation: Uint16Array;
}

/**
 * `node` and `accessS` (from the road to the door, s): one entry a building. Engines of one station come together.
 * Throws `RangeError` for a building at a node that isn't there.
 */
export function arriveAtBuildings(
  arrivals: Arrivals,
  node: Uint32Array,
  accessS: Float32Array,
  fullAlarmEngines: number,
): BuildingArrivals {
  const count = node.length;
  const late = () => new Float32Array(count).fill(Infinity);
  const found: BuildingArrivals = {
    ...{ firstS: late(), secondS: late(), fullAlarmS: late() },
    ...{ firstTravelS: late(), fullAlarmTravelS: late() },
    firstStation: new Uint16Array(count).fill(NONE),
  };
  const { depth, stations, timeS } = arrivals;
  const nodeCount = timeS.length / depth;
  const tally = { found, stations };
  for (let at = 0; at < count; at++) {
    if (node[at]! >= nodeCount)
      throw new RangeError(
        `Building ${at} is at node ${node[at]}; 0 to ${nodeCount - 1} is expected.`,
      );
    const first = node[at]! * depth;
    tallyEngines(tally, at, arrivals, first, first + depth, accessS[at]!, fullAlarmEngines);
  }
  return found;
}

/** What stays the same from building to building. */
export interface EngineTally {
  readonly found: BuildingArrivals;
  readonly stations: Pick<Stations, 'readyS' | 'engines'>;
}

/** Counts engines as they come to building `at`: the labels from `first` to before `end`, earliest first, each `laterS` later. */
export function tallyEngines(
  { found, stations }: EngineTally,
  at: number,
  { timeS, station }: Pick<Arrivals, 'timeS' | 'station'>,
  first: number,
  end: number,
  laterS: number,
  fullAlarmEngines: number,
): void {
  let engines = 0;
  let travelS = 0;
  for (let label = first; label < end && engines < fullAlarmEngines; label++) {
    const from = station[label]!;
    if (from === NONE) break;
    const thereS = timeS[label]! + laterS;
    const drivenS = thereS - stations.readyS[from]!;
    travelS = Math.max(travelS, drivenS);
    const before = engines;
    engines += stations.engines[from]!;
    if (before === 0) {
      found.firstS[at] = thereS;
      found.firstTravelS[at] = drivenS;
      found.firstStation[at] = from;
    }
    if (before < 2 && engines >= 2) found.secondS[at] = thereS;
    if (engines >= fullAlarmEngines) {
      found.fullAlarmS[at] = thereS;
      found.fullAlarmTravelS[at] = travelS;
    }
  }
}

/**
 * Isochrones by colour of the road: band of each edge's later end, by rising `limitsS`; `limitsS.length` is beyond all.
 * Where the ends lie in two bands, `share` of the way from the earlier end still lies in the earlier band.
 */
export function isochroneBands(
  graph: RoadGraph,
  arrivals: Arrivals,
  limitsS: readonly number[],
  closed?: Uint8Array,
): { readonly band: Uint8Array; readonly earlierBand: Uint8Array; readonly share: Float32Array } {
  const beyond = limitsS.length;
  const band = new Uint8Array(graph.edgeCount).fill(beyond);
  const earlierBand = new Uint8Array(graph.edgeCount).fill(beyond);
  const share = new Float32Array(graph.edgeCount);
  const bandOf = (timeS: number) => {
    const found = limitsS.findIndex((limit) => timeS <= limit);
    return found < 0 ? beyond : found;
  };
  for (let tail = 0; tail < graph.nodeCount; tail++) {
    const fromS = arrivals.timeS[tail * arrivals.depth]!;
    for (let arc = graph.start[tail]!; arc < graph.start[tail + 1]!; arc++) {
      const edge = graph.edge[arc]!;
      const toS = arrivals.timeS[graph.head[arc]! * arrivals.depth]!;
      if (closed?.[edge] === 1 || toS < fromS) continue;
      earlierBand[edge] = bandOf(fromS);
      band[edge] = bandOf(toS);
      const limit = limitsS[earlierBand[edge]!];
      share[edge] =
        limit === undefined ? 0 : Math.min(1, Math.max(0, (limit - fromS) / graph.timeS[arc]!));
    }
  }
  return { band, earlierBand, share };
}
