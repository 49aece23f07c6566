// The gas network before it is drawn: high pressure from the gate stations to the town's regulators, medium
// pressure under the great roads, low pressure inside the districts, each fed by regulators of its own.

import type { NetworkRuns } from '../corridor.ts';
import { distance, type Point } from '../plane.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import type { Town } from '../town.ts';
import { growForest, waysFrom } from './forest.ts';
import { heatLoadKw, isOnDistrictHeat, simultaneous, sumByEdge } from './loads.ts';
import { nearestCrossing, plantPlaces } from './plants.ts';
import { growPressureTree } from './pressure-tree.ts';
import { isGreatRoad } from './quarters.ts';

export type GasLevel = 'high' | 'medium' | 'low';

export interface GasRun {
  readonly edge: number;
  readonly level: GasLevel;
  readonly innerM: number;
  readonly loadKw: number;
}

/** A part of the low-pressure network that hangs together, and where it is fed. */
export interface GasDistrict {
  readonly edges: readonly number[];
  /** Edges whose end at a crossing on a great road is fed through a regulator. */
  readonly feeds: readonly { readonly edge: number; readonly crossing: number }[];
}

export interface GasDraft {
  readonly graph: StreetGraph;
  readonly gates: readonly number[];
  /** Crossings where high pressure becomes medium. */
  readonly regulators: readonly number[];
  readonly runs: readonly GasRun[];
  readonly districts: readonly GasDistrict[];
  /** Crossings that medium pressure passes. */
  readonly medium: ReadonlySet<number>;
  readonly networks: readonly NetworkRuns[];
}

const gatePlaces: readonly Point[] = [
  { x: 1130, y: 40 },
  { x: 3700, y: 40 },
];
const regulatorPlaces: readonly Point[] = [
  { x: 1130, y: 1180 },
  { x: 560, y: 2100 },
  { x: 1640, y: 1660 },
  { x: 1130, y: 2520 },
  { x: 2750, y: 1180 },
  { x: 3700, y: 1180 },
  { x: 3700, y: 2100 },
  { x: 4300, y: 2520 },
  { x: 3190, y: 2520 },
  plantPlaces.heatPlant,
];
/** A second feed for a district larger than this. */
const housesPerFeed = 420;

export function draftGas(
  town: Town,
  graph: StreetGraph,
  accesses: readonly BuildingAccess[],
): GasDraft {
  const onGas = town.buildings.map((building) => !isOnDistrictHeat(building));
  const houses = new Map<number, number>();
  for (const [index, { edge }] of accesses.entries()) {
    if (onGas[index]) houses.set(edge, (houses.get(edge) ?? 0) + 1);
  }
  const loads = sumByEdge(
    town.buildings,
    (index) => accesses[index]!.edge,
    (building) => (isOnDistrictHeat(building) ? 0 : heatLoadKw(building)),
  );
  const loadOf = (edge: number) => loads.get(edge) ?? 0;
  const served = [...houses.keys()].sort((a, b) => a - b);
  const isRoad = graph.edges.map((edge) => isGreatRoad(edge) && !edge.bridge);

  const low = districtsOf(
    graph,
    served.filter((edge) => !isRoad[edge]),
    houses,
    isRoad,
  );
  const needed = [
    ...served.filter((edge) => isRoad[edge]),
    ...low.flatMap(({ feeds }) =>
      feeds.flatMap(({ crossing }) =>
        graph.nodes[crossing]!.edges.filter((edge) => isRoad[edge]).slice(0, 1),
      ),
    ),
  ];
  const regulators = regulatorPlaces.map((plan) => nearestRoad(graph, plan, isRoad));
  const onRoads = (edge: number) =>
    isRoad[edge] ? graph.edges[edge]!.lengthM : Number.POSITIVE_INFINITY;
  const perFeed = new Map<number, number>();
  for (const { edges, feeds } of low) {
    const sum = edges.reduce((total, edge) => total + loadOf(edge), 0);
    for (const { crossing } of feeds) {
      const [road] = graph.nodes[crossing]!.edges.filter((edge) => isRoad[edge]);
      if (road !== undefined) perFeed.set(road, (perFeed.get(road) ?? 0) + sum / feeds.length);
    }
  }
  const medium = growPressureTree(
    graph,
    regulators,
    needed,
    onRoads,
    (edge) => (isRoad[edge] ? loadOf(edge) : 0) + (perFeed.get(edge) ?? 0),
  );
  const passed = new Set(
    medium.edges.flatMap((edge) => [graph.edges[edge]!.from, graph.edges[edge]!.to]),
  );
  const used = regulators.filter((node) => passed.has(node));

  const gates = gatePlaces.map((plan) => nearestRoad(graph, plan, isRoad));
  const fromGates = growForest(graph, gates, onRoads);
  const high = [...waysFrom(graph, fromGates, used)].sort((a, b) => a - b);

  const runs: GasRun[] = [
    ...high.map((edge): GasRun => ({ edge, level: 'high', innerM: 0.25, loadKw: 0 })),
    ...medium.edges.map((edge): GasRun => {
      const loadKw = medium.loadOf.get(edge) ?? 0;
      return { edge, level: 'medium', innerM: mediumSize(loadKw), loadKw };
    }),
    ...low.flatMap(({ edges }) =>
      edges.map((edge): GasRun => {
        const loadKw = loadOf(edge) * simultaneous(houses.get(edge) ?? 1);
        return {
          edge,
          level: 'low',
          innerM: graph.edges[edge]!.class === 'lane' ? 0.1 : 0.15,
          loadKw,
        };
      }),
    ),
  ];
  const runsAt = (levels: readonly GasLevel[]) =>
    runs
      .filter(({ level }) => levels.includes(level))
      .map(({ edge, innerM }) => ({ edge, outerDiameterM: innerM * 1.1 }));
  return {
    graph,
    gates: gates.filter((gate) =>
      high.some((edge) => [graph.edges[edge]!.from, graph.edges[edge]!.to].includes(gate)),
    ),
    regulators: used,
    runs,
    districts: low,
    medium: passed,
    networks: [
      { network: 'gasHigh', runs: runsAt(['high']) },
      { network: 'gas', runs: runsAt(['medium', 'low']) },
    ],
  };
}

const mediumSize = (loadKw: number): number => {
  if (loadKw > 60_000) return 0.3;
  if (loadKw > 25_000) return 0.25;
  if (loadKw > 8000) return 0.2;
  return loadKw > 2000 ? 0.15 : 0.1;
};

function nearestRoad(graph: StreetGraph, plan: Point, isRoad: readonly boolean[]): number {
  const start = nearestCrossing(graph, plan);
  const isOnRoad = (node: number) => graph.nodes[node]!.edges.some((edge) => isRoad[edge]);
  if (isOnRoad(start)) return start;
  const onRoad = [...graph.nodes.keys()].filter(isOnRoad);
  return onRoad.reduce((best, node) =>
    distance(graph.nodes[node]!.plan, plan) < distance(graph.nodes[best]!.plan, plan) ? node : best,
  );
}

/** Edges that hang together without crossing a great road, with their feeds from it. */
function districtsOf(
  graph: StreetGraph,
  edges: readonly number[],
  houses: ReadonlyMap<number, number>,
  isRoad: readonly boolean[],
): GasDistrict[] {
  const isAtRoad = graph.nodes.map((node) => node.edges.some((edge) => isRoad[edge]));
  const left = new Set(withGaps(graph, edges, isRoad, isAtRoad));
  const found: GasDistrict[] = [];
  for (const start of left) {
    const members = new Set([start]);
    left.delete(start);
    for (const edge of members) {
      const { from, to } = graph.edges[edge]!;
      for (const node of [from, to]) {
        if (isAtRoad[node]) continue;
        for (const next of graph.nodes[node]!.edges) {
          if (left.delete(next)) members.add(next);
        }
      }
    }
    const list = [...members].sort((a, b) => a - b);
    const count = list.reduce((sum, edge) => sum + (houses.get(edge) ?? 0), 0);
    found.push({
      edges: list,
      feeds: feedsOf(graph, list, isAtRoad, Math.ceil(count / housesPerFeed)),
    });
  }
  return found;
}

/** Streets without a house between two parts of a district are laid too, where a part would have no feed. */
function withGaps(
  graph: StreetGraph,
  edges: readonly number[],
  isRoad: readonly boolean[],
  isAtRoad: readonly boolean[],
): number[] {
  const roots = [...graph.nodes.keys()].filter((node) => isAtRoad[node]);
  const forest = growForest(graph, roots, (edge) =>
    isRoad[edge] || graph.edges[edge]!.bridge
      ? Number.POSITIVE_INFINITY
      : graph.edges[edge]!.lengthM,
  );
  const ways = waysFrom(
    graph,
    forest,
    edges.map((edge) => graph.edges[edge]!.from),
  );
  return [...new Set([...edges, ...ways])].sort((a, b) => a - b);
}

function feedsOf(
  graph: StreetGraph,
  edges: readonly number[],
  isAtRoad: readonly boolean[],
  count: number,
): GasDistrict['feeds'] {
  const ends = edges.flatMap((edge) => {
    const { from, to } = graph.edges[edge]!;
    return [from, to].filter((node) => isAtRoad[node]).map((crossing) => ({ edge, crossing }));
  });
  const chosen: { edge: number; crossing: number }[] = [];
  while (chosen.length < Math.min(Math.max(1, count), ends.length)) {
    const off = ({ crossing }: { crossing: number }) =>
      chosen.length === 0
        ? -crossing
        : Math.min(
            ...chosen.map((other) =>
              distance(graph.nodes[other.crossing]!.plan, graph.nodes[crossing]!.plan),
            ),
          );
    chosen.push(ends.reduce((best, end) => (off(end) > off(best) ? end : best)));
  }
  return chosen;
}
