// How deep each network lies at each crossing, so that no pipe meets another: falling pipes first, then each
// pressure pipe at the free depth nearest to its own.

import type { NetworkRuns, PipeRun } from './corridor.ts';
import { type CorridorNetwork, corridor } from './corridor-table.ts';
import { traceOf } from './corridor-trace.ts';
import type { Zones } from './corridor-zones.ts';
import { type StreetGraph, stationsOf } from './street-graph.ts';

/** Between the outsides of two pipes of different networks, as built; what is asked for is 0.2 m. */
const clearanceM = 0.23;
/** Who chooses first: from the top down, so that drinking water still stays above the sewers where it can. */
const inOrder = [
  'power',
  'gas',
  'water',
  'gasHigh',
  'waterTransmission',
  'heatSupply',
  'heatReturn',
] as const;
/** Least ground over a pipe, m; water must not freeze. */
const coverM = (network: CorridorNetwork): number =>
  network === 'water' || network === 'waterTransmission' ? 0.85 : 0.55;

/** A stretch of depth that is taken, from the surface downwards, m. */
export interface Taken {
  readonly topM: number;
  readonly bottomM: number;
}

/** Something at a crossing that is no run under a street: a sewer's last reach to the water. */
export interface Obstacle extends Taken {
  readonly node: number;
}

export interface Occupant {
  readonly network: CorridorNetwork;
  readonly outerDiameterM: number;
}

/**
 * Axis depths of the pressure pipes at one crossing. Each takes its usual depth or the nearest free one;
 * `fixed` is what falling pipes take.
 */
export function stackPipes(
  occupants: readonly Occupant[],
  fixed: readonly Taken[],
): ReadonlyMap<CorridorNetwork, number> {
  const taken = [...fixed];
  const depths = new Map<CorridorNetwork, number>();
  for (const network of inOrder) {
    const own = occupants.filter((occupant) => occupant.network === network);
    if (own.length === 0) continue;
    const radius = Math.max(...own.map(({ outerDiameterM }) => outerDiameterM)) / 2;
    const least = coverM(network) + radius;
    const wanted = Math.max(corridor[network].depthM, least);
    const apart = radius + clearanceM;
    const isFree = (depth: number): boolean =>
      depth >= least - 1e-9 &&
      taken.every(
        ({ topM, bottomM }) => depth + apart <= topM + 1e-9 || depth - apart >= bottomM - 1e-9,
      );
    const choices = [
      wanted,
      ...taken.flatMap(({ topM, bottomM }) => [topM - apart, bottomM + apart]),
    ].filter(isFree);
    const depth = choices.reduce((best, one) =>
      Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best,
    );
    taken.push({ topM: depth - radius, bottomM: depth + radius });
    depths.set(network, depth);
  }
  return depths;
}

export interface CrossingLevels {
  readonly depthOf: (network: CorridorNetwork, node: number) => number;
}

export function createCrossingLevels(
  graph: StreetGraph,
  zones: Zones,
  networks: readonly NetworkRuns[],
  obstacles: readonly Obstacle[],
): CrossingLevels {
  const occupants = new Map<number, Occupant[]>();
  const fixed = new Map<number, Taken[]>();
  const put = <Item>(map: Map<number, Item[]>, key: number, item: Item) => {
    const list = map.get(key);
    if (list) list.push(item);
    else map.set(key, [item]);
  };
  for (const { network, runs } of networks) {
    for (const run of runs) {
      const { from, to } = graph.edges[run.edge]!;
      for (const node of [from, to]) {
        if (run.besideNode === node) continue;
        const group = zones.groupOf(node);
        if (run.fall) put(fixed, group, fallenThrough(graph, zones, network, run, node));
        else put(occupants, group, { network, outerDiameterM: run.outerDiameterM });
      }
    }
  }
  for (const { node, topM, bottomM } of obstacles)
    put(fixed, zones.groupOf(node), { topM, bottomM });
  const depths = new Map(
    [...occupants].map(([group, list]) => [group, stackPipes(list, fixed.get(group) ?? [])]),
  );
  return {
    depthOf: (network, node) =>
      depths.get(zones.groupOf(node))?.get(network) ?? corridor[network].depthM,
  };
}

/** What a falling pipe takes of the depth in the zone of one of its ends. */
function fallenThrough(
  graph: StreetGraph,
  zones: Zones,
  network: CorridorNetwork,
  { edge, fall, outerDiameterM }: PipeRun,
  node: number,
): Taken {
  const [from, to] = fall!;
  const trace = traceOf(graph, zones, network, edge);
  const stations = stationsOf(trace);
  const length = stations.at(-1)!;
  const isOneZone = zones.groupOf(graph.edges[edge]!.from) === zones.groupOf(graph.edges[edge]!.to);
  const depths = trace.flatMap((vertex, index) => {
    if (vertex.zone === undefined || (!isOneZone && vertex.zone !== node)) return [];
    const level = from + ((to - from) * stations[index]!) / length;
    return [zones.surfaceAt(vertex.zone, vertex) - level];
  });
  return {
    topM: Math.min(...depths) - outerDiameterM / 2,
    bottomM: Math.max(...depths) + outerDiameterM / 2,
  };
}
