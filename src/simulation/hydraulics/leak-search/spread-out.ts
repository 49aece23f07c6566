// A few nodes that lie evenly along the pipes of a network, and for each node the nearest of them. m.

import type { WaterModel } from '../parts.ts';

export interface SpreadNodes {
  /** Indices − 1, ascending. */
  readonly few: Int32Array;
  /** By node index − 1: index − 1 of the nearest of them; −1 where none can be reached. */
  readonly nearest: Int32Array;
}

/** About `count` of `nodes` (indices − 1): one wherever no other lies within a reach that gives so many. */
export function spreadOut(model: WaterModel, nodes: Int32Array, count: number): SpreadNodes {
  const total = model.lengthM.reduce((sum, length) => sum + length, 0);
  const around = neighbours(model);
  let reachM = total / count;
  for (;;) {
    const spread = cover(around, model.nodeIds.length, nodes, reachM);
    if (spread.few.length <= 1.25 * count) return spread;
    reachM *= 1.3;
  }
}

interface Around {
  /** First of each node in `others`, and the end. */
  readonly start: Uint32Array;
  readonly others: Uint32Array;
  readonly lengthM: Float64Array;
}

/** Chooses nodes in order: one that no chosen one reaches becomes one. */
function cover(around: Around, size: number, nodes: Int32Array, reachM: number): SpreadNodes {
  const nearest = new Int32Array(size).fill(-1);
  const way = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const few: number[] = [];
  for (const node of nodes) {
    if (nearest[node] !== -1) continue;
    few.push(node);
    flood(around, node, reachM, nearest, way);
  }
  return { few: Int32Array.from(few).sort(), nearest };
}

function flood(
  { start, others, lengthM }: Around,
  from: number,
  reachM: number,
  nearest: Int32Array,
  way: Float64Array,
): void {
  way[from] = 0;
  nearest[from] = from;
  const open = [from];
  // Label correcting: reaches hold a few dozen nodes, a heap would cost more.
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    for (let at = start[node]!; at < start[node + 1]!; at += 1) {
      const next = others[at]!;
      const length = way[node]! + lengthM[at]!;
      if (length > reachM || length >= way[next]!) continue;
      way[next] = length;
      nearest[next] = from;
      open.push(next);
    }
  }
}

function neighbours({ nodeIds, linkFrom, linkTo, lengthM: lengths }: WaterModel): Around {
  const start = new Uint32Array(nodeIds.length + 1);
  for (const ends of [linkFrom, linkTo]) for (const node of ends) start[node]! += 1;
  for (let node = 0; node < nodeIds.length; node += 1) start[node + 1]! += start[node]!;
  const others = new Uint32Array(2 * linkFrom.length);
  const lengthM = new Float64Array(2 * linkFrom.length);
  const next = start.slice();
  for (let link = 0; link < linkFrom.length; link += 1) {
    const [from, to] = [linkFrom[link]! - 1, linkTo[link]! - 1];
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      others[next[one]!] = other;
      lengthM[next[one]!] = lengths[link]!;
      next[one]! += 1;
    }
  }
  return { start, others, lengthM };
}
