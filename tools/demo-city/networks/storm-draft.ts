// The storm sewers before they are drawn: which way each street drains, what flows there in the design rain,
// how large and how deep the pipes are.

import type { NetworkRuns } from '../corridor.ts';
import { manners } from '../plan.ts';
import { centroid, distance, type Point } from '../plane.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import type { Town } from '../town.ts';
import { type Catchment, findCatchments } from './catchments.ts';
import { type Forest, growForest, waysFrom } from './forest.ts';
import { findOutfalls, type OutfallSite } from './outfalls.ts';
import { isInOldTown, mannerAt, middleOf } from './quarters.ts';
import { addRunoff, noRunoff, peakOf, type Runoff, runoffShare } from './rain.ts';
import {
  accumulate,
  type Loads,
  layReaches,
  type Reach,
  reachesOf,
  type SewerLevels,
  type SewerRules,
  sagOf,
} from './sewer-levels.ts';
import { accessesByEdge, runOf } from './sewer-runs.ts';

/** An underground basin that lets a part through and keeps the rest of the storm. */
export interface RetentionBasin {
  readonly crossing: number;
  readonly name: string;
  readonly inflowM3s: number;
  readonly throttleM3s: number;
  readonly volumeM3: number;
}

export interface StormDraft {
  readonly graph: StreetGraph;
  readonly forest: Forest;
  readonly levels: SewerLevels;
  readonly catchments: readonly Catchment[];
  /** Those that something drains to. */
  readonly outfalls: readonly OutfallSite[];
  readonly basins: readonly RetentionBasin[];
  readonly peakAt: (crossing: number) => number;
  readonly runs: NetworkRuns;
}

const speedMs = 1.4;

export function draftStorm(
  town: Town,
  graph: StreetGraph,
  accesses: readonly BuildingAccess[],
  isWhole: boolean,
  /** Crossings that belong to the overflows of the combined sewers: storm sewers begin beside them. */
  kept: ReadonlySet<number>,
): StormDraft {
  const byEdge = accessesByEdge(accesses);
  const isPossible = graph.edges.map(
    (edge, index) =>
      !edge.bridge &&
      !isInOldTown(edge) &&
      !kept.has(edge.from) &&
      !kept.has(edge.to) &&
      sagOf(graph, index) === undefined,
  );
  const served = graph.edges.flatMap((edge, index) => {
    if (edge.bridge || isInOldTown(edge)) return [];
    const isWanted = byEdge.has(index) || (isWhole && mannerAt(middleOf(edge)) !== 'woods');
    return isWanted ? [index] : [];
  });
  const sites = findOutfalls(graph).filter(({ crossing }) => !kept.has(crossing));
  const forest = growForest(
    graph,
    sites.map(({ crossing }) => crossing),
    (edge, up, down) =>
      isPossible[edge] ? wayCost(graph, edge, up, down) : Number.POSITIVE_INFINITY,
  );
  const ends = served.flatMap((edge) => [graph.edges[edge]!.from, graph.edges[edge]!.to]);
  const reachable = ends.filter((node) => forest.rootOf[node] !== undefined);
  const trunks = waysFrom(graph, forest, reachable);
  const reaches = reachesOf(graph, forest, trunks, served);
  const drained = new Set(
    reaches.flatMap(({ up, down, headM }) => (headM > 0 ? [down] : [up, down])),
  );
  const catchments = findCatchments(town, graph, drained, ({ manner }) => manner !== manners.old);
  const free = runoffOf(graph, forest, reaches, catchments, []);
  const basins = placeBasins(town, graph, free);
  const runoff = runoffOf(graph, forest, reaches, catchments, basins);
  const levels = layReaches(graph, forest, reaches, rulesFor(graph, runoff));
  const used = new Set(reaches.map(({ down }) => down));
  return {
    graph,
    forest,
    levels,
    catchments,
    outfalls: sites.filter(({ crossing }) => used.has(crossing)),
    basins,
    peakAt: (crossing) => peakOf(runoff.arrived.get(crossing) ?? noRunoff),
    runs: { network: 'storm', runs: levels.reaches.map((reach) => runOf(graph, reach)) },
  };
}

/** Metres, and more of them for each metre uphill. */
export function wayCost(
  graph: StreetGraph,
  edge: number,
  up: number,
  down: number,
  perClimb = 90,
): number {
  const climb = graph.nodes[down]!.at.z - graph.nodes[up]!.at.z;
  return graph.edges[edge]!.lengthM + perClimb * Math.max(0, climb);
}

function runoffOf(
  graph: StreetGraph,
  forest: Forest,
  reaches: readonly Reach[],
  catchments: readonly Catchment[],
  basins: readonly RetentionBasin[],
): Loads<Runoff> {
  const own = new Map<number, number>();
  for (const { crossing, areaM2, imperviousness } of catchments) {
    own.set(crossing, (own.get(crossing) ?? 0) + areaM2 * runoffShare(imperviousness));
  }
  const throttles = new Map(basins.map((basin) => [basin.crossing, basin.throttleM3s]));
  return accumulate(forest, reaches, {
    none: noRunoff,
    own: () => noRunoff,
    at: (node) => ({ ...noRunoff, effectiveM2: own.get(node) ?? 0 }),
    add: addRunoff,
    along: (load, { edge }) => ({
      ...load,
      timeS: load.timeS + graph.edges[edge]!.lengthM / speedMs,
    }),
    leaving: (load, node) => {
      const throttle = throttles.get(node);
      return throttle === undefined ? load : { ...noRunoff, heldM3s: throttle };
    },
  });
}

function rulesFor(graph: StreetGraph, runoff: Loads<Runoff>): SewerRules {
  const isSag = graph.edges.map((_, edge) => sagOf(graph, edge) !== undefined);
  return {
    depthM: stormDepth,
    leastDiameterM: 0.3,
    deepestM: 7,
    extraM: () => 0,
    flowOf: (reach) => Math.max(0.02, peakOf(runoff.of.get(reach) ?? noRunoff)),
    isForced: (edge) => isSag[edge]!,
  };
}

/** Low land is drained by shallow pipes, so that they come out above the river and the sea. */
function stormDepth(diameterM: number, groundM: number): number {
  if (groundM < 3.9) return diameterM + 1.2;
  return diameterM + 1.85;
}

/** Under parks and squares that lie at a collector of some size. */
function placeBasins(town: Town, graph: StreetGraph, { arrived }: Loads<Runoff>): RetentionBasin[] {
  const least = 40_000;
  const chosen = new Map<number, string>();
  for (const { use, name, yard } of town.blocks) {
    if ((use !== 'park' && use !== 'square') || !name) continue;
    const middle = centroid(yard);
    const near = [...arrived.keys()]
      .filter((node) => distance(graph.nodes[node]!.plan, middle) < reachOf(yard, middle) + 25)
      .filter((node) => arrived.get(node)!.effectiveM2 > least);
    const [most] = near.sort((a, b) => arrived.get(b)!.effectiveM2 - arrived.get(a)!.effectiveM2);
    if (most !== undefined) chosen.set(most, name);
  }
  return [...chosen].map(([crossing, name]) => {
    const inflowM3s = peakOf(arrived.get(crossing)!);
    const throttleM3s = Math.max(0.15, inflowM3s * 0.3);
    const volumeM3 = Math.ceil(((inflowM3s - throttleM3s) * 1500) / 50) * 50;
    return { crossing, name, inflowM3s, throttleM3s, volumeM3 };
  });
}

const reachOf = (yard: readonly Point[], middle: Point): number =>
  Math.max(...yard.map((corner) => distance(corner, middle)));
