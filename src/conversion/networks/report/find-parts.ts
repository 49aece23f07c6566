// Parts that hang together with nothing else: the largest is the network, others are told.

import type { PlacedNetwork } from '../place-network.ts';
import type { NetworkFinding } from './findings.ts';
import type { NetworkPlan } from './network-plan.ts';

export function findParts({ network }: PlacedNetwork, plan: NetworkPlan): NetworkFinding[] {
  const parts: { readonly nodes: readonly string[]; readonly links: number }[] = [];
  const seen = new Set<string>();
  for (const { id: start } of network.nodes) {
    if (seen.has(start)) continue;
    seen.add(start);
    const nodes = [start];
    const links = new Set<unknown>();
    for (const id of nodes) {
      for (const link of plan.linksAt(id)) {
        links.add(link);
        for (const end of [link.from, link.to]) {
          if (seen.has(end) || !plan.nodes.has(end)) continue;
          seen.add(end);
          nodes.push(end);
        }
      }
    }
    parts.push({ nodes, links: links.size });
  }
  parts.sort((a, b) => b.links - a.links);
  return parts.slice(1).map(({ nodes, links }) => {
    const [id = ''] = nodes;
    const isAlone = links === 0;
    return {
      kind: 'isolatedPart',
      table: 'nodes',
      id,
      placeDeg: plan.toDegrees(plan.nodeAt(id) ?? [0, 0]),
      text: isAlone
        ? {
            en: `Node ${id} is joined to nothing.`,
            zh: `节点 ${id} 未与任何管段相连。`,
          }
        : {
            en: `${links} links and ${nodes.length} nodes around ${id} hang together with nothing else.`,
            zh: `${id} 周围的 ${links} 条管段和 ${nodes.length} 个节点与其余部分不相连。`,
          },
    };
  });
}
