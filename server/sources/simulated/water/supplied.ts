// Which junctions water can reach: EPANET gives a head to those cut off too, which means nothing.

import { LinkProperty, NodeType, type Project } from 'epanet-js';

/** Returns a function that tells, by index − 1, 1 where a way of open links leads to a tank or reservoir. */
export function createSupplied(project: Project, nodes: number, links: number): () => Uint8Array {
  const from = new Uint32Array(links);
  const to = new Uint32Array(links);
  for (let link = 0; link < links; link += 1) {
    const { node1, node2 } = project.getLinkNodes(link + 1);
    from[link] = node1 - 1;
    to[link] = node2 - 1;
  }
  const first = new Uint32Array(nodes + 1);
  for (const node of [...from, ...to]) first[node + 1] = (first[node + 1] ?? 0) + 1;
  for (let node = 0; node < nodes; node += 1) first[node + 1]! += first[node]!;
  const filled = first.slice();
  const around = new Uint32Array(links * 2);
  for (let link = 0; link < links; link += 1) {
    around[filled[from[link]!]!++] = link;
    around[filled[to[link]!]!++] = link;
  }
  const sources = Array.from({ length: nodes }, (_, node) => node).filter(
    (node) => project.getNodeType(node + 1) !== NodeType.Junction,
  );
  const isReached = new Uint8Array(nodes);
  const queue = new Uint32Array(nodes);

  return () => {
    const isOpen = project.getLinkValues(LinkProperty.Status);
    isReached.fill(0);
    let last = 0;
    const reach = (node: number) => {
      if (isReached[node] === 1) return;
      isReached[node] = 1;
      queue[last++] = node;
    };
    for (const source of sources) reach(source);
    for (let at = 0; at < last; at += 1) {
      const node = queue[at]!;
      for (let next = first[node]!; next < first[node + 1]!; next += 1) {
        const link = around[next]!;
        if (isOpen[link]! > 0) reach(from[link] === node ? to[link]! : from[link]!);
      }
    }
    return isReached;
  };
}
