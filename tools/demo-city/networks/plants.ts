// Where the works of the town stand, as places of the plan; the networks and the register both look here.

import { distance, type Point } from '../plane.ts';
import type { StreetGraph } from '../street-graph.ts';

export const plantPlaces = {
  wastewaterPlant: { x: 4640, y: 3440 },
  heatPlant: { x: 3420, y: 3420 },
  heatPlantWest: { x: 900, y: 3380 },
} as const satisfies Readonly<Record<string, Point>>;

export function nearestCrossing(graph: StreetGraph, plan: Point): number {
  let nearest = 0;
  for (const [index, node] of graph.nodes.entries()) {
    if (distance(node.plan, plan) < distance(graph.nodes[nearest]!.plan, plan)) nearest = index;
  }
  return nearest;
}
