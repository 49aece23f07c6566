// One step of the dynamic wave: flows and depths in turn (Picard, under-relaxed by half) until heads settle, and
// the longest step that the Courant condition allows. SWMM reference manual vol. II, sections 3.3 and 3.4. SI.

import { routeConduits } from './conduit-flow.ts';
import { routeDevices } from './device-flow.ts';
import { DRY_M, DRY_M2, DRY_M3S, type Drains } from './drains.ts';
import { addConduits, clearNodes, findDepths } from './node-depth.ts';
import { setOutfallDepths } from './outfall-depth.ts';
import { measureConduits, settleVolumes } from './volume-ledger.ts';

export interface StepResult {
  trials: number;
  isSettled: boolean;
}

/** Routes to `timeS + stepS`; the nodes' lateral flows and losses are set. */
export function routeStep(
  drains: Drains,
  timeS: number,
  stepS: number,
  evaporationMps: number,
  result: StepResult,
): void {
  const { nodes, conduits, model } = drains;
  keepOld(drains);
  const trial = { stepS, number: 0, relaxation: 0.5, evaporationMps };
  nodes.isConverged.fill(0);
  let isSettled = false;
  while (trial.number < model.options.maximumTrials) {
    clearNodes(drains);
    routeConduits(drains, trial);
    addConduits(drains);
    routeDevices(drains, trial);
    setOutfallDepths(drains, timeS + stepS);
    isSettled = findDepths(drains, trial);
    trial.number++;
    if (trial.number > 1 && isSettled) break;
  }
  measureConduits(drains);
  settleVolumes(drains, stepS);
  for (let k = 0; k < conduits.count; k++) conduits.isAtRest[k] = conduits.flowM3s[k] === 0 ? 1 : 0;
  result.trials = trial.number;
  result.isSettled = isSettled;
}

function keepOld({ nodes, conduits }: Drains): void {
  for (let i = 0; i < nodes.count; i++) {
    nodes.oldNetM3s[i] = nodes.inflowM3s[i]! - nodes.outflowM3s[i]!;
  }
  nodes.oldDepthM.set(nodes.depthM);
  nodes.oldVolumeM3.set(nodes.volumeM3);
  conduits.oldFlowM3s.set(conduits.flowM3s);
  conduits.oldHeldM3.set(conduits.heldM3);
  conduits.oldMiddleAreaM2.set(conduits.middleAreaM2);
  conduits.oldDepthM.set(conduits.depthM);
}

/** The step that waves in conduits and rising nodes allow, between the least and `mostS`. */
export function courantStep({ nodes, conduits, model }: Drains, mostS: number): number {
  const { courantShare, minimumStepS } = model.options;
  if (courantShare <= 0) return mostS;
  let step = mostS;
  for (let k = 0; k < conduits.count; k++) {
    const flow = Math.abs(conduits.flowM3s[k]!);
    const froude = conduits.froude[k]!;
    if (flow <= DRY_M3S || conduits.middleAreaM2[k]! <= DRY_M2 || froude <= 0.01) continue;
    // Volume by flow is length by speed; it is taken by the lengthened length.
    const passing = (conduits.areaM2[k]! * conduits.routedLengthM[k]!) / flow;
    step = Math.min(step, ((passing * froude) / (1 + froude)) * courantShare);
  }
  for (let i = 0; i < nodes.count; i++) {
    const depth = nodes.depthM[i]!;
    const crown = nodes.crownM[i]!;
    if (nodes.kind[i] === 1 || depth <= DRY_M || depth + DRY_M >= crown) continue;
    const rising = nodes.risingMps[i]!;
    if (crown * 0.25 < DRY_M || rising < DRY_M) continue;
    step = Math.min(step, (crown * 0.25) / rising);
  }
  return Math.floor(Math.max(step, minimumStepS) * 1000) / 1000;
}
