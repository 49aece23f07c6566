// What is known of each metered area once the network stands.

import type { MeteredAreas } from './districts-metered.ts';
import type { Draft } from './draft.ts';
import type { WaterDma } from './network.ts';
import type { ServedStreets } from './served-streets.ts';

export function describeAreas(
  { areas: drafts, nodes }: Draft,
  { areas }: MeteredAreas,
  served: ServedStreets,
): WaterDma[] {
  const junctions = new Map(nodes.map((node) => [node.id, node]));
  return drafts.map((draft, index): WaterDma => {
    const own = areas[index]!.nodes;
    let meanDemandM3s = 0;
    let criticalNode = served.nodes[own[0]!]!.id;
    let highest = Number.NEGATIVE_INFINITY;
    for (const node of own) {
      const { id } = served.nodes[node]!;
      const junction = junctions.get(id);
      if (junction?.kind !== 'junction') continue;
      for (const { meanM3s } of junction.demands) meanDemandM3s += meanM3s;
      if (served.people[node]! === 0 || junction.elevationM <= highest) continue;
      highest = junction.elevationM;
      criticalNode = id;
    }
    return {
      ...draft,
      residents: own.reduce((sum, node) => sum + served.residents[node]!, 0),
      ...{ meanDemandM3s, criticalNode },
    };
  });
}
