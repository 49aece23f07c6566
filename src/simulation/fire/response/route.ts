// The way of an engine from its station to a door, leg by leg, from times that one run backwards from the door gives. s.

import { findArrivals } from './arrivals.ts';
import type { Doors, EdgeClosures } from './doors.ts';
import type { RoadGraph, Roads } from './road-graph.ts';

/** A part of an edge, driven from one share of it to another. */
export interface Leg {
  readonly edge: number;
  readonly fromShare: number;
  readonly toShare: number;
}

export interface Route {
  /** Of travel, from the station's door to the other. */
  readonly timeS: number;
  readonly legs: readonly Leg[];
}

/** Times of every node to a door. */
export interface WaysTo {
  readonly edge: number;
  readonly share: number;
  /** s by node; ∞ where no way leads. */
  readonly timeS: Float32Array;
  /** s from end to end of the door's own edge; ∞ where it can be reached in no way. */
  readonly roadS: number;
  /** 1 along the line alone, 0 both ways. */
  readonly isOneWay: boolean;
}

/** `back`: the graph turned round. */
export function findWaysTo(
  roads: Roads,
  back: RoadGraph,
  edge: number,
  share: number,
  closures?: EdgeClosures,
): WaysTo {
  const isClosed = closures?.closed[edge] === 1;
  const roadS = isClosed ? (closures?.walkS[edge] ?? Infinity) : roads.timeS[edge]!;
  const isOneWay = !isClosed && roads.isOneWay[edge] === 1;
  const ends = isOneWay ? [roads.from[edge]!] : [roads.from[edge]!, roads.to[edge]!];
  const offsets = [share * roadS, (1 - share) * roadS].slice(0, ends.length);
  const none = new Float32Array(roads.nodeCount).fill(Infinity);
  if (roadS === Infinity) return { edge, share, timeS: none, roadS, isOneWay };
  const sources = {
    node: Uint32Array.from(ends),
    readyS: Float32Array.from(offsets),
    engines: new Uint8Array(ends.length).fill(1),
  };
  const { timeS } = findArrivals(back, sources, 1, closures?.closed);
  return { edge, share, timeS, roadS, isOneWay };
}

/** From the place `at` of `doors`; undefined where no way leads. `graph`: forwards. */
export function routeFrom(
  roads: Roads,
  graph: RoadGraph,
  ways: WaysTo,
  doors: Doors,
  at: number,
  closed?: Uint8Array,
): Route | undefined {
  const edge = doors.edge[at]!;
  const share = doors.share[at]!;
  if (edge < 0) return undefined;
  const direct = alongTheRoad(ways, edge, share);
  const begin = closed?.[edge] === 1 ? undefined : beginOf(roads, ways, edge, share);
  if (!begin) return direct;
  if (direct && direct.timeS <= begin.timeS) return direct;
  const legs = followDown(roads, graph, ways, begin.node, closed);
  return { timeS: begin.timeS, legs: [{ edge, fromShare: share, toShare: begin.end }, ...legs] };
}

/** Station and door on one road. */
function alongTheRoad(ways: WaysTo, edge: number, share: number): Route | undefined {
  if (edge !== ways.edge || ways.roadS === Infinity) return undefined;
  const way = ways.share - share;
  if (ways.isOneWay && way < 0) return undefined;
  const timeS = Math.abs(way) * ways.roadS;
  return { timeS, legs: [{ edge, fromShare: share, toShare: ways.share }] };
}

function beginOf(roads: Roads, { timeS }: WaysTo, edge: number, share: number) {
  const roadS = roads.timeS[edge]!;
  const on = { node: roads.to[edge]!, end: 1, timeS: (1 - share) * roadS };
  const against = { node: roads.from[edge]!, end: 0, timeS: share * roadS };
  const [best] = (roads.isOneWay[edge] === 1 ? [on] : [on, against])
    .map((one) => ({ ...one, timeS: one.timeS + timeS[one.node]! }))
    .sort((a, b) => a.timeS - b.timeS);
  return best && best.timeS < Infinity ? best : undefined;
}

/** Each node's time was set over the arc that is looked for, so that it is met exactly. */
function followDown(
  roads: Roads,
  graph: RoadGraph,
  { edge, share, timeS }: WaysTo,
  start: number,
  closed: Uint8Array | undefined,
): Leg[] {
  const legs: Leg[] = [];
  let node = start;
  for (let steps = 0; steps < graph.nodeCount; steps++) {
    const arc = arcDown(graph, timeS, node, closed);
    if (arc < 0) break;
    const over = graph.edge[arc]!;
    const isForwards = roads.from[over] === node && roads.to[over] === graph.head[arc];
    legs.push({ edge: over, fromShare: isForwards ? 0 : 1, toShare: isForwards ? 1 : 0 });
    node = graph.head[arc]!;
  }
  // A road whose ends are one node is a loop: its nearer end is meant.
  const fromShare = node === roads.from[edge] && (node !== roads.to[edge] || share < 0.5) ? 0 : 1;
  return [...legs, { edge, fromShare, toShare: share }];
}

function arcDown(
  graph: RoadGraph,
  timeS: Float32Array,
  node: number,
  closed: Uint8Array | undefined,
): number {
  for (let arc = graph.start[node]!; arc < graph.start[node + 1]!; arc++) {
    if (closed?.[graph.edge[arc]!] === 1) continue;
    const nextS = timeS[graph.head[arc]!]!;
    if (nextS < timeS[node]! && Math.fround(nextS + graph.timeS[arc]!) === timeS[node]) return arc;
  }
  return -1;
}
