// Keeps a fire flow from drawing its zone below the minimum: the flow is reduced until the lowest junction has it.
// m³/s and m of water.

import type { WaterModel } from '../parts.ts';
import type { FireFlowOptions } from './fire-flow.ts';
import { takeByDemand } from './hydrant-demand.ts';

export interface Lowest {
  /** Index − 1; −1 where the zone is empty. */
  readonly node: number;
  readonly pressureM: number;
}

/** The junction of the zone (indices − 1) with the least pressure, the hydrant (index from 1) itself left out. */
export function lowestOf(
  model: WaterModel,
  zone: Int32Array,
  heads: Float64Array,
  hydrant: number,
): Lowest {
  let node = -1;
  let pressureM = Number.POSITIVE_INFINITY;
  for (const one of zone) {
    const pressure = heads[one]! - model.elevationM[one]!;
    if (one === hydrant - 1 || pressure >= pressureM) continue;
    node = one;
    pressureM = pressure;
  }
  return { node, pressureM };
}

/** The minimum is kept when it is missed by no more, m. */
const TOLERANCE_M = 0.02;
const MOST_SOLVES = 24;

interface Within {
  readonly flowM3s: number;
  readonly isReduced: boolean;
  readonly lowest: Lowest;
}

/** Undefined where the network has no solution on the way. */
export function flowWithinZone(
  model: WaterModel,
  index: number,
  at: { readonly flowM3s: number; readonly heads: Float64Array },
  asked: {
    readonly options: FireFlowOptions;
    readonly before: Float64Array;
    readonly zone: Int32Array;
  },
): Within | undefined {
  const { zoneMinimumM } = asked.options;
  const lowestAt = (heads: Float64Array) => lowestOf(model, asked.zone, heads, index);
  const first = lowestAt(at.heads);
  if (first.pressureM >= zoneMinimumM - TOLERANCE_M) {
    return { flowM3s: at.flowM3s, isReduced: false, lowest: first };
  }
  // Illinois' false position on the flow's power of 1.852, on which lost pressure hangs nearly in a straight line.
  let low = pointAt(0, lowestAt(asked.before), zoneMinimumM);
  let high = pointAt(at.flowM3s, first, zoneMinimumM);
  let [lowWeightM, highWeightM] = [low.overM, high.overM];
  let lastSide: 'low' | 'high' | undefined;
  for (let solve = 0; solve < MOST_SOLVES; solve += 1) {
    const share = lowWeightM / (lowWeightM - highWeightM);
    const power = low.power + Math.min(0.99, Math.max(0.01, share)) * (high.power - low.power);
    const flowM3s = power ** (1 / LOSS_POWER);
    // Warm: each of these solves is near the one before, and the first of a hydrant was a cold one.
    const heads =
      takeByDemand(model, index, flowM3s, 'warm') ?? takeByDemand(model, index, flowM3s);
    if (!heads) return undefined;
    const one = pointAt(flowM3s, lowestAt(heads), zoneMinimumM);
    if (one.overM >= -TOLERANCE_M) {
      low = one;
      lowWeightM = Math.max(0, one.overM);
      if (lastSide === 'low') highWeightM /= 2;
      lastSide = 'low';
    } else {
      high = one;
      highWeightM = one.overM;
      if (lastSide === 'high') lowWeightM /= 2;
      lastSide = 'high';
    }
    if (Math.abs(one.overM) <= TOLERANCE_M) break;
    if (high.flowM3s - low.flowM3s <= 1e-3 * high.flowM3s) break;
  }
  return { flowM3s: low.flowM3s, isReduced: true, lowest: low.lowest };
}

const LOSS_POWER = 1.852;

interface Point {
  readonly flowM3s: number;
  readonly lowest: Lowest;
  /** Above the minimum, m. */
  readonly overM: number;
  readonly power: number;
}

const pointAt = (flowM3s: number, lowest: Lowest, minimumM: number): Point => ({
  flowM3s,
  lowest,
  overM: lowest.pressureM - minimumM,
  power: flowM3s ** LOSS_POWER,
});
