// Streets on which both lanes lead out: the way out is towards the nearest place where somebody may go.

import { type EvacuationRoads, withContraflow } from '#simulation/fire/response/evacuate.ts';
import type { TownStreets } from '../town/read-streets.ts';
import type { StreetGraph } from './roads.ts';

/** `nearestS`: from each node to that place, s. What is no street of two ways stays as it is. */
export function turnOutwards(
  roads: EvacuationRoads,
  streets: TownStreets,
  graph: StreetGraph,
  ids: readonly string[],
  nearestS: Float64Array,
): EvacuationRoads {
  const edgeById = new Map(streets.lines.ids.map((id, street) => [id, graph.edgeOf[street]!]));
  const edges = ids
    .map((id) => edgeById.get(id) ?? -1)
    .filter((edge) => edge >= 0 && roads.isOneWay[edge] === 0);
  const isOutward = (edge: number) => nearestS[roads.from[edge]!]! >= nearestS[roads.to[edge]!]!;
  const outward = withContraflow(roads, edges.filter(isOutward));
  return withContraflow(
    outward,
    edges.filter((edge) => !isOutward(edge)),
    true,
  );
}
