// Where rain water leaves the town: through quay walls and levees into the river, over the beach and through
// the harbour's edge into the sea. Places in the plan, levels in m above the vertical datum.

import { groundLevel } from '../landscape.ts';
import { greatRoads } from '../plan.ts';
import { between, distance, type Point } from '../plane.ts';
import { site } from '../site.ts';
import type { StreetGraph } from '../street-graph.ts';
import { leveeEnd, normalLevel } from '../water-levels.ts';

export interface OutfallSite {
  /** Crossing where the last reach begins. */
  readonly crossing: number;
  /** Edge of the water. */
  readonly end: Point;
  /** The pipe's inside may not lie lower: mean water and a hand's breadth. */
  readonly leastInvertM: number;
  readonly water: 'river' | 'sea' | 'harbour';
  readonly bank: 'quay wall' | 'levee' | 'beach';
}

const overWaterM = 0.15;

export function findOutfalls(graph: StreetGraph): OutfallSite[] {
  return [
    ...riverOutfalls(graph, 'x2120'),
    ...riverOutfalls(graph, 'x2240'),
    ...beachOutfalls(graph),
    ...harbourOutfalls(graph),
  ];
}

const roadOf = (id: string): number => greatRoads.findIndex((road) => road.id === id);

/** Crossings along a great road in the order of a coordinate, at least `apartM` from each other. */
function along(
  graph: StreetGraph,
  road: string,
  key: (plan: Point) => number,
  apartM: number,
): number[] {
  const street = roadOf(road);
  const nodes = new Set(
    graph.edges.flatMap((edge) => (edge.street === street ? [edge.from, edge.to] : [])),
  );
  const sorted = [...nodes].sort((a, b) => key(graph.nodes[a]!.plan) - key(graph.nodes[b]!.plan));
  const chosen: number[] = [];
  for (const node of sorted) {
    const last = chosen.at(-1);
    const isApart =
      last === undefined || distance(graph.nodes[node]!.plan, graph.nodes[last]!.plan) >= apartM;
    if (isApart && graph.nodes[node]!.edges.length >= 3) chosen.push(node);
  }
  return chosen;
}

function riverOutfalls(graph: StreetGraph, road: string): OutfallSite[] {
  const isBridge = (node: number) =>
    graph.nodes[node]!.edges.some((edge) => graph.edges[edge]!.bridge !== undefined);
  return along(graph, road, ({ y }) => y, 210)
    .filter((node) => !isBridge(node) && graph.nodes[node]!.plan.y < site.shore - 120)
    .map((crossing) => bankOf(graph, crossing));
}

function beachOutfalls(graph: StreetGraph): OutfallSite[] {
  return along(graph, 'y3540', ({ x }) => x, 260)
    .filter((node) => graph.nodes[node]!.plan.x < site.river.x - 160)
    .map((crossing) => bankOf(graph, crossing));
}

/** Straight from a crossing on a quay, a levee or the promenade to the water. */
export function bankOf(graph: StreetGraph, crossing: number): OutfallSite {
  const { x, y } = graph.nodes[crossing]!.plan;
  if (y > site.shore - 70) {
    const leastInvertM = normalLevel(site.shore) + overWaterM;
    const end = downTo({ x, y: 3550 }, { x, y: site.shore + 20 }, leastInvertM + 0.2);
    return { crossing, end, leastInvertM, water: 'sea', bank: 'beach' };
  }
  const side = x < site.river.x ? -1 : 1;
  const isLevee = y < leveeEnd.north;
  const end = { x: site.river.x + side * (site.river.halfWidth - (isLevee ? 0 : 0.3)), y };
  return {
    crossing,
    end,
    leastInvertM: normalLevel(y) + overWaterM,
    water: 'river',
    bank: isLevee ? 'levee' : 'quay wall',
  };
}

/** Dead ends at the harbour's edge and at the basin of the yard. */
function harbourOutfalls(graph: StreetGraph): OutfallSite[] {
  const { dock, river, shore } = site;
  const edgeOf = ({ x, y }: Point): number | undefined => {
    if (x < river.x + 120) return undefined;
    const isAtDock = x > dock.west + 15 && x < dock.east - 15;
    if (isAtDock) return y > dock.south - 60 && y < dock.south ? dock.south : undefined;
    return y > shore - 90 ? shore : undefined;
  };
  const chosen: OutfallSite[] = [];
  const byEast = graph.nodes
    .map(({ plan, edges }, crossing) => ({ plan, crossing, ways: edges.length }))
    .filter(({ ways }) => ways < 3)
    .sort((a, b) => a.plan.x - b.plan.x);
  for (const { plan, crossing } of byEast) {
    const edge = edgeOf(plan);
    if (edge === undefined) continue;
    const isApart = chosen.every(
      ({ crossing: other }) => distance(graph.nodes[other]!.plan, plan) > 170,
    );
    if (!isApart) continue;
    chosen.push({
      crossing,
      end: { x: plan.x, y: edge + 0.3 },
      leastInvertM: normalLevel(shore) + overWaterM,
      water: 'harbour',
      bank: 'quay wall',
    });
  }
  return chosen;
}

/** The first place on the way where the ground is down to a level. */
function downTo(from: Point, to: Point, levelM: number): Point {
  const steps = 200;
  for (let step = 0; step <= steps; step++) {
    const at = between(from, to, step / steps);
    if (groundLevel(at) <= levelM) return at;
  }
  return to;
}
