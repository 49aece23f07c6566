// Which valves to close around what is contaminated: everything that hangs together with it without a valve in
// between is inside, and the valves at its edge are those to close.

import type { WaterModel } from '../parts.ts';

export interface Containment {
  /** Ids of valves, in the order of the register. */
  readonly valves: readonly string[];
  /** Indices − 1 of nodes and links inside. */
  readonly nodes: Int32Array;
  readonly links: Int32Array;
}

/** `reached`: indices − 1 of the nodes that hold it now. Valves that don't work are passed by. */
export function contain(
  model: WaterModel,
  reached: Iterable<number>,
  inoperable: ReadonlySet<string> = new Set(),
): Containment {
  const { linkFrom, linkTo, nodeIds, linkIds } = model;
  const barriers = barriersOf(model, inoperable);
  const around = linksByNode(model);
  const nodes = new Set<number>();
  const links = new Set<number>();
  const edge = new Set<string>();
  const open = [...reached].map((node) => ({ node }));
  const enterLink = (link: number) => {
    if (links.has(link)) return;
    links.add(link);
    for (const end of [linkFrom[link]! - 1, linkTo[link]! - 1]) {
      const found = barriers.get(keyOf(link, end));
      if (found) for (const valve of found) edge.add(valve);
      else open.push({ node: end });
    }
  };
  for (let one = open.pop(); one; one = open.pop()) {
    const { node } = one;
    if (nodes.has(node)) continue;
    nodes.add(node);
    for (const link of around.get(node) ?? []) {
      const found = barriers.get(keyOf(link, node));
      if (found) for (const valve of found) edge.add(valve);
      else enterLink(link);
    }
  }
  // Both sides of some valves are inside in the end: closing them parts nothing.
  const isEdge = (valve: string) => {
    const place = model.valves.get(valve);
    if (!place) return false;
    const link = (model.linkIndex.get(place.link) ?? 0) - 1;
    const node = (model.nodeIndex.get(place.node) ?? 0) - 1;
    return links.has(link) !== nodes.has(node);
  };
  return {
    valves: [...model.valves.keys()].filter((valve) => edge.has(valve) && isEdge(valve)),
    nodes: Int32Array.from(nodes)
      .filter((node) => node < nodeIds.length)
      .sort(),
    links: Int32Array.from(links)
      .filter((link) => link < linkIds.length)
      .sort(),
  };
}

const keyOf = (link: number, node: number) => `${link} ${node}`;

function barriersOf({ valves, linkIndex, nodeIndex }: WaterModel, inoperable: ReadonlySet<string>) {
  const barriers = new Map<string, string[]>();
  for (const [valve, place] of valves) {
    const link = linkIndex.get(place.link);
    const node = nodeIndex.get(place.node);
    if (link === undefined || node === undefined || inoperable.has(valve)) continue;
    const key = keyOf(link - 1, node - 1);
    const known = barriers.get(key);
    if (known) known.push(valve);
    else barriers.set(key, [valve]);
  }
  return barriers;
}

function linksByNode({ linkFrom, linkTo }: WaterModel): Map<number, number[]> {
  const around = new Map<number, number[]>();
  for (let link = 0; link < linkFrom.length; link += 1) {
    for (const node of [linkFrom[link]! - 1, linkTo[link]! - 1]) {
      const known = around.get(node);
      if (known) known.push(link);
      else around.set(node, [link]);
    }
  }
  return around;
}
