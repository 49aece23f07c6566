// SWMM solves nodes that its map lacks. They are put where the link that leads to them would end: as far from its
// other node as it is long, straight on.

import type { AssumptionList } from '../assumptions.ts';
import type { ImportedNode } from '../imported-network.ts';

export interface LostLink {
  readonly from: string;
  readonly to: string;
  /** In units of the map; a link without a length is taken for 1. */
  readonly length: number;
}

type Place = readonly [x: number, y: number];

/** Nodes that no link leads to from a node with a place stay lost. */
export function placeLost(
  nodes: readonly ImportedNode[],
  links: readonly LostLink[],
  assumptions: AssumptionList,
): ImportedNode[] {
  const places = new Map<string, Place>();
  for (const { id, point } of nodes) {
    if (Number.isFinite(point[0])) places.set(id, [point[0], point[1]]);
  }
  const before = places.size;
  if (before === nodes.length) return [...nodes];
  for (let found = true; found; ) {
    found = false;
    for (const link of links) {
      const [known, lost] = places.has(link.from) ? [link.from, link.to] : [link.to, link.from];
      const at = places.get(known);
      if (!at || places.has(lost)) continue;
      const [dx, dy] = directionAt(known, at, links, places);
      places.set(lost, [at[0] + dx * link.length, at[1] + dy * link.length]);
      found = true;
    }
  }
  if (places.size > before) {
    assumptions.add(
      'swmm-lost-nodes',
      '# nodes have no coordinates: they are put as far from their neighbour as the link is long.',
      '# 个节点没有坐标：按连接管段长度置于相邻节点之外。',
      places.size - before,
    );
  }
  return nodes.map((node) => {
    const [x, y] = places.get(node.id) ?? node.point;
    return x === node.point[0] ? node : { ...node, point: [x, y, node.point[2]] };
  });
}

/** Away from the neighbours that are known. */
function directionAt(
  id: string,
  [x, y]: Place,
  links: readonly LostLink[],
  places: ReadonlyMap<string, Place>,
): Place {
  let [dx, dy] = [0, 0];
  for (const { from, to } of links) {
    if (from !== id && to !== id) continue;
    const near = places.get(from === id ? to : from);
    if (!near) continue;
    const length = Math.hypot(x - near[0], y - near[1]) || 1;
    dx += (x - near[0]) / length;
    dy += (y - near[1]) / length;
  }
  const length = Math.hypot(dx, dy);
  return length > 1e-9 ? [dx / length, dy / length] : [1, 0];
}
