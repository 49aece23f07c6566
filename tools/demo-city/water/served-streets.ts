// Which streets have a main, where along them its nodes lie, and which node each building is supplied from.

import type { TownBuilding } from '../buildings.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import { type Demand, demandsOf, toPeople } from './demand.ts';

/** A node of the street mains: at a crossing, or on a long edge between two. */
export interface MainNode {
  readonly id: string;
  readonly crossing: number | undefined;
  readonly edge: number;
  readonly stationM: number;
}

export interface ServedStreets {
  /** Indices of the edges that have a main. */
  readonly edges: readonly number[];
  /** Nodes along each of them from `from` to `to`, ends included; indices into `nodes`. */
  readonly chains: ReadonlyMap<number, readonly number[]>;
  readonly nodes: readonly MainNode[];
  readonly customers: readonly { building: string; node: number; demands: readonly Demand[] }[];
  /** Population equivalents and residents at each node. */
  readonly people: Float64Array;
  readonly residents: Float64Array;
}

/** No two nodes of a main, and so no two hydrants, are farther apart than this, m. */
export const longestPipeM = 108;

export function serveStreets(
  graph: StreetGraph,
  buildings: readonly TownBuilding[],
  accesses: readonly BuildingAccess[],
): ServedStreets {
  const edges = prune(graph, new Set(accesses.map(({ edge }) => edge)));
  const nodes: MainNode[] = [];
  const crossings = new Map<number, number>();
  const chains = new Map<number, readonly number[]>();
  const atCrossing = (crossing: number, edge: number, stationM: number): number => {
    const known = crossings.get(crossing);
    if (known !== undefined) return known;
    crossings.set(crossing, nodes.length);
    const id = graph.nodes[crossing]!.id.replace('X-', 'W-');
    return nodes.push({ id, crossing, edge, stationM }) - 1;
  };
  for (const edge of edges) {
    const { id, from, to, lengthM } = graph.edges[edge]!;
    const parts = Math.ceil(lengthM / longestPipeM);
    const chain = [atCrossing(from, edge, 0)];
    for (let part = 1; part < parts; part++) {
      const stationM = (lengthM * part) / parts;
      const name = `${id.replace('S-', 'W-S')}-${part}`;
      chain.push(nodes.push({ id: name, crossing: undefined, edge, stationM }) - 1);
    }
    chain.push(atCrossing(to, edge, lengthM));
    chains.set(edge, chain);
  }
  const people = new Float64Array(nodes.length);
  const residents = new Float64Array(nodes.length);
  const customers = accesses.map(({ building, edge, stationM }, index) => {
    const { lengthM } = graph.edges[edge]!;
    const chain = chains.get(edge)!;
    const node = chain[Math.round((stationM / lengthM) * (chain.length - 1))]!;
    const demands = demandsOf(buildings[index]!);
    for (const { meanM3s } of demands) people[node]! += toPeople(meanM3s);
    residents[node]! += Number(buildings[index]!.attributes.residentsNight);
    return { building, node, demands };
  });
  return { edges, chains, nodes, customers, people, residents };
}

/** All edges but bridges and dead ends that nobody lives on. */
function prune(graph: StreetGraph, lived: ReadonlySet<number>): number[] {
  const kept = new Set(graph.edges.flatMap(({ bridge }, index) => (bridge ? [] : [index])));
  const ways = graph.nodes.map(({ edges }) => edges.filter((edge) => kept.has(edge)).length);
  const ends = ways.flatMap((count, node) => (count === 1 ? [node] : []));
  for (let node = ends.pop(); node !== undefined; node = ends.pop()) {
    const edge = graph.nodes[node]!.edges.find((index) => kept.has(index));
    if (edge === undefined || lived.has(edge)) continue;
    kept.delete(edge);
    const { from, to } = graph.edges[edge]!;
    const other = from === node ? to : from;
    ways[node]! -= 1;
    ways[other]! -= 1;
    if (ways[other] === 1) ends.push(other);
  }
  return [...kept];
}
