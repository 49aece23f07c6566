// Depth at outfalls: critical or normal depth of what flows out, or the water outside where that is higher.
// SWMM reference manual vol. II (EPA/600/R-17/111), section 3.3.4. SI.

import type { OutfallStage } from '../model.ts';
import { depthOfCritical, depthOfFactor } from '../section/flow-depths.ts';
import { onCurve } from './curves.ts';
import { type Drains, GRAVITY } from './drains.ts';

const ROOT_G = Math.sqrt(GRAVITY);
const DAY_S = 86_400;

/** Sets the depths at both ends of the step's trial. `timeS` is of the step's end, since the start. */
export function setOutfallDepths(drains: Drains, timeS: number): void {
  const { nodes, conduits, devices } = drains;
  for (let k = 0; k < conduits.count; k++) {
    const to = conduits.to[k]!;
    const from = conduits.from[k]!;
    const node = nodes.kind[to] === 1 ? to : nodes.kind[from] === 1 ? from : -1;
    if (node < 0) continue;
    const table = conduits.tables[k]!;
    const flow = Math.abs(conduits.flowM3s[k]!);
    const full = conduits.fullAreaM2[k]! * conduits.fullRadiusM[k]! ** (2 / 3);
    const normal = depthOfFactor(table, flow / (conduits.normal[k]! * full));
    const critical = depthOfCritical(table, flow / ROOT_G);
    const offset = node === to ? conduits.toOffsetM[k]! : conduits.fromOffsetM[k]!;
    set(drains, node, normal, critical, offset, timeS);
  }
  for (let k = 0; k < devices.count; k++) {
    const to = devices.to[k]!;
    const from = devices.from[k]!;
    const node = nodes.kind[to] === 1 ? to : nodes.kind[from] === 1 ? from : -1;
    if (node >= 0) set(drains, node, 0, 0, 0, timeS);
  }
}

function set(
  { nodes, model }: Drains,
  node: number,
  normal: number,
  critical: number,
  offset: number,
  timeS: number,
): void {
  const stage = nodes.stages[node]!;
  const invert = nodes.invertM[node]!;
  if (stage.kind === 'free' || stage.kind === 'normal') {
    nodes.depthM[node] =
      offset > 0 ? 0 : stage.kind === 'free' ? Math.min(normal, critical) : normal;
    return;
  }
  const level = stageAt(stage, timeS, model.options.startMs);
  const own = Math.min(normal, critical);
  if (own + offset + invert < level) nodes.depthM[node] = level - invert;
  else if (offset > 0) {
    nodes.depthM[node] = level < invert + offset ? Math.max(0, level - invert) : offset + own;
  } else nodes.depthM[node] = own;
}

function stageAt(stage: OutfallStage, timeS: number, startMs: number): number {
  switch (stage.kind) {
    case 'fixed':
      return stage.stageM;
    case 'tidal': {
      const second = (((startMs / 1000 + timeS) % DAY_S) + DAY_S) % DAY_S;
      return onCurve(stage.curve, second / 3600);
    }
    case 'series':
      return onCurve(stage.series, timeS);
    default:
      return Number.NEGATIVE_INFINITY;
  }
}
