// Pressure zones of a water model: what hangs together over open pipes, without pumps and control valves between.
// The zone of a hydrant is what its fire flow may not draw below the minimum.

import { LinkProperty, LinkType, NodeType } from 'epanet-js';
import type { WaterModel } from '../parts.ts';

/** Zone by node index − 1, numbered from 0 in the order of nodes. */
export function pressureZones(model: WaterModel): Int32Array {
  const { linkType, linkFrom, linkTo, nodeIds, project } = model;
  const status = project.getLinkValues(LinkProperty.InitStatus);
  const parent = Int32Array.from(nodeIds, (_, node) => node);
  for (let link = 0; link < linkType.length; link += 1) {
    const isPipe = linkType[link] === LinkType.Pipe || linkType[link] === LinkType.CVPipe;
    if (!isPipe || status[link] === 0) continue;
    const a = rootOf(parent, linkFrom[link]! - 1);
    const b = rootOf(parent, linkTo[link]! - 1);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  const numbers = new Map<number, number>();
  return parent.map((_, node) => {
    const root = rootOf(parent, node);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}

function rootOf(parent: Int32Array, start: number): number {
  let node = start;
  while (parent[node] !== node) {
    parent[node] = parent[parent[node]!]!;
    node = parent[node]!;
  }
  return node;
}

/**
 * Indices − 1 of the junctions of each zone that the fire flow has to keep supplied: those whose pressure is at the
 * minimum already without any fire. The others are short of pressure anyway, and no hydrant is to blame.
 */
export function keptNodes(
  model: WaterModel,
  zones: Int32Array,
  heads: Float64Array,
  minimumM: number,
): ReadonlyMap<number, Int32Array> {
  const lists = new Map<number, number[]>();
  for (let node = 0; node < zones.length; node += 1) {
    if (model.nodeType[node] !== NodeType.Junction) continue;
    if (heads[node]! - model.elevationM[node]! < minimumM) continue;
    const zone = zones[node]!;
    const known = lists.get(zone);
    if (known) known.push(node);
    else lists.set(zone, [node]);
  }
  return new Map([...lists].map(([zone, nodes]) => [zone, Int32Array.from(nodes)]));
}
