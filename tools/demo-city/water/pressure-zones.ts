// Which pressure zone each node of the mains belongs to: by its ground, made whole so that no zone has islands.

import type { StreetGraph } from '../street-graph.ts';
import type { ServedStreets } from './served-streets.ts';

export type PressureZone = 'main' | 'high' | 'top';

/**
 * Zones by ground level, m; `headM` is the top water level of the zone's tanks. A customer at `lowM` has
 * 6.3 bar at most, one at `highM` 2.5 bar before losses.
 */
export const pressureZones: Readonly<
  Record<PressureZone, { readonly lowM: number; readonly highM: number; readonly headM: number }>
> = {
  main: { lowM: -1, highM: 28, headM: 57 },
  high: { lowM: 28, highM: 66, headM: 90.5 },
  top: { lowM: 66, highM: 112, headM: 125.5 },
};

/** How far an island's ground may lie outside the zone that takes it in, m. */
const toleranceM = 5;

/** Neighbours of each node along the mains. */
export function neighboursOf({ nodes, chains }: ServedStreets): number[][] {
  const neighbours = nodes.map((): number[] => []);
  for (const chain of chains.values()) {
    for (const [index, to] of chain.slice(1).entries()) {
      neighbours[chain[index]!]!.push(to);
      neighbours[to]!.push(chain[index]!);
    }
  }
  return neighbours;
}

export const groundOf = (graph: StreetGraph, { nodes }: ServedStreets): Float64Array =>
  Float64Array.from(nodes, ({ crossing, edge, stationM }) => {
    if (crossing !== undefined) return graph.nodes[crossing]!.at.z;
    return levelAlong(graph, edge, stationM);
  });

/** Surface of a street at a station. */
function levelAlong(graph: StreetGraph, edge: number, stationM: number): number {
  const { line, lengthM } = graph.edges[edge]!;
  const at = (stationM / lengthM) * (line.length - 1);
  const index = Math.min(line.length - 2, Math.floor(at));
  return line[index]!.z + (line[index + 1]!.z - line[index]!.z) * (at - index);
}

/** The zone of every node; the parts of a zone hold at least `leastNodes` nodes each. */
export function assignZones(
  ground: Float64Array,
  neighbours: readonly (readonly number[])[],
  leastNodes = 12,
): PressureZone[] {
  const zones = Array.from(ground, (level): PressureZone => {
    if (level <= pressureZones.main.highM) return 'main';
    return level <= pressureZones.high.highM ? 'high' : 'top';
  });
  for (let isWhole = false; !isWhole; ) {
    isWhole = true;
    for (const part of findParts(neighbours, (node) => zones[node]!)) {
      if (part.length >= leastNodes) continue;
      const zone = zoneAround(part, zones, neighbours, ground);
      if (zone === undefined) continue;
      for (const node of part) zones[node] = zone;
      isWhole = false;
    }
  }
  return zones;
}

/** Groups of nodes that hang together and carry the same label. */
export function findParts<Label>(
  neighbours: readonly (readonly number[])[],
  labelOf: (node: number) => Label,
): number[][] {
  const seen = new Set<number>();
  return neighbours.flatMap((_, start) => {
    if (seen.has(start)) return [];
    const part = new Set([start]);
    for (const node of part) {
      for (const next of neighbours[node]!) if (labelOf(next) === labelOf(start)) part.add(next);
    }
    for (const node of part) seen.add(node);
    return [[...part]];
  });
}

/** The zone beside an island that its ground suits, if there is one. */
function zoneAround(
  part: readonly number[],
  zones: readonly PressureZone[],
  neighbours: readonly (readonly number[])[],
  ground: Float64Array,
): PressureZone | undefined {
  const own = zones[part[0]!]!;
  const levels = part.map((node) => ground[node]!);
  const around = new Set(part.flatMap((node) => neighbours[node]!.map((next) => zones[next]!)));
  return [...around].find((zone) => {
    const { lowM, highM } = pressureZones[zone];
    const isLowEnough = Math.max(...levels) <= highM + toleranceM;
    return zone !== own && isLowEnough && Math.min(...levels) >= lowM - toleranceM;
  });
}
