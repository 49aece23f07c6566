// When the nearest stations reach every node: one run from all stations at once keeps the k earliest of each node. s.
// Labels correcting over time buckets (Dinic 1978; Meyer & Sanders 2003): exact for any bucket, no order within one.

import type { RoadGraph } from './road-graph.ts';

export interface Stations {
  readonly node: Uint32Array;
  /** From dispatch to leaving, s: turnout, or the way back to a stand-by place. */
  readonly readyS: Float32Array;
  /** Engines that a station sends, 1 or more. */
  readonly engines: Uint8Array;
  /** From leaving to the node, s, and the other end of the station's road with the same: where it stands between nodes. */
  readonly startS?: Float32Array;
  readonly otherNode?: Uint32Array;
  readonly otherStartS?: Float32Array;
}

export interface Arrivals {
  readonly depth: number;
  readonly stations: Stations;
  /** `depth` entries a node, earliest first: s after dispatch, ∞ where none comes. */
  readonly timeS: Float32Array;
  /** As `timeS`: the station, `NONE` where none comes. */
  readonly station: Uint16Array;
}

export const NONE = 0xffff;
/** A chunk of a bucket's list. */
const CHUNK = 1 << 16;

/**
 * The `depth` earliest stations of every node (fewer where fewer come) within `limitS`. `closed`: 1 an edge that can't be
 * driven. Throws `RangeError` where a station stands at no node, is ready at no time or sends no engine.
 */
export function findArrivals(
  graph: RoadGraph,
  stations: Stations,
  depth: number,
  closed?: Uint8Array,
  limitS = 7200,
): Arrivals {
  check(graph, stations, depth, limitS);
  const { start, head, edge, timeS: arcS, nodeCount } = graph;
  const timeS = new Float32Array(nodeCount * depth).fill(Infinity);
  const station = new Uint16Array(nodeCount * depth).fill(NONE);
  const queue = new BucketQueue(bucketWidthOf(graph), limitS);
  /** Of equal times the first station counts, whatever the order of the run. */
  const isBefore = (atS: number, from: number, place: number) =>
    atS < timeS[place]! || (atS === timeS[place]! && from < station[place]!);
  /** Puts the label in its place among the node's; false where it is no gain. */
  const take = (node: number, from: number, atS: number): boolean => {
    const first = node * depth;
    let place = first + depth - 1;
    if (!isBefore(atS, from, place)) return false;
    for (let at = first; at <= place; at++) {
      if (station[at] !== from) continue;
      if (atS >= timeS[at]!) return false;
      place = at;
    }
    while (place > first && isBefore(atS, from, place - 1)) {
      timeS[place] = timeS[place - 1]!;
      station[place] = station[place - 1]!;
      place--;
    }
    timeS[place] = atS;
    station[place] = from;
    return true;
  };
  const leave = (at: number, node: number, startS: number) => {
    const atS = Math.fround(stations.readyS[at]! + startS);
    if (take(node, at, atS)) queue.push(node, at, atS);
  };
  for (let at = 0; at < stations.node.length; at++) {
    leave(at, stations.node[at]!, stations.startS?.[at] ?? 0);
    if (stations.otherNode)
      leave(at, stations.otherNode[at]!, stations.otherStartS?.[at] ?? Infinity);
  }
  while (queue.pop()) {
    const { node, from, atS } = queue;
    let label = node * depth;
    const end = label + depth;
    while (label < end && station[label] !== from) label++;
    if (label === end || timeS[label]! !== atS) continue;
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
      if (closed !== undefined && closed[edge[arc]!] === 1) continue;
      const arrivesS = Math.fround(atS + arcS[arc]!);
      if (arrivesS <= limitS && take(head[arc]!, from, arrivesS))
        queue.push(head[arc]!, from, arrivesS);
    }
  }
  return { depth, stations, timeS, station };
}

function check(
  graph: RoadGraph,
  { node, readyS, engines, otherNode }: Stations,
  depth: number,
  limitS: number,
) {
  if (!(depth >= 1)) throw new RangeError(`The depth is ${depth}; 1 or more is expected.`);
  if (!(limitS > 0 && limitS < Infinity))
    throw new RangeError(`The limit is ${limitS} s; more than 0 is expected.`);
  if (node.length >= NONE)
    throw new RangeError(`There are ${node.length} stations; fewer than ${NONE} are expected.`);
  for (let at = 0; at < node.length; at++) {
    for (const one of otherNode ? [node[at]!, otherNode[at]!] : [node[at]!])
      if (one >= graph.nodeCount)
        throw new RangeError(
          `Station ${at} stands at node ${one}; 0 to ${graph.nodeCount - 1} is expected.`,
        );
    if (!(readyS[at]! >= 0))
      throw new RangeError(`Station ${at} is ready after ${readyS[at]} s; 0 or more is expected.`);
    if (!(engines[at]! >= 1))
      throw new RangeError(`Station ${at} sends ${engines[at]} engines; 1 or more is expected.`);
  }
}

/** A quarter of the mean arc: narrower visits empty buckets, wider corrects more labels. */
function bucketWidthOf({ timeS }: RoadGraph): number {
  let sum = 0;
  for (let arc = 0; arc < timeS.length; arc++) sum += timeS[arc]!;
  return Math.max(0.05, sum / Math.max(1, timeS.length) / 4);
}

/** Entries by bucket of time, as linked lists over arrays that grow. */
class BucketQueue {
  node = 0;
  from = 0;
  atS = 0;
  readonly #perS: number;
  readonly #first: Int32Array;
  #bucket = 0;
  #used = 0;
  #free = -1;
  #next = new Int32Array(CHUNK);
  #nodes = new Uint32Array(CHUNK);
  #froms = new Uint16Array(CHUNK);
  #times = new Float32Array(CHUNK);

  constructor(widthS: number, limitS: number) {
    this.#perS = 1 / widthS;
    this.#first = new Int32Array(Math.ceil(limitS / widthS) + 2).fill(-1);
  }

  push(node: number, from: number, atS: number): void {
    const bucket = Math.floor(atS * this.#perS);
    if (bucket >= this.#first.length) return;
    let entry = this.#free;
    if (entry >= 0) this.#free = this.#next[entry]!;
    else {
      if (this.#used === this.#next.length) this.#grow();
      entry = this.#used++;
    }
    this.#nodes[entry] = node;
    this.#froms[entry] = from;
    this.#times[entry] = atS;
    this.#next[entry] = this.#first[bucket]!;
    this.#first[bucket] = entry;
  }

  /** Sets `node`, `from` and `atS` to an entry of the earliest bucket; false where none is left. */
  pop(): boolean {
    while (this.#bucket < this.#first.length) {
      const entry = this.#first[this.#bucket]!;
      if (entry >= 0) {
        this.#first[this.#bucket] = this.#next[entry]!;
        this.#next[entry] = this.#free;
        this.#free = entry;
        this.node = this.#nodes[entry]!;
        this.from = this.#froms[entry]!;
        this.atS = this.#times[entry]!;
        return true;
      }
      this.#bucket++;
    }
    return false;
  }

  #grow(): void {
    const more = this.#next.length * 2;
    const copy = <Kind extends { set(from: Kind): void }>(to: Kind, from: Kind): Kind => {
      to.set(from);
      return to;
    };
    this.#next = copy(new Int32Array(more), this.#next);
    this.#nodes = copy(new Uint32Array(more), this.#nodes);
    this.#froms = copy(new Uint16Array(more), this.#froms);
    this.#times = copy(new Float32Array(more), this.#times);
  }
}
