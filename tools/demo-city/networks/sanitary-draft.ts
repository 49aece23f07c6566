// The sanitary sewers and the combined ones of the old town before they are drawn: everything to one plant,
// with overflows to the river where rain and sewage share a pipe.

import type { NetworkRuns } from '../corridor.ts';
import { greatRoads, manners } from '../plan.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import type { Town } from '../town.ts';
import { type Catchment, findCatchments } from './catchments.ts';
import { type Forest, growForest, waysFrom } from './forest.ts';
import { nearestCrossing, plantPlaces } from './plants.ts';
import { isInOldTown } from './quarters.ts';
import { addRunoff, noRunoff, peakOf, type Runoff, runoffShare } from './rain.ts';
import { sewageByEdge, sewagePeak } from './sewage.ts';
import {
  accumulate,
  type LaidReach,
  type Loads,
  layReaches,
  type Reach,
  reachesOf,
  type SewerLevels,
  sagOf,
} from './sewer-levels.ts';
import { accessesByEdge, runOf } from './sewer-runs.ts';
import { wayCost } from './storm-draft.ts';

/** Where a combined sewer gives its dry-weather flow on and throws storm water over a weir. */
export interface OverflowChamber {
  readonly crossing: number;
  /** Of the combined sewer as it arrives. */
  readonly invertM: number;
  readonly diameterM: number;
  readonly stormM3s: number;
  readonly throttleM3s: number;
}

/** Everything but the levels, which depend on what the sewers have to pass. */
export interface SanitaryPlan {
  /** Edges with a sanitary or combined sewer. */
  readonly edges: readonly number[];
  /** `extraM`: more depth at a crossing, to pass below storm sewers. */
  readonly levelled: (extraM: (node: number) => number) => SanitaryDraft;
}

export interface SanitaryDraft {
  readonly graph: StreetGraph;
  readonly plant: number;
  readonly sanitary: readonly LaidReach[];
  readonly combined: readonly LaidReach[];
  readonly chambers: readonly OverflowChamber[];
  readonly catchments: readonly Catchment[];
  readonly runs: NetworkRuns;
}

/** Bridges that carry the force mains from the west bank. */
const crossingBridges: ReadonlySet<string> = new Set(['y2520', 'y3190']);
const bridgeCost = 400;
/** Metres of way that a metre of lift is worth: every pump costs for ever. */
const climbCost = 500;
/** What a chamber passes on, in multiples of the sewage of a mean day. */
const dilution = 6;

/** `sites` are the crossings where combined sewers may throw over. */
export function planSanitary(
  town: Town,
  graph: StreetGraph,
  accesses: readonly BuildingAccess[],
  sites: readonly number[],
): SanitaryPlan {
  const byEdge = accessesByEdge(accesses);
  const sewage = sewageByEdge(town.buildings, accesses);
  const isOld = graph.edges.map(isInOldTown);
  const served = [...byEdge.keys()].sort((a, b) => a - b);
  const old = planCombined(
    town,
    graph,
    served.filter((edge) => isOld[edge]),
    sewage,
    isOld,
    sites,
  );
  const isSag = graph.edges.map((_, edge) => sagOf(graph, edge) !== undefined);
  const isForced = graph.edges.map(({ bridge }, edge) => bridge !== undefined || isSag[edge]!);
  const plant = nearestCrossing(graph, plantPlaces.wastewaterPlant);
  const forest = growForest(graph, [plant], (edge, up, down) => {
    if (isOld[edge] || isSag[edge]) return Number.POSITIVE_INFINITY;
    const { bridge, street } = graph.edges[edge]!;
    if (!bridge) return wayCost(graph, edge, up, down, climbCost);
    const isUsed = crossingBridges.has(greatRoads[street]!.id);
    return isUsed ? wayCost(graph, edge, up, down) + bridgeCost : Number.POSITIVE_INFINITY;
  });
  const own = served.filter((edge) => !isOld[edge] && !graph.edges[edge]!.bridge);
  const ends = own.flatMap((edge) => [graph.edges[edge]!.from, graph.edges[edge]!.to]);
  const trunks = waysFrom(graph, forest, [...ends, ...old.throttles.keys()]);
  const reaches = reachesOf(graph, forest, trunks, own);
  const loads = accumulate<{ meanM3s: number; throttledM3s: number }>(forest, reaches, {
    none: { meanM3s: 0, throttledM3s: 0 },
    own: ({ edge }) => ({ meanM3s: sewage.get(edge) ?? 0, throttledM3s: 0 }),
    at: (node) => ({ meanM3s: 0, throttledM3s: old.throttles.get(node) ?? 0 }),
    add: (a, b) => ({
      meanM3s: a.meanM3s + b.meanM3s,
      throttledM3s: a.throttledM3s + b.throttledM3s,
    }),
    along: (load) => load,
    leaving: (load) => load,
  });
  const rules = {
    depthM: (diameterM: number) => Math.max(2.8 + diameterM / 2, diameterM + 1.6),
    leastDiameterM: 0.25,
    deepestM: 7.5,
    flowOf: (reach: Reach) => {
      const load = loads.of.get(reach);
      return load ? Math.max(0.004, sewagePeak(load.meanM3s) + load.throttledM3s) : 0.004;
    },
    isForced: (edge: number) => isForced[edge]!,
  };
  return {
    edges: [...reaches, ...old.reaches].map(({ edge }) => edge),
    levelled: (extraM) => {
      const { chambers, levels: combined } = old.levelled(extraM);
      const arriving = new Map(chambers.map(({ crossing, invertM }) => [crossing, invertM]));
      const levels = layReaches(graph, forest, reaches, { ...rules, extraM, arriving });
      return {
        graph,
        plant,
        sanitary: levels.reaches,
        combined: combined.reaches,
        chambers,
        catchments: old.catchments,
        runs: {
          network: 'sanitary',
          runs: [...levels.reaches, ...combined.reaches].map((reach) => runOf(graph, reach)),
        },
      };
    },
  };
}

interface CombinedPlan {
  readonly reaches: readonly Reach[];
  readonly catchments: readonly Catchment[];
  /** What each chamber passes on, by crossing, m³/s. */
  readonly throttles: ReadonlyMap<number, number>;
  readonly levelled: (extraM: (node: number) => number) => {
    readonly chambers: readonly OverflowChamber[];
    readonly levels: SewerLevels;
  };
}

function planCombined(
  town: Town,
  graph: StreetGraph,
  served: readonly number[],
  sewage: ReadonlyMap<number, number>,
  isOld: readonly boolean[],
  sites: readonly number[],
): CombinedPlan {
  const forest = growForest(graph, sites, (edge, up, down) =>
    isOld[edge] ? wayCost(graph, edge, up, down) : Number.POSITIVE_INFINITY,
  );
  const ends = served.flatMap((edge) => [graph.edges[edge]!.from, graph.edges[edge]!.to]);
  const trunks = waysFrom(
    graph,
    forest,
    ends.filter((node) => forest.rootOf[node] !== undefined),
  );
  const reaches = reachesOf(graph, forest, trunks, served);
  const drained = new Set(
    reaches.flatMap(({ up, down, headM }) => (headM > 0 ? [down] : [up, down])),
  );
  const catchments = findCatchments(town, graph, drained, ({ manner }) => manner === manners.old);
  const { rain, meanOf, meanAt } = loadsOf(graph, forest, reaches, catchments, sewage);
  const rules = {
    depthM: (diameterM: number) => Math.max(2.6 + diameterM / 2, diameterM + 1.5),
    leastDiameterM: 0.3,
    deepestM: 7,
    flowOf: (reach: Reach) =>
      Math.max(0.02, peakOf(rain.of.get(reach) ?? noRunoff) + sewagePeak(meanOf(reach))),
    isForced: () => false,
  };
  const roots = [...new Set(reaches.map(({ down }) => down))].filter(
    (node) => forest.rootOf[node] === node,
  );
  const throttles = new Map(roots.map((node) => [node, Math.max(0.01, meanAt(node) * dilution)]));
  return {
    reaches,
    catchments,
    throttles,
    levelled: (extraM) => {
      const levels = layReaches(graph, forest, reaches, { ...rules, extraM });
      const chambers = [...throttles].map(([crossing, throttleM3s]) => {
        const arriving = levels.reaches.filter(({ down }) => down === crossing);
        return {
          crossing,
          invertM: Math.min(...arriving.map(({ downInvertM }) => downInvertM)),
          diameterM: Math.max(...arriving.map(({ diameterM }) => diameterM)),
          stormM3s: peakOf(rain.arrived.get(crossing) ?? noRunoff),
          throttleM3s,
        };
      });
      return { chambers, levels };
    },
  };
}

function loadsOf(
  graph: StreetGraph,
  forest: Forest,
  reaches: readonly Reach[],
  catchments: readonly Catchment[],
  sewage: ReadonlyMap<number, number>,
) {
  const areas = new Map<number, number>();
  for (const { crossing, areaM2, imperviousness } of catchments) {
    areas.set(crossing, (areas.get(crossing) ?? 0) + areaM2 * runoffShare(imperviousness));
  }
  const rain: Loads<Runoff> = accumulate(forest, reaches, {
    none: noRunoff,
    own: () => noRunoff,
    at: (node) => ({ ...noRunoff, effectiveM2: areas.get(node) ?? 0 }),
    add: addRunoff,
    along: (load, { edge }) => ({ ...load, timeS: load.timeS + graph.edges[edge]!.lengthM / 1.3 }),
    leaving: (load) => load,
  });
  const mean = accumulate<number>(forest, reaches, {
    none: 0,
    own: ({ edge }) => sewage.get(edge) ?? 0,
    at: () => 0,
    add: (a, b) => a + b,
    along: (load) => load,
    leaving: (load) => load,
  });
  return {
    rain,
    meanOf: (reach: Reach) => mean.of.get(reach) ?? 0,
    meanAt: (node: number) => mean.arrived.get(node) ?? 0,
  };
}
