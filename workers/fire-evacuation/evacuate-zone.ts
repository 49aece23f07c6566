// An evacuation from its request to its result, step by step, so that it can be told how far it is, and stopped.

import type { EvacuationRequest, EvacuationResult } from '#features/fire/contract/evacuation.ts';
import type { RingsDeg } from '#features/fire/contract.ts';
import { queueOnRoads, type RoadQueues } from '#simulation/fire/response/road-queues.ts';
import { findWaysTo, type Ways } from '#simulation/fire/response/ways-to.ts';
import { createRingTest } from '../town/rings.ts';
import { turnOutwards } from './contraflow.ts';
import { type Chosen, chooseShelters, type Group, groupsOf } from './groups.ts';
import type { ClosedStreet } from './protocol.ts';
import {
  graphOf,
  type Mode,
  type OpenRoads,
  openRoads,
  roadsOf,
  type StreetGraph,
  whereOf,
} from './roads.ts';
import { toResult } from './to-result.ts';
import type { EvacuationTown, Shelter } from './town.ts';

export interface Step {
  readonly step: 'ways' | 'driving';
  /** 0 … 1 of all of it. */
  readonly share: number;
}

/** Seconds after the order. The clock of `elapsedMs` is the caller's. */
export function* evacuateZone(
  town: EvacuationTown,
  request: EvacuationRequest,
  zone: RingsDeg,
  closed: readonly ClosedStreet[],
): Generator<Step, EvacuationResult> {
  const { streets, inside } = town;
  const graph = graphOf(streets);
  const where = whereOf(streets, graph, request.hazards, zone);
  yield { step: 'ways', share: 0.05 };
  const zoneTest = createRingTest(zone);
  const shelters = town.shelters.filter(
    ({ id, at, street }) =>
      !request.closedShelters.includes(id) &&
      !zoneTest.isInside(at[0], at[1]) &&
      (graph.edgeOf[street] ?? -1) >= 0,
  );
  const openFor = (mode: Mode, turned: Float64Array | undefined): OpenRoads => {
    const roads = roadsOf(streets, graph, mode);
    const used =
      turned && mode === 'car'
        ? turnOutwards(roads, streets, graph, request.contraflow, turned)
        : roads;
    return openRoads(used, where, graph, closed, streets);
  };
  const ways: Record<Mode, readonly Ways[]> = { car: [], foot: [] };
  let car = openFor('car', undefined);
  ways.car = waysTo(car, graph, shelters, where.zoneNode);
  yield { step: 'ways', share: 0.2 };
  if (request.contraflow.length > 0) {
    car = openFor('car', nearestOf(ways.car, graph.nodeCount));
    ways.car = waysTo(car, graph, shelters, where.zoneNode);
    yield { step: 'ways', share: 0.35 };
  }
  const open = { car, foot: openFor('foot', undefined) };
  ways.foot = waysTo(open.foot, graph, shelters, where.zoneNode);
  yield { step: 'ways', share: 0.5 };
  const rows = inside.rowsInside(zone);
  const people =
    (request.occupancy === 'day' ? inside.buildings?.peopleDay : inside.buildings?.peopleNight) ??
    new Float32Array();
  const groups = groupsOf(town, graph, rows, people, request, where, {
    car: { open: open.car, nearestS: nearestOf(ways.car, graph.nodeCount) },
    foot: { open: open.foot, nearestS: nearestOf(ways.foot, graph.nodeCount) },
  });
  const chosen = chooseShelters(
    groups,
    ways,
    shelters.map(({ capacity }) => capacity),
  );
  yield { step: 'driving', share: 0.6 };
  const isOutside = where.zoneNode.map((isIn) => 1 - isIn);
  const members = {
    car: [...groups.keys()].filter((at) => groups[at]!.mode === 'car'),
    foot: [...groups.keys()].filter((at) => groups[at]!.mode === 'foot'),
  };
  const queues = {
    car: yield* drive(open.car, groups, members.car, chosen, ways.car, isOutside, 0.6),
    foot: yield* drive(open.foot, groups, members.foot, chosen, ways.foot, isOutside, 0.8),
  };
  return toResult({
    ...{ town, graph, request, zone, rows, groups, shelters, chosen, open, members, queues },
  });
}

/** To each shelter, and last to the nearest place beyond the zone. */
function waysTo(
  { costs, blocked }: OpenRoads,
  graph: StreetGraph,
  shelters: readonly Shelter[],
  zoneNode: Uint8Array,
): readonly Ways[] {
  const beyond = Uint32Array.from([...zoneNode.keys()].filter((node) => zoneNode[node] === 0));
  return [
    ...shelters.map(({ street }) => {
      const edge = graph.edgeOf[street]!;
      const ends = Uint32Array.of(graph.from[edge]!, graph.to[edge]!);
      const outside = ends.filter((node) => zoneNode[node] === 0);
      return findWaysTo(costs, outside.length > 0 ? outside : ends, blocked);
    }),
    findWaysTo(costs, beyond, blocked),
  ];
}

function nearestOf(ways: readonly Ways[], nodes: number): Float64Array {
  // Beyond is nearer than any shelter, so what leads out at all comes after what leads to one.
  const shelters = ways.slice(0, -1);
  const beyond = ways[ways.length - 1]!;
  return Float64Array.from({ length: nodes }, (_, node) => {
    let leastS = Infinity;
    for (const { timeS } of shelters) leastS = Math.min(leastS, timeS[node]!);
    return leastS < Infinity ? leastS : beyond.timeS[node]! + FAR_S;
  });
}
/** Longer than any way to a shelter. */
const FAR_S = 1e6;

function* drive(
  { roads }: OpenRoads,
  groups: readonly Group[],
  members: readonly number[],
  { place }: Chosen,
  ways: readonly Ways[],
  isOutside: Uint8Array,
  fromShare: number,
): Generator<Step, RoadQueues> {
  const own = members.map((at) => groups[at]!);
  const steps = queueOnRoads(
    roads,
    {
      node: Uint32Array.from(own, ({ node }) => Math.max(0, node)),
      units: Float32Array.from(own, ({ units }) => units),
      leavesS: Float32Array.from(own, ({ leavesS }) => leavesS),
      ways: Int32Array.from(members, (at) => place[at]!),
    },
    ways,
    isOutside,
  );
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { step: 'driving', share: fromShare + 0.2 * step.value };
  }
}
