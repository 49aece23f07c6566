// Depth of each node from its balance: ΔV over the surface of its links, or, where it is surcharged, over the
// change of flow with head: SWMM reference manual vol. II (EPA/600/R-17/111), sections 3.3.2 and 3.3.5. SI.

import type { Trial } from './conduit-flow.ts';
import { DRY_M, DRY_M3S, type Drains, type NodeArrays } from './drains.ts';

/** Flows and surfaces of all nodes but what their links bring. */
export function clearNodes({ nodes, model }: Drains): void {
  for (let i = 0; i < nodes.count; i++) {
    const lateral = nodes.lateralM3s[i]!;
    const payment = nodes.paymentM3s[i]!;
    nodes.inflowM3s[i] = Math.max(lateral, 0) + Math.max(payment, 0);
    nodes.outflowM3s[i] = nodes.lossM3s[i]! - Math.min(lateral, 0) - Math.min(payment, 0);
    nodes.flowByHead[i] = 0;
    const isPonded =
      model.options.allowPonding &&
      nodes.pondedM2[i]! > 0 &&
      nodes.depthM[i]! > nodes.fullDepthM[i]!;
    const storage = nodes.storages[i];
    nodes.surfaceM2[i] = isPonded
      ? nodes.pondedM2[i]!
      : storage
        ? storage.areaAt(nodes.depthM[i]!)
        : 0;
  }
}

/** Adds what conduits bring; devices come after them, each for itself. */
export function addConduits({ nodes, conduits }: Drains): void {
  for (let k = 0; k < conduits.count; k++) {
    const barrels = conduits.barrels[k]!;
    const from = conduits.from[k]!;
    const to = conduits.to[k]!;
    passFlow(nodes, from, to, conduits.flowM3s[k]! * barrels);
    const loss = conduits.lossM3s[k]! * barrels;
    if (loss > 0) lose(nodes, from, to, loss);
    nodes.surfaceM2[from]! += conduits.fromSurfaceM2[k]! * barrels;
    nodes.surfaceM2[to]! += conduits.toSurfaceM2[k]! * barrels;
    nodes.flowByHead[from]! += conduits.flowByHead[k]!;
    nodes.flowByHead[to]! += conduits.flowByHead[k]!;
  }
}

/** Half of what a conduit loses at each end, all of it at one where the other is an outfall. */
function lose(nodes: NodeArrays, from: number, to: number, loss: number): void {
  const isOpenEnd = nodes.kind[from] === 1 || nodes.kind[to] === 1;
  const share = isOpenEnd ? loss : loss / 2;
  if (nodes.kind[from] !== 1) nodes.outflowM3s[from]! += share;
  if (nodes.kind[to] !== 1) nodes.outflowM3s[to]! += share;
}

export function passFlow(nodes: NodeArrays, from: number, to: number, flow: number): void {
  if (flow >= 0) {
    nodes.outflowM3s[from]! += flow;
    nodes.inflowM3s[to]! += flow;
  } else {
    nodes.inflowM3s[from]! -= flow;
    nodes.outflowM3s[to]! -= flow;
  }
}

/** New depths of all nodes but outfalls; gives back whether all of them settled. */
export function findDepths(drains: Drains, trial: Trial): boolean {
  const { nodes, model } = drains;
  let isSettled = true;
  for (let i = 0; i < nodes.count; i++) {
    if (nodes.kind[i] === 1) continue;
    const last = nodes.depthM[i]!;
    setDepth(drains, i, trial);
    const hasConverged = Math.abs(nodes.depthM[i]! - last) <= model.options.headToleranceM;
    nodes.isConverged[i] = hasConverged ? 1 : 0;
    if (!hasConverged) isSettled = false;
  }
  return isSettled;
}

function setDepth({ nodes, model }: Drains, i: number, { stepS, number, relaxation }: Trial): void {
  const { options } = model;
  const full = nodes.fullDepthM[i]!;
  const crown = nodes.crownM[i]!;
  const old = nodes.oldDepthM[i]!;
  const last = nodes.depthM[i]!;
  const canPond = options.allowPonding && nodes.pondedM2[i]! > 0;
  const isPonded = canPond && last > full;
  const surface = Math.max(nodes.surfaceM2[i]!, options.minimumAreaM2);
  const net = nodes.inflowM3s[i]! - nodes.outflowM3s[i]!;
  const gain = 0.5 * (nodes.oldNetM3s[i]! + net) * stepS;
  const isStorage = nodes.kind[i] === 2;
  // A basin is under pressure above its rim where it has a lid.
  const top = isStorage && nodes.surchargeM[i]! > 0 ? full : crown;
  const isLidded = !isStorage || (nodes.surchargeM[i]! > 0 && nodes.flowByHead[i]! > 0);
  const isSurcharged =
    options.surcharge === 'extran' && !isPonded && isLidded && crown > 0 && last > top;
  nodes.overflowM3s[i] = 0;
  let depth: number;
  if (!isSurcharged) {
    depth = old + gain / surface;
    if (!isPonded) nodes.freeSurfaceM2[i] = surface;
    if (number > 0) depth = (1 - relaxation) * last + relaxation * depth;
    if (isPonded && depth < full) depth = full - DRY_M;
  } else {
    const correction = nodes.isHead[i] === 1 ? 0.6 : 1;
    let denominator = nodes.flowByHead[i]!;
    if (last < 1.25 * crown) {
      const over = (last - crown) / crown;
      denominator += (nodes.freeSurfaceM2[i]! / stepS - denominator) * Math.exp(-15 * over);
    }
    depth = denominator === 0 ? last : last + (correction * net) / denominator;
    if (depth < crown) depth = crown - DRY_M;
    if (canPond && depth > full) depth = full + DRY_M;
  }
  if (depth < 0) depth = 0;
  const most = full + (canPond ? 0 : nodes.surchargeM[i]!);
  if (depth > most) {
    flood(nodes, i, canPond, gain, stepS);
    if (!canPond) depth = most;
  } else nodes.volumeM3[i] = isStorage ? nodes.storages[i]!.volumeAt(depth) : 0;
  nodes.risingMps[i] = Math.abs(depth - old) / stepS;
  nodes.depthM[i] = depth;
}

/** Water over the rim: stands on the street and comes back, or leaves. */
function flood(nodes: NodeArrays, i: number, canPond: boolean, gain: number, stepS: number): void {
  const fullVolume = nodes.fullVolumeM3[i]!;
  let overflow = gain / stepS;
  if (canPond) {
    const before = Math.max(nodes.oldVolumeM3[i]!, fullVolume);
    nodes.volumeM3[i] = Math.max(nodes.oldVolumeM3[i]! + gain, fullVolume);
    overflow = (nodes.volumeM3[i]! - before) / stepS;
  } else nodes.volumeM3[i] = fullVolume;
  nodes.overflowM3s[i] = overflow < DRY_M3S ? 0 : overflow;
}
