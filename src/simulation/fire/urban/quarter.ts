// What a part of the town is to Hamada: mean side, mean gap to the nearest, share of fire-resistant buildings. m.

import type { BuildingGraph } from './building-graph.ts';
import type { HamadaQuarter } from './hamada.ts';
import { LINK_SIZE } from './link-table.ts';
import type { UrbanTown } from './town.ts';

/** Over the buildings given. */
export function quarterOf(
  { graph, isResistant }: Pick<UrbanTown, 'graph' | 'isResistant'>,
  buildings: readonly number[],
): HamadaQuarter {
  let sides = 0;
  let resistant = 0;
  for (const building of buildings) {
    sides += Math.sqrt(graph.areaM2[building]!);
    resistant += isResistant[building]!;
  }
  const count = Math.max(1, buildings.length);
  return {
    sideM: buildings.length === 0 ? 10 : sides / count,
    separationM: meanNearestGap(graph, buildings),
    fireResistantFraction: resistant / count,
  };
}

/** Buildings around a place, whose middle lies within `radiusM`. */
export function buildingsAround(
  { index, centreXM, centreYM }: BuildingGraph,
  xM: number,
  yM: number,
  radiusM: number,
): number[] {
  const found = index?.search(xM - radiusM, yM - radiusM, xM + radiusM, yM + radiusM) ?? [];
  return found
    .filter((one) => (centreXM[one]! - xM) ** 2 + (centreYM[one]! - yM) ** 2 <= radiusM ** 2)
    .sort((one, other) => one - other);
}

function meanNearestGap(graph: BuildingGraph, buildings: readonly number[]): number {
  const { links } = graph;
  let sum = 0;
  let linked = 0;
  for (const building of buildings) {
    graph.link(building);
    const first = links.first[building]!;
    let least = Infinity;
    for (let link = first; link < first + links.counts[building]!; link++) {
      least = Math.min(least, links.values[LINK_SIZE * link + 2]!);
    }
    if (least === Infinity) continue;
    sum += least;
    linked++;
  }
  return linked === 0 ? 0 : sum / linked;
}
