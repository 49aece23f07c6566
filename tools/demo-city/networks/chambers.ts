// Where the combined sewers of the old town may throw storm water over: crossings of quay and promenade.

import { greatRoads } from '../plan.ts';
import { distance } from '../plane.ts';
import type { StreetGraph } from '../street-graph.ts';
import { isInOldTown } from './quarters.ts';

const apartM = 210;

export function chamberSites(graph: StreetGraph): number[] {
  const quay = greatRoads.findIndex(({ id }) => id === 'x2120');
  const promenade = greatRoads.findIndex(({ id }) => id === 'y3540');
  const chosen: number[] = [];
  for (const [node, { plan, edges }] of graph.nodes.entries()) {
    const ends = edges.map((edge) => graph.edges[edge]!);
    const isAtWater = ends.some(({ street }) => street === quay || street === promenade);
    if (!isAtWater || ends.some(({ bridge }) => bridge) || !ends.some(isInOldTown)) continue;
    if (chosen.every((other) => distance(graph.nodes[other]!.plan, plan) >= apartM)) {
      chosen.push(node);
    }
  }
  return chosen;
}
