// Parts of a network between flow meters and closed pipes: what meters say runs into a part, less what runs out, is
// what is drawn there. Where a part has a tank or reservoir of its own that is not known; it is drawn there as elsewhere.

import { LinkProperty, LinkType, NodeType } from 'epanet-js';
import { readLinks } from './bulk-values.ts';
import { demandAt } from './demands.ts';
import type { WaterModel } from './parts.ts';

export interface MeteredArea {
  /** Id of the junction with the lowest index, by which it is known from one instant to the next. */
  readonly id: string;
  /** Ids of its junctions. */
  readonly nodes: readonly string[];
  readonly measuredM3s: number;
  /** What the file says is drawn there at the time. */
  readonly expectedM3s: number;
  readonly factor: number;
}

export interface DemandScale {
  /** For parts without a factor of their own. */
  readonly factor: number;
  readonly areas: readonly MeteredArea[];
}

/** A part that draws less than this, m³/s, says nothing about demand: the meters' errors are as large. */
const LEAST_DEMAND_M3S = 0.0005;
/** Beyond these a meter is wrong or a valve stands otherwise than the model says. */
const LEAST_FACTOR = 0.1;
const MOST_FACTOR = 10;

/**
 * `flowM3s`: what is measured, by link id, positive from the link's first node to its last. Parts that reach one of
 * `excluded` (node ids: where a burst runs) get no factor.
 */
export function scaleToMeters(
  model: WaterModel,
  patternS: number,
  flowM3s: ReadonlyMap<string, number>,
  excluded: ReadonlySet<string> = new Set(),
): DemandScale {
  const { nodeIds, nodeType, linkFrom, linkTo } = model;
  const metered = new Map<number, number>();
  for (const [id, flow] of flowM3s) {
    const link = model.linkIndex.get(id);
    if (link !== undefined) metered.set(link - 1, flow);
  }
  const partOf = partition(model, metered);
  const demand = demandAt(model, patternS);
  const expected = new Float64Array(nodeIds.length);
  const measured = new Float64Array(nodeIds.length);
  const isKnown = new Uint8Array(nodeIds.length).fill(1);
  for (let node = 0; node < nodeIds.length; node += 1) {
    const part = partOf[node]!;
    expected[part]! += demand[node]!;
    if (nodeType[node] !== NodeType.Junction || excluded.has(nodeIds[node]!)) isKnown[part] = 0;
  }
  for (const [link, flow] of metered) {
    measured[partOf[linkFrom[link]! - 1]!]! -= flow;
    measured[partOf[linkTo[link]! - 1]!]! += flow;
  }
  const members = new Map<number, string[]>();
  for (let node = 0; node < nodeIds.length; node += 1) {
    const part = partOf[node]!;
    if (isKnown[part] === 0 || expected[part]! < LEAST_DEMAND_M3S) continue;
    const known = members.get(part);
    if (known) known.push(nodeIds[node]!);
    else members.set(part, [nodeIds[node]!]);
  }
  const areas: MeteredArea[] = [];
  for (const [part, nodes] of members) {
    const factor = measured[part]! / expected[part]!;
    if (!(factor >= LEAST_FACTOR && factor <= MOST_FACTOR)) continue;
    areas.push({
      id: nodeIds[part] ?? '',
      nodes,
      measuredM3s: measured[part]!,
      expectedM3s: expected[part]!,
      factor,
    });
  }
  const sum = (value: (area: MeteredArea) => number) =>
    areas.reduce((total, area) => total + value(area), 0);
  const factor =
    areas.length > 0 ? sum((one) => one.measuredM3s) / sum((one) => one.expectedM3s) : 1;
  return { factor, areas };
}

/** The lowest node index − 1 of the part that each node is in. */
function partition(model: WaterModel, metered: ReadonlyMap<number, number>): Uint32Array {
  const { nodeIds, linkType, linkFrom, linkTo } = model;
  // Nothing runs through what the file has closed; pumps are switched by its controls.
  const status = readLinks(model, LinkProperty.InitStatus, linkFrom.length);
  const isShut = (link: number) => status[link] === 0 && linkType[link] !== LinkType.Pump;
  const parent = Uint32Array.from({ length: nodeIds.length }, (_, node) => node);
  const rootOf = (node: number): number => {
    let at = node;
    while (parent[at]! !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let link = 0; link < linkFrom.length; link += 1) {
    if (metered.has(link) || isShut(link)) continue;
    const from = rootOf(linkFrom[link]! - 1);
    const to = rootOf(linkTo[link]! - 1);
    if (from !== to) parent[Math.max(from, to)] = Math.min(from, to);
  }
  return parent.map((_, node) => rootOf(node));
}
