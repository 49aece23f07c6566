// Hydrants and isolation valves on the mains.

import type { Random } from '#model/random.ts';
import type { StreetEdge, StreetGraph } from '../street-graph.ts';
import type { WaterHydrant, WaterPipe, WaterValve } from './network.ts';
import { neighboursOf } from './pressure-zones.ts';
import { longestPipeM, type ServedStreets } from './served-streets.ts';

/** Along any street, no two hydrants are farther apart than this, m. */
export const hydrantGapM = 118;
/** A hydrant stands off the crossing, where no car turns over it, m. */
const offCrossingM = 8;

/** One at every node of the mains, less those between neighbours that are near enough to each other. */
export function placeHydrants(graph: StreetGraph, served: ServedStreets): WaterHydrant[] {
  const { nodes, chains } = served;
  const neighbours = neighboursOf(served);
  const lengths = new Map<string, number>();
  const edgesAt = nodes.map((): number[] => []);
  for (const [edge, chain] of chains) {
    const lengthM = graph.edges[edge]!.lengthM / (chain.length - 1);
    for (const [index, to] of chain.slice(1).entries()) {
      const from = chain[index]!;
      lengths.set(`${Math.min(from, to)} ${Math.max(from, to)}`, lengthM);
      edgesAt[from]!.push(edge);
      edgesAt[to]!.push(edge);
    }
  }
  const lengthOf = (a: number, b: number): number =>
    lengths.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? longestPipeM;
  const without = new Set<number>();
  for (const [node, beside] of neighbours.entries()) {
    if (beside.length < 2 || beside.some((next) => without.has(next))) continue;
    const [longest = 0, second = 0] = beside
      .map((next) => lengthOf(node, next))
      .sort((a, b) => b - a);
    if (longest + second <= hydrantGapM - 2 * offCrossingM) without.add(node);
  }
  return nodes.flatMap(({ id, crossing, stationM }, node) => {
    if (without.has(node)) return [];
    const edge = edgesAt[node]![0]!;
    const { from, lengthM } = graph.edges[edge]!;
    const off = Math.min(offCrossingM, lengthM / 2);
    const atEnd = crossing === from ? off : lengthM - off;
    return [
      {
        ...{ id: id.replace('W-', 'H-'), node: id, edge },
        stationM: crossing === undefined ? stationM : atEnd,
      },
    ];
  });
}

/**
 * Valves at the ends of pipes: at every end where a great road crosses or a transmission main branches, at all
 * ends but one elsewhere, none between crossings; and a shut one on every pipe at the border of two areas.
 */
export function placeValves(
  graph: StreetGraph,
  served: ServedStreets,
  pipes: readonly WaterPipe[],
  random: Random,
): WaterValve[] {
  const crossings = new Map(served.nodes.map(({ id, crossing }) => [id, crossing]));
  const ends = new Map<string, WaterPipe[]>();
  for (const pipe of pipes) {
    for (const node of [pipe.from, pipe.to]) {
      const list = ends.get(node);
      if (list) list.push(pipe);
      else ends.set(node, [pipe]);
    }
  }
  const valves: WaterValve[] = [];
  for (const [node, list] of ends) {
    for (const pipe of list) {
      const isShut = pipe.isClosed && pipe.to === node;
      if (!isShut && !hasValve(node, pipe, list)) continue;
      const id = `V-${pipe.id}${pipe.from === node ? 'a' : 'b'}`;
      const chance = random.fork(id);
      valves.push({
        ...{ id, link: pipe.id, node, isClosed: isShut },
        isOperable: chance.chance(pipe.year < 1970 ? 0.93 : 0.985),
        lastExercised: chance.whole(2013, 2026),
      });
    }
  }
  return valves;

  function hasValve(node: string, pipe: WaterPipe, list: readonly WaterPipe[]): boolean {
    if (pipe.role !== 'main') return true;
    const crossing = crossings.get(node);
    if (crossing === undefined || list.length < 2) return false;
    const isGreat = graph.nodes[crossing]!.edges.some((edge) => isGreatRoad(graph.edges[edge]!));
    return isGreat || pipe !== list.find(({ role }) => role === 'main');
  }
}

const isGreatRoad = ({ class: kind }: StreetEdge): boolean =>
  kind === 'arterial' || kind === 'quay' || kind === 'collector';
