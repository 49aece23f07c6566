// Clearance of a zone by road: groups go to the nearest shelter with room, round closed roads, through point queues.
// s, vehicles, vehicles/s. Queues first in, first out at the end of an edge (Vickrey 1969): they take no room on the road,
// so a queue never blocks the edge behind it.

import { NONE } from './arrivals.ts';
import { type CapacityRoads, queueOnRoads, type RoadQueues } from './road-queues.ts';
import { findWaysTo, type Ways } from './ways-to.ts';

/** Capacities in vehicles/s. */
export type EvacuationRoads = CapacityRoads;

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
  const ways = Array.from(shelters.node, (node) =>
    findWaysTo(roads, Uint32Array.of(node), blocked),
  );
  const shelter = chooseShelters(groups, shelters, ways);
  const onWay = {
    ...{ node: groups.node, units: groups.vehicles, leavesS: groups.leavesS },
    ways: Int32Array.from(shelter, (one) => (one === NONE ? -1 : one)),
  };
  const { arrivesS, waitS } = runThrough(
    queueOnRoads(roads, onWay, ways, new Uint8Array(roads.nodeCount)),
  );
  let clearanceS = 0;
  let strandedVehicles = 0;
  arrivesS.forEach((thereS, group) => {
    if (thereS === Infinity) strandedVehicles += groups.vehicles[group]!;
    else clearanceS = Math.max(clearanceS, thereS);
  });
  const longestS = new Float64Array(roads.from.length);
  longestS.forEach((_, edge) => {
    longestS[edge] = Math.max(waitS[2 * edge]!, waitS[2 * edge + 1]!);
  });
  return { clearanceS, arrivesS, shelter, strandedVehicles, waitS: longestS };
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

function runThrough(steps: Generator<number, RoadQueues>): RoadQueues {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function chooseShelters(groups: Groups, shelters: Shelters, ways: readonly Ways[]): Uint16Array {
  const room = Float64Array.from(shelters.vehicles);
  return Uint16Array.from(groups.node, (node, group) => {
    let best = NONE;
    let bestS = Infinity;
    ways.forEach(({ timeS }, at) => {
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
