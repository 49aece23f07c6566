// Streets as roads for those who leave, by car and on foot: times, capacities, and what a hazard lets through. s, m.
// Out of a hazard one may go, into it nobody; what lies in the zone is taken only where it leads out sooner.

import type { RingsDeg } from '#features/fire/contract.ts';
import type { EvacuationRoads } from '#simulation/fire/response/evacuate.ts';
import type { TownStreets } from '../town/read-streets.ts';
import { createRingTest } from '../town/rings.ts';
import type { ClosedStreet } from './protocol.ts';

export const modes = ['car', 'foot'] as const;
export type Mode = (typeof modes)[number];

/** Vehicles an hour and lane through a street's end at signals and junctions: planning figures after HCM, not measured. */
const perLaneHour: Readonly<Record<string, number>> = {
  ...{ motorway: 1800, trunk: 1400, arterial: 1000, primary: 1000, secondary: 900 },
  ...{ collector: 800, tertiary: 800, residential: 600, quay: 600, lane: 300 },
};
const USUAL_PER_LANE_HOUR = 600;
/** Of the speed limit, for junctions and care. */
const FREE_SHARE = 0.75;
/** Crowds walk 1.2 m/s where there is room, and 1.32 people/s pass a metre of width at most (SFPE). */
const WALK_MS = 1.2;
const PEOPLE_PER_S_M = 1.32;
/** Width that people have on both pavements together (m). */
const WALK_WIDTH_M = 3;
/** A way inside a hazard or the zone counts as this many times as long as outside. */
const HAZARD_COST = 4;
const ZONE_COST = 2;
const LEAST_EDGE_S = 0.1;
/** Between places along a street that are looked at (m). */
const LOOK_M = 15;

/** Edges of the graph: streets that say which nodes they join. */
export interface StreetGraph {
  /** Street of each edge, and edge of each street; −1: none. */
  readonly street: Int32Array;
  readonly edgeOf: Int32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly nodeCount: number;
  /** Of each node, deg. */
  readonly longitudeDeg: Float64Array;
  readonly latitudeDeg: Float64Array;
}

export function graphOf({ count, from, to, nodes, lines }: TownStreets): StreetGraph {
  const street = Int32Array.from(
    [...Array(count).keys()].filter((at) => from[at]! >= 0 && to[at]! >= 0),
  );
  const edgeOf = new Int32Array(count).fill(-1);
  const longitudeDeg = new Float64Array(nodes);
  const latitudeDeg = new Float64Array(nodes);
  street.forEach((at, edge) => {
    edgeOf[at] = edge;
    const first = lines.offsets[at]!;
    const last = lines.offsets[at + 1]! - 1;
    for (const [node, point] of [
      [from[at]!, first],
      [to[at]!, last],
    ] as const) {
      longitudeDeg[node] = lines.longitudeDeg[point]!;
      latitudeDeg[node] = lines.latitudeDeg[point]!;
    }
  });
  return {
    ...{ street, edgeOf, nodeCount: nodes, longitudeDeg, latitudeDeg },
    from: Uint32Array.from(street, (at) => from[at]!),
    to: Uint32Array.from(street, (at) => to[at]!),
  };
}

/** What lies where: 1 a node or an edge inside. */
export interface Where {
  readonly isInHazard: (longitudeDeg: number, latitudeDeg: number) => boolean;
  readonly hazardNode: Uint8Array;
  readonly zoneNode: Uint8Array;
  readonly hazardEdge: Uint8Array;
  readonly zoneEdge: Uint8Array;
}

export function whereOf(
  { lines }: TownStreets,
  graph: StreetGraph,
  hazards: readonly RingsDeg[],
  zone: RingsDeg,
): Where {
  const hazardTests = hazards.map((rings) => createRingTest(rings));
  const zoneTest = createRingTest(zone);
  const inHazard = (x: number, y: number) => hazardTests.some((test) => test.isInside(x, y));
  const nodes = (isIn: (x: number, y: number) => boolean) =>
    Uint8Array.from(graph.longitudeDeg, (x, node) => Number(isIn(x, graph.latitudeDeg[node]!)));
  const edges = (isIn: (x: number, y: number) => boolean) =>
    Uint8Array.from(graph.street, (street) => Number(touches(lines, street, isIn)));
  return {
    isInHazard: inHazard,
    hazardNode: nodes(inHazard),
    zoneNode: nodes(zoneTest.isInside),
    hazardEdge: edges(inHazard),
    zoneEdge: edges(zoneTest.isInside),
  };
}

function touches(
  lines: TownStreets['lines'],
  street: number,
  isIn: (x: number, y: number) => boolean,
): boolean {
  for (const { longitudeDeg, latitudeDeg } of placesAlong(lines, street))
    if (isIn(longitudeDeg, latitudeDeg)) return true;
  return false;
}

/** Which ends of its street a door leads to without going into a hazard; both where it lies in one itself. */
export function endsFromDoor(
  { lines }: TownStreets,
  street: number,
  doorM: number,
  { isInHazard }: Where,
): { readonly from: boolean; readonly to: boolean } {
  const places = [...placesAlong(lines, street)];
  const away = ({ alongM }: (typeof places)[number]) => Math.abs(alongM - doorM);
  const [door] = [...places].sort((a, b) => away(a) - away(b));
  if (!door || isInHazard(door.longitudeDeg, door.latitudeDeg)) return { from: true, to: true };
  const hit = places.filter((one) => isInHazard(one.longitudeDeg, one.latitudeDeg));
  return {
    from: !hit.some(({ alongM }) => alongM <= door.alongM),
    to: !hit.some(({ alongM }) => alongM >= door.alongM),
  };
}

function* placesAlong(
  { offsets, longitudeDeg, latitudeDeg }: TownStreets['lines'],
  street: number,
): Generator<{
  readonly alongM: number;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
}> {
  let fromM = 0;
  for (let point = offsets[street]!; point + 1 < offsets[street + 1]!; point++) {
    const x = longitudeDeg[point]!;
    const y = latitudeDeg[point]!;
    const alongX = longitudeDeg[point + 1]! - x;
    const alongY = latitudeDeg[point + 1]! - y;
    const lengthM = Math.hypot(alongX * Math.cos((y * Math.PI) / 180), alongY) * 111_195;
    const steps = Math.max(1, Math.ceil(lengthM / LOOK_M));
    for (let step = 0; step <= steps; step++)
      yield {
        alongM: fromM + (lengthM * step) / steps,
        longitudeDeg: x + (alongX * step) / steps,
        latitudeDeg: y + (alongY * step) / steps,
      };
    fromM += lengthM;
  }
}

/** Roads of one mode without any hazard: m and what the city says of them. */
export function roadsOf(streets: TownStreets, graph: StreetGraph, mode: Mode): EvacuationRoads {
  const isCar = mode === 'car';
  const speedMs = (street: number) =>
    isCar ? (streets.limitKmh[street]! / 3.6) * FREE_SHARE : WALK_MS;
  return {
    nodeCount: graph.nodeCount,
    from: graph.from,
    to: graph.to,
    timeS: Float32Array.from(graph.street, (street) =>
      Math.max(LEAST_EDGE_S, streets.lengthM[street]! / speedMs(street)),
    ),
    isOneWay: Uint8Array.from(graph.street, (street) => (isCar ? streets.isOneWay[street]! : 0)),
    capacityPerS: Float32Array.from(graph.street, (street) =>
      isCar ? carsPerS(streets, street) : WALK_WIDTH_M * PEOPLE_PER_S_M,
    ),
  };
}

/** Lanes of a way: a street of one lane for both ways gives each half of it. */
export const lanesEachWay = ({ lanes, isOneWay }: TownStreets, street: number): number =>
  (lanes[street]! > 0 ? lanes[street]! : 2 - isOneWay[street]!) / (2 - isOneWay[street]!);

function carsPerS(streets: TownStreets, street: number): number {
  const perHour = perLaneHour[streets.classes[street] ?? ''] ?? USUAL_PER_LANE_HOUR;
  return (perHour * lanesEachWay(streets, street)) / 3600;
}

/** What may be driven where hazards are, and what it counts when a way is chosen. */
export interface OpenRoads {
  readonly roads: EvacuationRoads;
  /** As `roads`, with costs in the place of times. */
  readonly costs: EvacuationRoads;
  /** 1 an edge that nobody takes. */
  readonly blocked: Uint8Array;
}

export function openRoads(
  roads: EvacuationRoads,
  where: Where,
  graph: StreetGraph,
  closed: readonly ClosedStreet[],
  streets: TownStreets,
): OpenRoads {
  const from = roads.from.slice();
  const to = roads.to.slice();
  const isOneWay = roads.isOneWay.slice();
  const blocked = Uint8Array.from(roads.capacityPerS, (capacity) => Number(!(capacity > 0)));
  const { hazardNode, hazardEdge, zoneEdge } = where;
  for (let edge = 0; edge < from.length; edge++) {
    if (hazardEdge[edge] === 0) continue;
    const isFromIn = hazardNode[from[edge]!] === 1;
    const isToIn = hazardNode[to[edge]!] === 1;
    if (isFromIn && isToIn) continue;
    // Both ends outside: it leads through.
    if (isFromIn === isToIn) blocked[edge] = 1;
    else if (isToIn && isOneWay[edge] === 1) blocked[edge] = 1;
    else if (isToIn) {
      from[edge] = roads.to[edge]!;
      to[edge] = roads.from[edge]!;
    }
    isOneWay[edge] = 1;
  }
  const edgeById = new Map(streets.lines.ids.map((id, street) => [id, graph.edgeOf[street]!]));
  for (const { id, source } of closed) {
    const edge = edgeById.get(id) ?? -1;
    // What the fire closes inside a hazard is the hazard itself: people there still get out.
    if (edge >= 0 && !(source === 'fire' && hazardEdge[edge] === 1)) blocked[edge] = 1;
  }
  const open = { ...roads, from, to, isOneWay };
  const factor = (edge: number) =>
    hazardEdge[edge] === 1 ? HAZARD_COST : zoneEdge[edge] === 1 ? ZONE_COST : 1;
  const timeS = open.timeS.map((one, edge) => one * factor(edge));
  return { roads: open, costs: { ...open, timeS }, blocked };
}
