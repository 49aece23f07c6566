// Water in the drains before the first step: outfalls at their stage, conduits as deep as their ends are on average
// (SWMM reference manual vol. II, section 3.4). SI.

import { readShares } from '../section/read-section.ts';
import { DRY_M, type Drains } from './drains.ts';
import { setOutfallDepths } from './outfall-depth.ts';
import { measureConduits } from './volume-ledger.ts';

const shares = new Float64Array(3);

export function setFirstState(drains: Drains): void {
  const { nodes, conduits } = drains;
  setOutfallDepths(drains, 0);
  for (let k = 0; k < conduits.count; k++) {
    const full = conduits.fullDepthM[k]!;
    const clip = (depth: number) => Math.min(Math.max(depth, 0), full);
    const from = clip(nodes.depthM[conduits.from[k]!]! - conduits.fromOffsetM[k]!);
    const to = clip(nodes.depthM[conduits.to[k]!]! - conduits.toOffsetM[k]!);
    const depth = Math.max((from + to) / 2, DRY_M);
    readShares(conduits.tables[k]!, depth / full, shares);
    const area = conduits.fullAreaM2[k]! * shares[0]!;
    conduits.depthM[k] = depth;
    conduits.areaM2[k] = area;
    conduits.middleAreaM2[k] = area;
    conduits.fromDepthM[k] = from;
    conduits.toDepthM[k] = to;
  }
  measureConduits(drains);
}
