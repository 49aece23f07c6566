// The quickest way from every node to the nearest of some places, as the way that is taken at each node. s.

import { findArrivals } from './arrivals.ts';
import { createRoadGraph, type Roads } from './road-graph.ts';

export interface Ways {
  /** From each node to the place, s; ∞ where no way leads there. */
  readonly timeS: Float32Array;
  /** Of each node: edge × 2, + 1 where it is driven to → from; −1 at a place and where there is no way. */
  readonly way: Int32Array;
}

/** Farther away (s) nobody goes. */
const LONGEST_S = 86_400;
/** Shorter edges would be lost in the 32 bits of a time of hours, and a way could turn in a circle. */
export const LEAST_EDGE_S = 0.01;

/**
 * `blocked`: 1 an edge that can't be driven. Throws `RangeError` where an edge takes less than 0.01 s or a place is no node.
 */
export function findWaysTo(roads: Roads, places: Uint32Array, blocked: Uint8Array): Ways {
  const short = roads.timeS.findIndex((timeS) => !(timeS >= LEAST_EDGE_S));
  if (short >= 0)
    throw new RangeError(
      `Edge ${short} takes ${roads.timeS[short]} s; ${LEAST_EDGE_S} s or more is expected.`,
    );
  const sources = {
    node: places,
    readyS: new Float32Array(places.length),
    engines: new Uint8Array(places.length).fill(1),
  };
  const { timeS } = findArrivals(createRoadGraph(roads, true), sources, 1, blocked, LONGEST_S);
  const way = new Int32Array(roads.nodeCount).fill(-1);
  // Every label but a place's was set over a road whose far end lies that much nearer.
  const offer = (tail: number, head: number, edge: number, flag: number) => {
    if (timeS[tail] === 0 || timeS[head] === Infinity || way[tail]! >= 0) return;
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
