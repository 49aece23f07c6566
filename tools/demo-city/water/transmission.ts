// Transmission mains: a ring along the great roads, a link across the town, and branches to works, tanks and the
// inlets of the districts. Ways are the cheapest along wide streets; what is laid already is used again.

import type { Point } from '../plane.ts';
import { distance } from '../plane.ts';
import type { StreetEdge, StreetGraph } from '../street-graph.ts';
import { findWays, type Ways } from '../street-graph-path.ts';

export interface Transmission {
  /** Lays a main from a crossing to the nearest one that has it; both are marked. */
  readonly reach: (crossing: number) => void;
  /** Cost from the mains laid so far to every crossing. */
  readonly ways: () => Ways;
  /** A node of the model at this crossing, which must lie on a main. */
  readonly mark: (crossing: number) => void;
  /** Mains between marked crossings and branchings; each with its edges in order. */
  readonly chains: () => TransmissionChain[];
}

export interface TransmissionChain {
  readonly from: number;
  readonly to: number;
  readonly edges: readonly number[];
}

const dearness: Readonly<Record<StreetEdge['class'], number>> = {
  arterial: 1,
  quay: 1.3,
  collector: 1.4,
  residential: 2.5,
  lane: 6,
};

/** Great roads with a main, in the plan: a ring on each bank, and links over three bridges. */
const rings: readonly (readonly Point[])[] = [
  [
    { x: 1130, y: 1180 },
    { x: 1130, y: 2520 },
    { x: 1130, y: 3190 },
    { x: 2120, y: 3190 },
    { x: 2120, y: 2520 },
    { x: 2120, y: 1180 },
  ],
  [
    { x: 3700, y: 1180 },
    { x: 3700, y: 2520 },
    { x: 3700, y: 3190 },
    { x: 2240, y: 3190 },
    { x: 2240, y: 2520 },
    { x: 2240, y: 1180 },
  ],
];
const links: readonly (readonly [Point, Point])[] = [
  [
    { x: 1130, y: 2520 },
    { x: 2120, y: 2520 },
  ],
  [
    { x: 2240, y: 2520 },
    { x: 3700, y: 2520 },
  ],
];
const bridges: readonly (readonly [Point, Point])[] = [
  [
    { x: 2120, y: 1180 },
    { x: 2240, y: 1180 },
  ],
  [
    { x: 2120, y: 2520 },
    { x: 2240, y: 2520 },
  ],
  [
    { x: 2120, y: 3190 },
    { x: 2240, y: 3190 },
  ],
];

export function layTransmission(graph: StreetGraph): Transmission {
  const laid = new Set<number>();
  const marks = new Set<number>();
  let isOverRiver = false;
  // A ring must not save its way by going back along what is laid; a branch should.
  let reuse = 1;
  const costOf = (edge: number): number | undefined => {
    const { lengthM, class: kind, bridge } = graph.edges[edge]!;
    if (bridge && !isOverRiver) return undefined;
    return lengthM * dearness[kind] * (laid.has(edge) ? reuse : 1);
  };
  const lay = (starts: Iterable<number>, end: number): void => {
    for (const edge of findWays(graph, starts, costOf).pathTo(end)) laid.add(edge);
    marks.add(end);
  };
  const layBetween = (start: Point, end: Point) => {
    const [first, last] = [nearestCrossing(graph, start), nearestCrossing(graph, end)];
    marks.add(first);
    lay([first], last);
  };
  for (const ring of rings) {
    for (const [index, corner] of ring.entries()) {
      layBetween(corner, ring[(index + 1) % ring.length]!);
    }
  }
  for (const [start, end] of links) layBetween(start, end);
  isOverRiver = true;
  for (const [start, end] of bridges) layBetween(start, end);
  isOverRiver = false;
  reuse = 0.05;

  const onMains = (): Set<number> =>
    new Set([...laid].flatMap((edge) => [graph.edges[edge]!.from, graph.edges[edge]!.to]));
  return {
    reach: (crossing) => lay(onMains(), crossing),
    ways: () => findWays(graph, onMains(), costOf),
    mark: (crossing) => marks.add(crossing),
    chains: () => toChains(graph, laid, marks),
  };
}

export function nearestCrossing(
  { nodes }: StreetGraph,
  plan: Point,
  isWanted: (crossing: number) => boolean = () => true,
): number {
  let best = -1;
  let leastM = Number.POSITIVE_INFINITY;
  for (const [crossing, node] of nodes.entries()) {
    const off = distance(node.plan, plan);
    if (off >= leastM || !isWanted(crossing)) continue;
    best = crossing;
    leastM = off;
  }
  return best;
}

function toChains(
  graph: StreetGraph,
  laid: ReadonlySet<number>,
  marks: ReadonlySet<number>,
): TransmissionChain[] {
  const edgesAt = (crossing: number): number[] =>
    graph.nodes[crossing]!.edges.filter((edge) => laid.has(edge));
  const isNode = (crossing: number): boolean =>
    marks.has(crossing) || edgesAt(crossing).length !== 2;
  const left = new Set(laid);
  const starts = graph.nodes.flatMap((_, crossing) =>
    edgesAt(crossing).length > 0 && isNode(crossing) ? [crossing] : [],
  );
  return starts.flatMap((from) =>
    edgesAt(from).flatMap((first) => {
      if (!left.has(first)) return [];
      const edges: number[] = [];
      let at = from;
      for (let edge: number | undefined = first; edge !== undefined; ) {
        left.delete(edge);
        edges.push(edge);
        const { from: a, to: b }: StreetEdge = graph.edges[edge]!;
        at = a === at ? b : a;
        const here: number = edge;
        edge = isNode(at) ? undefined : edgesAt(at).find((next) => next !== here);
      }
      return [{ from, to: at, edges }];
    }),
  );
}
