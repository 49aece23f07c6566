// Clearance of a zone by road: groups go to the nearest shelter with room, round closed roads, through point queues.
// s, vehicles, vehicles/s. Queues first in, first out at the end of an edge (Vickrey 1969): they take no room on the road,
// so a queue never blocks the edge behind it.

import FlatQueue from 'flatqueue';
import { findArrivals, NONE } from './arrivals.ts';
import { createRoadGraph, type RoadGraph, type Roads } from './road-graph.ts';

export interface EvacuationRoads extends Roads {
  /** Each way, vehicles/s; 0 or less lets none through. */
  readonly capacityPerS: Float32Array;
}

/** One entry a group that leaves together, whole. */
export interface Groups {
  readonly node: Uint32Array;
  readonly vehicles: Float32Array;
  readonly leavesS: Float32Array;
}

export interface Shelters {
  readonly node: Uint32Array;
  readonly vehicles: Float32Array;
}

export interface Evacuation {
  /** When the last vehicle of those that get through is in; 0 where none is. */
  readonly clearanceS: number;
  /** One entry a group: when its last vehicle is in, ∞ where no shelter with room can be reached; and which. */
  readonly arrivesS: Float64Array;
  readonly shelter: Uint16Array;
  /** Vehicles without a shelter. */
  readonly strandedVehicles: number;
  /** One entry an edge: the longest that a group waited at its end, s. */
  readonly waitS: Float64Array;
}

/**
 * `closed`: 1 an edge in a hazard. Groups choose in their order; a group isn't split. Throws `RangeError` where arrays differ
 * in length or a shelter or group stands at no node.
 */
export function evacuate(
  roads: EvacuationRoads,
  groups: Groups,
  shelters: Shelters,
  closed?: Uint8Array,
): Evacuation {
  check(roads, groups, shelters);
  const shut = roads.from.map((_, at) =>
    Number(closed?.[at] === 1 || !(roads.capacityPerS[at]! > 0)),
  );
  const blocked = Uint8Array.from(shut);
  const back = createRoadGraph(roads, true);
  const trees = Array.from(shelters.node, (node) => findWay(roads, back, node, blocked));
  const shelter = chooseShelters(groups, shelters, trees);
  const edges = roads.from.length;
  const freeS = new Float64Array(2 * edges);
  const waitS = new Float64Array(edges);
  const arrivesS = new Float64Array(groups.node.length).fill(Infinity);
  // Equal times: the group that comes first in the list is first in the queue.
  const queue = new FlatQueue<number>();
  const at = Uint32Array.from(groups.node);
  const crossed = new Int32Array(groups.node.length).fill(-1);
  const tie = 1e-9;
  const headOff = (group: number, nowS: number) => {
    const tree = trees[shelter[group]!]!;
    const way = tree.way[at[group]!]!;
    crossed[group] = way;
    if (way < 0) arrivesS[group] = nowS;
    else queue.push(group, nowS + roads.timeS[way >> 1]! + group * tie);
  };
  for (let group = 0; group < groups.node.length; group++)
    if (shelter[group] !== NONE) headOff(group, groups.leavesS[group]!);
  while (queue.length > 0) {
    const dueS = queue.peekValue() ?? 0;
    const group = queue.pop() ?? 0;
    const endS = dueS - group * tie;
    const way = crossed[group]!;
    const edge = way >> 1;
    const startS = Math.max(endS, freeS[way]!);
    waitS[edge] = Math.max(waitS[edge]!, startS - endS);
    const throughS = startS + groups.vehicles[group]! / roads.capacityPerS[edge]!;
    freeS[way] = throughS;
    at[group] = (way & 1) === 0 ? roads.to[edge]! : roads.from[edge]!;
    headOff(group, throughS);
  }
  let clearanceS = 0;
  let strandedVehicles = 0;
  arrivesS.forEach((thereS, group) => {
    if (thereS === Infinity) strandedVehicles += groups.vehicles[group]!;
    else clearanceS = Math.max(clearanceS, thereS);
  });
  return { clearanceS, arrivesS, shelter, strandedVehicles, waitS };
}

/** Both ways of the edges given to from → to, or, with `isBackwards`, to → from: twice the capacity, no way against. */
export function withContraflow(
  roads: EvacuationRoads,
  edges: Iterable<number>,
  isBackwards = false,
): EvacuationRoads {
  const from = roads.from.slice();
  const to = roads.to.slice();
  const isOneWay = roads.isOneWay.slice();
  const capacityPerS = roads.capacityPerS.slice();
  for (const edge of edges) {
    if (!(edge >= 0 && edge < from.length))
      throw new RangeError(`Contraflow names edge ${edge}; 0 to ${from.length - 1} is expected.`);
    if (isOneWay[edge] === 0) capacityPerS[edge]! *= 2;
    isOneWay[edge] = 1;
    if (isBackwards) {
      from[edge] = roads.to[edge]!;
      to[edge] = roads.from[edge]!;
    }
  }
  return { ...roads, from, to, isOneWay, capacityPerS };
}

interface Tree {
  readonly timeS: Float32Array;
  /** Of each node: edge × 2, + 1 where it is driven to → from; −1 at the shelter and where there is no way. */
  readonly way: Int32Array;
}

function findWay(roads: EvacuationRoads, back: RoadGraph, node: number, blocked: Uint8Array): Tree {
  const source = {
    node: Uint32Array.of(node),
    readyS: Float32Array.of(0),
    engines: Uint8Array.of(1),
  };
  const { timeS } = findArrivals(back, source, 1, blocked, 86_400);
  const way = new Int32Array(roads.nodeCount).fill(-1);
  // Every label but the source's was set over a road whose far end lies that much nearer.
  const offer = (tail: number, head: number, edge: number, flag: number) => {
    if (tail === node || timeS[head] === Infinity || way[tail]! >= 0) return;
    if (Math.fround(timeS[head]! + roads.timeS[edge]!) === timeS[tail]!)
      way[tail] = 2 * edge + flag;
  };
  for (let edge = 0; edge < roads.from.length; edge++) {
    if (blocked[edge] === 1) continue;
    offer(roads.from[edge]!, roads.to[edge]!, edge, 0);
    if (roads.isOneWay[edge] === 0) offer(roads.to[edge]!, roads.from[edge]!, edge, 1);
  }
  return { timeS, way };
}

function chooseShelters(groups: Groups, shelters: Shelters, trees: readonly Tree[]): Uint16Array {
  const room = Float64Array.from(shelters.vehicles);
  return Uint16Array.from(groups.node, (node, group) => {
    let best = NONE;
    let bestS = Infinity;
    trees.forEach(({ timeS }, at) => {
      if (timeS[node]! < bestS && room[at]! >= groups.vehicles[group]!) {
        best = at;
        bestS = timeS[node]!;
      }
    });
    if (best !== NONE) room[best]! -= groups.vehicles[group]!;
    return best;
  });
}

function check(roads: EvacuationRoads, groups: Groups, shelters: Shelters): void {
  if (roads.capacityPerS.length !== roads.from.length)
    throw new RangeError(
      `There are ${roads.capacityPerS.length} capacities; ${roads.from.length} edges are expected.`,
    );
  // Shorter ones would be lost in the 32 bits of a time of hours, and a way could turn in a circle.
  const short = roads.timeS.findIndex((timeS) => !(timeS >= 0.01));
  if (short >= 0)
    throw new RangeError(
      `Edge ${short} takes ${roads.timeS[short]} s; 0.01 s or more is expected.`,
    );
  for (const [what, { node }] of [
    ['Group', groups],
    ['Shelter', shelters],
  ] as const)
    node.forEach((one, at) => {
      if (one >= roads.nodeCount)
        throw new RangeError(
          `${what} ${at} stands at node ${one}; 0 to ${roads.nodeCount - 1} is expected.`,
        );
    });
}
