// Groups on their ways through point queues: first in, first out at the end of each way (Vickrey 1969). A queue takes no
// room on the road, so it never blocks the way behind it. s; units are vehicles or people, capacities units/s.

import FlatQueue from 'flatqueue';
import type { Roads } from './road-graph.ts';
import type { Ways } from './ways-to.ts';

export interface CapacityRoads extends Roads {
  /** Each way, units/s; 0 or less lets none through. */
  readonly capacityPerS: Float32Array;
}

/** One entry a group that goes together, whole. */
export interface GroupsOnWay {
  readonly node: Uint32Array;
  readonly units: Float32Array;
  readonly leavesS: Float32Array;
  /** Which of the ways it follows; below 0: it stays. */
  readonly ways: Int32Array;
}

export interface RoadQueues {
  /** One entry a group: when its last unit is there; ∞ where it has no way. */
  readonly arrivesS: Float64Array;
  /** When it is first at a node outside or where it goes, whole; ∞ where it never is. */
  readonly outS: Float64Array;
  /** Two entries an edge, from → to first: units in all, the longest wait (s), the most units that waited. */
  readonly units: Float64Array;
  readonly waitS: Float64Array;
  readonly queue: Float64Array;
}

/** Crossings between two words of how far it is. */
const CROSSINGS_A_WORD = 4096;
/** Of equal times the group that comes first in the list is first in the queue. */
const TIE_S = 1e-9;

/** `isOutside`: 1 a node beyond the zone. Yields the share of groups that are there, and gives back the whole. */
export function* queueOnRoads(
  roads: CapacityRoads,
  groups: GroupsOnWay,
  ways: readonly Ways[],
  isOutside: Uint8Array,
): Generator<number, RoadQueues> {
  const count = groups.node.length;
  const arcs = 2 * roads.from.length;
  const found: RoadQueues = {
    ...{ arrivesS: new Float64Array(count).fill(Infinity) },
    ...{ outS: new Float64Array(count).fill(Infinity), units: new Float64Array(arcs) },
    ...{ waitS: new Float64Array(arcs), queue: new Float64Array(arcs) },
  };
  const freeS = new Float64Array(arcs);
  const queue = new FlatQueue<number>();
  const at = Uint32Array.from(groups.node);
  const crossed = new Int32Array(count).fill(-1);
  let there = 0;
  const headOff = (group: number, nowS: number) => {
    const node = at[group]!;
    if (isOutside[node] === 1) found.outS[group] = Math.min(found.outS[group]!, nowS);
    const chosen = ways[groups.ways[group]!]!;
    const way = chosen.way[node]!;
    crossed[group] = way;
    if (way >= 0) queue.push(group, nowS + roads.timeS[way >> 1]! + group * TIE_S);
    else if (chosen.timeS[node] === 0) {
      found.arrivesS[group] = nowS;
      found.outS[group] = Math.min(found.outS[group]!, nowS);
      there++;
    }
  };
  let setOut = 0;
  for (let group = 0; group < count; group++) {
    if (groups.ways[group]! < 0) continue;
    setOut++;
    headOff(group, groups.leavesS[group]!);
  }
  for (let crossings = 1; queue.length > 0; crossings++) {
    const dueS = queue.peekValue() ?? 0;
    const group = queue.pop() ?? 0;
    const endS = dueS - group * TIE_S;
    const way = crossed[group]!;
    const edge = way >> 1;
    const startS = Math.max(endS, freeS[way]!);
    const capacity = roads.capacityPerS[edge]!;
    const waitS = startS - endS;
    found.waitS[way] = Math.max(found.waitS[way]!, waitS);
    found.queue[way] = Math.max(found.queue[way]!, waitS * capacity);
    found.units[way]! += groups.units[group]!;
    const throughS = startS + groups.units[group]! / capacity;
    freeS[way] = throughS;
    at[group] = (way & 1) === 0 ? roads.to[edge]! : roads.from[edge]!;
    headOff(group, throughS);
    if (crossings % CROSSINGS_A_WORD === 0) yield there / Math.max(1, setOut);
  }
  return found;
}
