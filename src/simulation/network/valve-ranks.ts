// How much a valve parts (WNTR 1.5, `valve_segments` and `valve_segment_attributes`; Jun 2005): valves around its two
// segments, and how much larger the joined segment would be than the larger of the two, by length and by demand.

import type { PreparedNetwork } from './isolate.ts';

/** By valve; 0 where both its sides are one segment. */
export interface ValveRanks {
  /** Other valves at either of its segments. */
  readonly neighbours: Uint32Array;
  readonly length: Float64Array;
  readonly demand: Float64Array;
}

export function rankNeighbours({ network, segments }: PreparedNetwork): ValveRanks {
  const { valves, links, nodes } = network;
  const lengthM = new Float64Array(segments.count);
  const demand = new Float64Array(segments.count);
  for (const [link, segment] of segments.ofLink.entries())
    lengthM[segment]! += links.lengthM[link]!;
  for (const [node, segment] of segments.ofNode.entries()) demand[segment]! += nodes.demand[node]!;
  const count = valves.ids.length;
  const ranks = {
    neighbours: new Uint32Array(count),
    length: new Float64Array(count),
    demand: new Float64Array(count),
  };
  for (let valve = 0; valve < count; valve++) {
    const a = segments.ofLink[valves.link[valve]!]!;
    const b = segments.ofNode[valves.node[valve]!]!;
    if (a === b) continue;
    const around = new Set([...valvesAt(segments, a), ...valvesAt(segments, b)]);
    ranks.neighbours[valve] = around.size - 1;
    ranks.length[valve] = growth(lengthM[a]!, lengthM[b]!);
    ranks.demand[valve] = growth(demand[a]!, demand[b]!);
  }
  return ranks;
}

const valvesAt = ({ valveStart, valves }: PreparedNetwork['segments'], segment: number) =>
  valves.subarray(valveStart[segment], valveStart[segment + 1]);

const growth = (a: number, b: number): number =>
  Math.max(a, b) > 0 ? (a + b) / Math.max(a, b) - 1 : 0;
