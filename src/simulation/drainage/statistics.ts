// What a run is remembered by: highest depths and flows with their times, flooding, and the balance of volumes.
// SI; times in s since the start.

import type { Drains } from './routing/drains.ts';
import { type Runoff, storedOnGround } from './runoff/runoff.ts';

export interface Statistics {
  readonly maximumDepthM: Float64Array;
  readonly maximumDepthS: Float64Array;
  /** Water that left each node over its rim, how long, and its peak. */
  readonly floodedM3: Float64Array;
  readonly floodedS: Float64Array;
  readonly peakOverflowM3s: Float64Array;
  readonly floodBeganS: Float64Array;
  /** How long the water stood above the crown of the highest link. */
  readonly surchargedS: Float64Array;
  /** By row of the model's links. */
  readonly maximumFlowM3s: Float64Array;
  readonly maximumFlowS: Float64Array;
  readonly maximumVelocityMps: Float64Array;
  readonly maximumFilling: Float64Array;
  inflowM3: number;
  outflowM3: number;
  overflowM3: number;
  lostM3: number;
  streetM3: number;
  initialM3: number;
  steps: number;
  trials: number;
  unsettled: number;
}

export interface Balance {
  readonly inflowM3: number;
  readonly outflowM3: number;
  readonly floodedM3: number;
  readonly storedM3: number;
  /** What came in but is neither out nor stored, by what came in. */
  readonly routingError: number;
  readonly runoffError: number;
}

export function createStatistics({ model, nodes }: Drains): Statistics {
  const byNode = () => new Float64Array(nodes.count);
  const byLink = () => new Float64Array(model.links.length);
  return {
    ...{ maximumDepthM: nodes.depthM.slice(), maximumDepthS: byNode(), floodedM3: byNode() },
    ...{ floodedS: byNode(), peakOverflowM3s: byNode(), surchargedS: byNode() },
    floodBeganS: byNode().fill(Number.NaN),
    ...{ maximumFlowM3s: byLink(), maximumFlowS: byLink(), maximumVelocityMps: byLink() },
    maximumFilling: byLink(),
    ...{ inflowM3: 0, outflowM3: 0, overflowM3: 0, lostM3: 0, streetM3: 0, initialM3: 0 },
    ...{ steps: 0, trials: 0, unsettled: 0 },
  };
}

/** Water in conduits, storage and on ponded streets. */
export function storedVolume({ nodes, conduits, model }: Drains): number {
  let volume = 0;
  for (let k = 0; k < conduits.count; k++) {
    volume += conduits.heldM3[k]!;
  }
  for (let i = 0; i < nodes.count; i++) {
    volume += nodes.manholeM3[i]!;
    if (nodes.kind[i] === 2 || model.options.allowPonding) volume += nodes.volumeM3[i]!;
  }
  return volume;
}

/** After each step. */
export function remember(
  drains: Drains,
  statistics: Statistics,
  lateralBeforeM3s: Float64Array,
  timeS: number,
  stepS: number,
): void {
  const { nodes, conduits, devices } = drains;
  for (let i = 0; i < nodes.count; i++) {
    const lateral = (lateralBeforeM3s[i]! + nodes.lateralM3s[i]!) / 2;
    statistics.inflowM3 += lateral * stepS;
    statistics.lostM3 += nodes.lossM3s[i]! * stepS;
    const depth = nodes.depthM[i]!;
    if (nodes.kind[i] === 1) {
      const net = nodes.inflowM3s[i]! - nodes.outflowM3s[i]!;
      statistics.outflowM3 += ((nodes.oldNetM3s[i]! + net) / 2) * stepS;
    } else {
      const overflow = nodes.overflowM3s[i]!;
      if (overflow > 0) rememberFlood(statistics, i, overflow, timeS, stepS);
      if (depth >= nodes.crownM[i]!) statistics.surchargedS[i]! += stepS;
    }
    if (depth > statistics.maximumDepthM[i]!) {
      statistics.maximumDepthM[i] = depth;
      statistics.maximumDepthS[i] = timeS;
    }
  }
  for (let k = 0; k < conduits.count; k++) {
    const link = conduits.link[k]!;
    const flow = Math.abs(conduits.flowM3s[k]! * conduits.barrels[k]!);
    const velocity =
      conduits.areaM2[k]! > 0 ? Math.abs(conduits.flowM3s[k]!) / conduits.areaM2[k]! : 0;
    statistics.lostM3 += conduits.lossM3s[k]! * conduits.barrels[k]! * stepS;
    const filling = conduits.depthM[k]! / conduits.fullDepthM[k]!;
    if (velocity > statistics.maximumVelocityMps[link]!)
      statistics.maximumVelocityMps[link] = velocity;
    if (filling > statistics.maximumFilling[link]!) statistics.maximumFilling[link] = filling;
    rememberFlow(statistics, link, flow, timeS);
  }
  for (let k = 0; k < devices.count; k++) {
    rememberFlow(statistics, devices.link[k]!, Math.abs(devices.flowM3s[k]!), timeS);
  }
}

function rememberFlow(statistics: Statistics, link: number, flow: number, timeS: number): void {
  if (flow <= statistics.maximumFlowM3s[link]!) return;
  statistics.maximumFlowM3s[link] = flow;
  statistics.maximumFlowS[link] = timeS;
}

function rememberFlood(
  s: Statistics,
  i: number,
  overflow: number,
  timeS: number,
  stepS: number,
): void {
  s.overflowM3 += overflow * stepS;
  s.floodedM3[i]! += overflow * stepS;
  s.floodedS[i]! += stepS;
  if (Number.isNaN(s.floodBeganS[i]!)) s.floodBeganS[i] = timeS - stepS;
  if (overflow > s.peakOverflowM3s[i]!) s.peakOverflowM3s[i] = overflow;
}

export function balanceOf(drains: Drains, runoff: Runoff, statistics: Statistics): Balance {
  const storedM3 = storedVolume(drains);
  const { inflowM3, outflowM3, overflowM3, lostM3, initialM3 } = statistics;
  // Ponded water is stored, not lost.
  const gone = drains.model.options.allowPonding ? 0 : overflowM3;
  const missing = inflowM3 + initialM3 - outflowM3 - gone - lostM3 - storedM3;
  const ground =
    runoff.rainM3 -
    runoff.evaporatedM3 -
    runoff.infiltratedM3 -
    runoff.runoffM3 -
    storedOnGround(runoff);
  return {
    ...{ inflowM3, outflowM3, floodedM3: overflowM3, storedM3 },
    routingError: inflowM3 + initialM3 > 0 ? missing / (inflowM3 + initialM3) : 0,
    runoffError: runoff.rainM3 > 0 ? ground / runoff.rainM3 : 0,
  };
}
