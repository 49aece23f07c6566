// Roads as arcs in compressed rows, s; what is closed when, by sets of edges with time windows.

/** One entry an edge. */
export interface Roads {
  readonly nodeCount: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Travel time of an engine, s, more than 0. */
  readonly timeS: Float32Array;
  /** 1 where only from → to may be driven. */
  readonly isOneWay: Uint8Array;
}

export interface RoadGraph {
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Arcs of node n: start[n] … start[n + 1]. */
  readonly start: Uint32Array;
  /** One entry an arc: where it leads, the edge it is of, and s. */
  readonly head: Uint32Array;
  readonly edge: Uint32Array;
  readonly timeS: Float32Array;
}

/**
 * Arcs of the roads, or, with `isReversed`, each turned round: from there times count towards the source. Throws
 * `RangeError` where an edge joins a node that isn't there or takes no time.
 */
export function createRoadGraph(roads: Roads, isReversed = false): RoadGraph {
  const { nodeCount, timeS, isOneWay } = roads;
  const [from, to] = isReversed ? [roads.to, roads.from] : [roads.from, roads.to];
  const start = new Uint32Array(nodeCount + 1);
  for (let at = 0; at < from.length; at++) {
    for (const node of [from[at]!, to[at]!])
      if (node >= nodeCount)
        throw new RangeError(`Edge ${at} joins node ${node}; 0 to ${nodeCount - 1} is expected.`);
    if (!(timeS[at]! > 0 && timeS[at]! < Infinity))
      throw new RangeError(`Edge ${at} takes ${timeS[at]} s; more than 0 is expected.`);
    start[from[at]! + 1]! += 1;
    if (isOneWay[at] === 0) start[to[at]! + 1]! += 1;
  }
  for (let node = 0; node < nodeCount; node++) start[node + 1]! += start[node]!;
  const arcs = start[nodeCount]!;
  const graph = {
    nodeCount,
    edgeCount: from.length,
    start,
    head: new Uint32Array(arcs),
    edge: new Uint32Array(arcs),
    timeS: new Float32Array(arcs),
  };
  const next = start.slice();
  const add = (tail: number, head: number, edge: number) => {
    const arc = next[tail]!++;
    graph.head[arc] = head;
    graph.edge[arc] = edge;
    graph.timeS[arc] = timeS[edge]!;
  };
  for (let at = 0; at < from.length; at++) {
    add(from[at]!, to[at]!, at);
    if (isOneWay[at] === 0) add(to[at]!, from[at]!, at);
  }
  return graph;
}

export interface Closure {
  readonly cause: 'flood' | 'fire' | 'works';
  readonly edges: Uint32Array;
  /** Closed from … to, s; the end is open again. */
  readonly fromS: number;
  readonly toS: number;
}

/** 1 for each edge that is closed at `timeS`. Throws `RangeError` where a closure names an edge that isn't there. */
export function closedAt(
  closures: readonly Closure[],
  edgeCount: number,
  timeS: number,
): Uint8Array {
  const closed = new Uint8Array(edgeCount);
  for (const { cause, edges, fromS, toS } of closures) {
    if (timeS < fromS || timeS >= toS) continue;
    for (const edge of edges) {
      if (edge >= edgeCount)
        throw new RangeError(
          `A closure by ${cause} names edge ${edge}; 0 to ${edgeCount - 1} is expected.`,
        );
      closed[edge] = 1;
    }
  }
  return closed;
}
