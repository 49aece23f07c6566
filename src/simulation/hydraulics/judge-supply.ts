// Who has water: EPANET gives nodes behind closed links some head that means nothing, so what no open link joins with
// a tank or reservoir has no supply whatever its head. Limits: DVGW W 400-1 asks for 2 bar at a house of one storey.

import { NodeType } from 'epanet-js';
import type { WaterModel, WaterSnapshot } from './parts.ts';

/** Pressure-driven after Wagner et al. 1988: nothing below the least, everything from the required pressure on. */
export const servicePressure = { minimumM: 0, requiredM: 20 } as const;

/** Below this customers complain: 20 psi, what fire services want to be left. */
export const LOW_PRESSURE_M = 14.06;
/** Delivered less than this of what is asked, a tap gives nothing that helps. */
const NO_SUPPLY_SHARE = 0.05;
const LOW_SUPPLY_SHARE = 0.8;

/** How a node is supplied. */
export const SUPPLY_FULL = 0;
export const SUPPLY_LOW = 1;
export const SUPPLY_NONE = 2;

/** By node index − 1, `SUPPLY_…`; tanks and reservoirs are full. */
export function judgeSupply(model: WaterModel, snapshot: WaterSnapshot): Uint8Array {
  const isFed = findFed(model, snapshot.isOpen);
  const { nodeType } = model;
  const { pressureM, deliveredShare } = snapshot;
  const supply = new Uint8Array(nodeType.length).fill(SUPPLY_FULL);
  for (let node = 0; node < supply.length; node += 1) {
    if (nodeType[node] !== NodeType.Junction) continue;
    const pressure = pressureM[node]!;
    const share = deliveredShare[node]!;
    if (isFed[node] === 0 || pressure <= 0 || share < NO_SUPPLY_SHARE) supply[node] = SUPPLY_NONE;
    else if (pressure < LOW_PRESSURE_M || share < LOW_SUPPLY_SHARE) supply[node] = SUPPLY_LOW;
  }
  return supply;
}

/** 1 for nodes that open links join with a tank or reservoir, by node index − 1. */
export function findFed(
  { nodeType, linkFrom, linkTo }: Pick<WaterModel, 'nodeType' | 'linkFrom' | 'linkTo'>,
  isOpen: ArrayLike<number>,
): Uint8Array {
  const nodes = nodeType.length;
  // Union-find with halving: no adjacency to build where links open and close all the time.
  const parent = new Uint32Array(nodes);
  for (let node = 0; node < nodes; node += 1) parent[node] = node;
  const rootOf = (node: number): number => {
    let at = node;
    while (parent[at]! !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let link = 0; link < linkFrom.length; link += 1) {
    if (isOpen[link] === 0) continue;
    const from = rootOf(linkFrom[link]! - 1);
    const to = rootOf(linkTo[link]! - 1);
    if (from !== to) parent[Math.max(from, to)] = Math.min(from, to);
  }
  const isSourceRoot = new Uint8Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    if (nodeType[node] !== NodeType.Junction) isSourceRoot[rootOf(node)] = 1;
  }
  const isFed = new Uint8Array(nodes);
  for (let node = 0; node < nodes; node += 1) isFed[node] = isSourceRoot[rootOf(node)]!;
  return isFed;
}
