// What EXTRAN's depths make of the water, against what is there: a node's flows say how much came in, its depth
// (by the surface of its links at the step's end) how much that is in pipes. The two part where surfaces jump with
// the flow class, where a surcharged node has not settled, where a flooded one is cut off at its rim. The difference
// is owed to the node and paid back as a small flow, so that no water is made or lost in the long run. m³.

import { readHeld } from '../section/read-section.ts';
import { DRY_M, type Drains, type NodeArrays } from './drains.ts';

/** Time in which a debt is paid, s, and the most that goes into it, by a node's highest flow so far. */
const PAID_IN_S = 300;
const MOST_SHARE = 0.005;
/**
 * Shares of its highest flow under which a node pays, and of the highest inflow under which any does: storms keep
 * out of it, so that their peaks stay what EXTRAN makes them; what is paid earlier stands in basins until the peak.
 */
const SLACK_SHARE = 0.25;
const CALM_SHARE = 0.1;
/** Share of all that has come in that may stay owed: debts of single nodes mostly cancel out to less than that. */
const LEFT_SHARE = 0.0005;

/** Water that each conduit holds: by its routed length, and above its ends what stands there in its surface. */
export function measureConduits({ nodes, conduits, model }: Drains): void {
  const isSlot = model.options.surcharge === 'slot';
  for (let k = 0; k < conduits.count; k++) {
    const table = conduits.tables[k]!;
    const full = conduits.fullDepthM[k]!;
    const y1 = conduits.fromDepthM[k]!;
    const y2 = conduits.toDepthM[k]!;
    const area =
      (readHeld(table, y1) + 2 * readHeld(table, (y1 + y2) / 2) + readHeld(table, y2)) / 4;
    conduits.heldM3[k] =
      area * conduits.routedLengthM[k]! * conduits.barrels[k]! +
      standing(nodes, conduits.from[k]!, conduits.fromOffsetM[k]! + full, isSlot) *
        conduits.fromSlotM2[k]! +
      standing(nodes, conduits.to[k]!, conduits.toOffsetM[k]! + full, isSlot) *
        conduits.toSlotM2[k]!;
  }
}

/** Height of water over the top of a pipe's end; a manhole's surface ends at the crown of its highest pipe. */
function standing(nodes: NodeArrays, i: number, topM: number, isSlot: boolean): number {
  const depth = nodes.depthM[i]!;
  const isOpen = isSlot || nodes.kind[i] !== 0;
  return Math.max(0, (isOpen ? depth : Math.min(depth, nodes.crownM[i]!)) - topM);
}

/** Debts after a step, and the flows of the next one that pay them. */
export function settleVolumes(drains: Drains, stepS: number): void {
  const { nodes, conduits, model } = drains;
  const isSlot = model.options.surcharge === 'slot';
  for (let i = 0; i < nodes.count; i++) {
    if (nodes.kind[i] === 1) continue;
    const net = nodes.inflowM3s[i]! - nodes.outflowM3s[i]!;
    const isPonding = model.options.allowPonding && nodes.pondedM2[i]! > 0;
    const gone = isPonding ? 0 : nodes.overflowM3s[i]! * stepS;
    const gain = 0.5 * (nodes.oldNetM3s[i]! + net) * stepS;
    const paid = 0.5 * (nodes.oldPaymentM3s[i]! + nodes.paymentM3s[i]!) * stepS;
    const own = nodes.volumeM3[i]! - nodes.oldVolumeM3[i]! + fillManhole(drains, i, isSlot);
    nodes.owedM3[i]! += gain - paid - gone - own;
  }
  for (let k = 0; k < conduits.count; k++) {
    const from = conduits.from[k]!;
    const to = conduits.to[k]!;
    const barrels = conduits.barrels[k]!;
    const byFrom = risen(drains, from, isSlot) * conduits.fromSurfaceM2[k]! * barrels;
    const byTo = risen(drains, to, isSlot) * conduits.toSurfaceM2[k]! * barrels;
    nodes.owedM3[from]! -= byFrom;
    nodes.owedM3[to]! -= byTo;
    const owed = byFrom + byTo - (conduits.heldM3[k]! - conduits.oldHeldM3[k]!);
    const share = nodes.kind[from] === 1 || nodes.kind[to] === 1 ? 1 : 0.5;
    nodes.owedM3[from]! += share * owed;
    nodes.owedM3[to]! += share * owed;
  }
  const isDue = isPaymentDue(nodes, stepS);
  for (let i = 0; i < nodes.count; i++) {
    nodes.oldPaymentM3s[i] = nodes.paymentM3s[i]!;
    if (nodes.kind[i] === 1) nodes.owedM3[i] = 0;
    const flow = Math.max(nodes.inflowM3s[i]!, nodes.outflowM3s[i]!);
    const highest = Math.max(nodes.highestM3s[i]!, flow);
    nodes.highestM3s[i] = highest;
    const most = isDue && flow < SLACK_SHARE * highest ? MOST_SHARE * highest : 0;
    nodes.paymentM3s[i] = Math.max(-most, Math.min(most, nodes.owedM3[i]! / PAID_IN_S));
  }
}

/** Whether little comes in by what has come in at most, and the debts of all don't cancel out. */
function isPaymentDue(nodes: NodeArrays, stepS: number): boolean {
  let inflow = 0;
  let owed = 0;
  for (let i = 0; i < nodes.count; i++) {
    inflow += Math.max(0, nodes.lateralM3s[i]!);
    if (nodes.kind[i] !== 1) owed += nodes.owedM3[i]!;
  }
  const highest = Math.max(nodes.highestInflowM3s[0]!, inflow);
  nodes.highestInflowM3s[0] = highest;
  nodes.broughtM3[0]! += inflow * stepS;
  return inflow <= CALM_SHARE * highest && Math.abs(owed) > LEFT_SHARE * nodes.broughtM3[0]!;
}

/** Water that the least surface of a node takes where its links have less. */
function fillManhole(drains: Drains, i: number, isSlot: boolean): number {
  const { nodes, model } = drains;
  const missing = Math.max(0, model.options.minimumAreaM2 - nodes.surfaceM2[i]!);
  const before = nodes.manholeM3[i]!;
  const isDry = nodes.depthM[i]! <= DRY_M;
  nodes.manholeM3[i] = isDry ? 0 : Math.max(0, before + missing * risen(drains, i, isSlot));
  return nodes.manholeM3[i]! - before;
}

/** Rise of a node whose depth was found by surface; none of an outfall's or a surcharged node's. */
function risen({ nodes }: Drains, i: number, isSlot: boolean): number {
  if (nodes.kind[i] === 1) return 0;
  const isSurcharged = !isSlot && nodes.kind[i] === 0 && nodes.depthM[i]! > nodes.crownM[i]!;
  return isSurcharged ? 0 : nodes.depthM[i]! - nodes.oldDepthM[i]!;
}
