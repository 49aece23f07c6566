// What hydrants give for fighting a fire: the flow that leaves a residual pressure at the hydrant and a minimum in
// its zone, one steady demand-driven solve a hydrant. SI; pressures in m of water.
// Source: the emitter trick: raise the node by the residual pressure, put a huge emitter there and read its flow;
// AWWA M31 (2008) for residual and zone minimum; NFPA 291 (2022) for the classes.

import { DemandModel, NodeType } from 'epanet-js';
import type { WaterModel } from '../parts.ts';
import { solveHeads } from '../solve-heads.ts';
import { type HydrantClass, hydrantClassOf, TWENTY_PSI_M } from './classes.ts';
import { takeByDemand } from './hydrant-demand.ts';
import { limitOf } from './one-solve.ts';
import { flowWithinZone, lowestOf } from './zone-minimum.ts';
import { keptNodes, pressureZones } from './zones.ts';

export interface FireFlowOptions {
  /** Pressure that stays at the hydrant, m of water. */
  readonly residualM: number;
  /** Pressure that stays at every other junction of the hydrant's zone, m; −∞ looks at the hydrant alone. */
  readonly zoneMinimumM: number;
  /** Nobody asks for more: flows above are cut to it, m³/s. */
  readonly mostM3s: number;
}

export const usualFireFlow: FireFlowOptions = {
  residualM: TWENTY_PSI_M,
  zoneMinimumM: TWENTY_PSI_M,
  mostM3s: Number.POSITIVE_INFINITY,
};

/** What ends the flow of a hydrant. `noPressure`: it is below the residual before anybody opens it. */
export type FlowLimit = 'hydrant' | 'zone' | 'most' | 'noPressure' | 'failed';

export interface HydrantFlow {
  readonly node: string;
  /** Before it is opened, m. */
  readonly staticM: number;
  /** What it gives with both limits kept, m³/s; NaN where it could not be solved. */
  readonly flowM3s: number;
  /** What it would give if its own residual pressure were the only limit, m³/s. */
  readonly aloneM3s: number;
  readonly limit: FlowLimit;
  /** Junction with the least pressure of the zone while `flowM3s` runs, and that pressure. */
  readonly lowestNode: string;
  readonly lowestM: number;
  readonly hydrantClass: HydrantClass;
  /** How it was found: the trick's read-back was wrong where it says bisection. */
  readonly method: 'oneSolve' | 'bisection';
}

/**
 * One result a hydrant, in the order asked; the model is put back when the generator ends or is left. `model` has its
 * hydraulics open and is in the state that is asked about (`prepare`). Throws where an id is no junction.
 */
export function* runFireFlow(
  model: WaterModel,
  hydrants: readonly string[],
  options: FireFlowOptions = usualFireFlow,
): Generator<HydrantFlow> {
  const indices = hydrants.map((id) => junctionOf(model, id));
  const { type, pmin, preq, pexp } = model.project.getDemandModel();
  model.project.setDemandModel(DemandModel.DDA, pmin, preq, pexp);
  try {
    const before = solveHeads(model);
    const zones = pressureZones(model);
    const kept = keptNodes(model, zones, before ?? new Float64Array(), options.zoneMinimumM);
    for (const index of indices) {
      const zone = kept.get(zones[index - 1]!) ?? new Int32Array();
      yield before ? flowOf(model, index, { options, before, zone }) : failed(model, index);
    }
  } finally {
    model.project.setDemandModel(type, pmin, preq, pexp);
  }
}

interface Asked {
  readonly options: FireFlowOptions;
  readonly before: Float64Array;
  /** Indices − 1 of the nodes to keep supplied. */
  readonly zone: Int32Array;
}

function flowOf(model: WaterModel, index: number, asked: Asked): HydrantFlow {
  const { options, before, zone } = asked;
  const staticM = before[index - 1]! - model.elevationM[index - 1]!;
  const calm = lowestOf(model, zone, before, index);
  if (!(staticM > options.residualM)) {
    return { ...failed(model, index), ...lowest(model, calm), staticM, ...noFlow };
  }
  const alone = limitOf(model, index, staticM, options.residualM);
  if (!alone) return { ...failed(model, index), staticM };
  const { method } = alone;
  const isMost = alone.flowM3s > options.mostM3s;
  const heads = isMost ? takeByDemand(model, index, options.mostM3s) : alone.heads;
  if (!heads) return { ...failed(model, index), staticM };
  const asMuch = Math.min(alone.flowM3s, options.mostM3s);
  const within = flowWithinZone(model, index, { flowM3s: asMuch, heads }, asked);
  if (!within) return { ...failed(model, index), staticM, aloneM3s: alone.flowM3s };
  const limit = within.isReduced ? 'zone' : isMost ? 'most' : 'hydrant';
  return {
    node: model.nodeIds[index - 1]!,
    staticM,
    flowM3s: within.flowM3s,
    aloneM3s: alone.flowM3s,
    limit,
    ...lowest(model, within.lowest),
    hydrantClass: hydrantClassOf(within.flowM3s),
    method,
  };
}

const noFlow = { flowM3s: 0, aloneM3s: 0, limit: 'noPressure', hydrantClass: 'C' } as const;

const failed = (model: WaterModel, index: number): HydrantFlow => ({
  node: model.nodeIds[index - 1]!,
  staticM: Number.NaN,
  flowM3s: Number.NaN,
  aloneM3s: Number.NaN,
  limit: 'failed',
  lowestNode: '',
  lowestM: Number.NaN,
  hydrantClass: 'C',
  method: 'bisection',
});

const lowest = (
  model: WaterModel,
  { node, pressureM }: { readonly node: number; readonly pressureM: number },
) => ({ lowestNode: model.nodeIds[node] ?? '', lowestM: pressureM });

function junctionOf(model: WaterModel, id: string): number {
  const index = model.nodeIndex.get(id);
  if (index === undefined) throw new Error(`Hydrant ${id} is no node of the model.`);
  if (model.nodeType[index - 1] !== NodeType.Junction) {
    throw new Error(`Hydrant ${id} is a tank or reservoir: expected a junction.`);
  }
  return index;
}
