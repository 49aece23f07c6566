// What several hydrants give at once: each is let down to the residual pressure by a huge emitter, all in one solve, then
// all are throttled alike until their zones keep the minimum. Less than the sum of each alone: they drink from the same
// mains. m³/s, m of water. Steady and demand-driven, no losses in the hydrants themselves.

import { DemandModel, NodeProperty, NodeType, Option } from 'epanet-js';
import { NODE_EMITTER_FLOW } from '../epanet.ts';
import { STEADY_PATTERN } from '../open-model.ts';
import type { WaterModel } from '../parts.ts';
import { solveHeads } from '../solve-heads.ts';
import type { FireFlowOptions } from './fire-flow.ts';
import { keptNodes, pressureZones } from './zones.ts';

/** As of one hydrant (`one-solve.ts`): the head that drives the flow through it is small. */
const HUGE = 50_000;
const TOLERANCE_M = 0.05;
/** The common throttle is halved so often: to 0.1 % of the flow. */
const HALVINGS = 10;
/** Hydrants that take water back are closed, those above their most are held there: each round settles some. */
const MOST_ROUNDS = 12;

export interface TogetherFlow {
  readonly rows: readonly { readonly node: string; readonly flowM3s: number }[];
  readonly totalM3s: number;
  /** `noPressure`: all of them are below the residual before anybody opens them. */
  readonly limit: 'hydrants' | 'zone' | 'noPressure' | 'failed';
}

/**
 * One row a node, in the order given; `mostM3s` holds for each. The model is put back; it has its hydraulics open and is
 * in the state that is asked about. Throws where an id is no junction.
 */
export function* runTogether(
  model: WaterModel,
  nodes: readonly string[],
  options: FireFlowOptions,
): Generator<number, TogetherFlow> {
  const indices = nodes.map((id) => junctionOf(model, id));
  const { type, pmin, preq, pexp } = model.project.getDemandModel();
  model.project.setDemandModel(DemandModel.DDA, pmin, preq, pexp);
  try {
    const before = solveHeads(model);
    yield 0.1;
    const flows = new Float64Array(nodes.length);
    const done = (limit: TogetherFlow['limit']): TogetherFlow => ({
      rows: nodes.map((node, at) => ({ node, flowM3s: flows[at]! })),
      totalM3s: flows.reduce((sum, flow) => sum + flow, 0),
      limit,
    });
    if (!before) return done('failed');
    const pressureM = (heads: Float64Array, index: number) =>
      heads[index - 1]! - model.elevationM[index - 1]!;
    const open = indices.map((index) => pressureM(before, index) > options.residualM);
    if (!open.includes(true)) return done('noPressure');
    const found = yield* letDown(model, indices, open, options);
    if (!found) return done('failed');
    flows.set(found);
    const zones = pressureZones(model);
    const kept = keptNodes(model, zones, before, options.zoneMinimumM);
    const drawn = new Set(indices);
    const watched = [...new Set(indices.map((index) => zones[index - 1]!))]
      .flatMap((zone) => [...(kept.get(zone) ?? [])])
      .filter((node) => !drawn.has(node + 1));
    const holds = (heads: Float64Array | undefined): boolean =>
      heads !== undefined &&
      watched.every(
        (node) => heads[node]! - model.elevationM[node]! >= options.zoneMinimumM - TOLERANCE_M,
      );
    yield 0.6;
    const taken = (share: number) => takeAll(model, indices, flows, share);
    if (holds(taken(1))) return done('hydrants');
    let low = 0;
    let high = 1;
    for (let halved = 0; halved < HALVINGS; halved++) {
      const share = (low + high) / 2;
      if (holds(taken(share))) low = share;
      else high = share;
      yield 0.6 + (0.4 * (halved + 1)) / HALVINGS;
    }
    flows.forEach((flow, at) => {
      flows[at] = low * flow;
    });
    return done('zone');
  } finally {
    model.project.setDemandModel(type, pmin, preq, pexp);
  }
}

/** Flows at the residual pressure; undefined where no balance is found. */
function* letDown(
  model: WaterModel,
  indices: readonly number[],
  open: boolean[],
  { residualM, mostM3s }: FireFlowOptions,
): Generator<number, Float64Array | undefined> {
  const isHeld = indices.map(() => false);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const flows = solveOnce(model, indices, { open, isHeld, residualM, mostM3s });
    yield 0.1 + (0.5 * (round + 1)) / MOST_ROUNDS;
    if (!flows) return undefined;
    const back = indices.findIndex((_, at) => open[at] && !isHeld[at] && flows[at]! < 0);
    const above = indices.map((_, at) => open[at] === true && flows[at]! > mostM3s);
    if (back < 0 && !above.includes(true)) return flows.map((flow) => Math.max(0, flow));
    if (back >= 0) open[back] = false;
    above.forEach((isAbove, at) => {
      if (isAbove) isHeld[at] = true;
    });
  }
  return undefined;
}

interface Drawn {
  readonly open: readonly boolean[];
  /** At `mostM3s`, by a demand. */
  readonly isHeld: readonly boolean[];
  readonly residualM: number;
  readonly mostM3s: number;
}

function solveOnce(
  model: WaterModel,
  indices: readonly number[],
  { open, isHeld, residualM, mostM3s }: Drawn,
): Float64Array | undefined {
  const { project, elevationM } = model;
  const undos: (() => void)[] = [];
  try {
    indices.forEach((index, at) => {
      if (!open[at]) return;
      if (isHeld[at]) {
        undos.push(addDemand(model, index, mostM3s));
        return;
      }
      const emitter = project.getNodeValue(index, NodeProperty.Emitter);
      const elevation = elevationM[index - 1]!;
      project.setNodeValue(index, NodeProperty.Elevation, elevation + residualM);
      project.setNodeValue(index, NodeProperty.Emitter, HUGE);
      undos.push(() => {
        project.setNodeValue(index, NodeProperty.Elevation, elevation);
        project.setNodeValue(index, NodeProperty.Emitter, emitter);
      });
    });
    const heads = solveHeads(model);
    if (!heads) return undefined;
    return Float64Array.from(indices, (index, at) => {
      if (!open[at]) return 0;
      return isHeld[at] ? mostM3s : project.getNodeValue(index, NODE_EMITTER_FLOW) / 1000;
    });
  } finally {
    for (const undo of undos.reverse()) undo();
  }
}

/** Heads while all take this share of their flows. */
function takeAll(
  model: WaterModel,
  indices: readonly number[],
  flows: Float64Array,
  share: number,
): Float64Array | undefined {
  const undos = indices.flatMap((index, at) =>
    flows[at]! > 0 ? [addDemand(model, index, share * flows[at]!)] : [],
  );
  try {
    return solveHeads(model);
  } finally {
    for (const undo of undos.reverse()) undo();
  }
}

/** As `takeByDemand`, of several; gives back how it is taken away. */
function addDemand({ project }: WaterModel, index: number, flowM3s: number): () => void {
  const litres = (flowM3s * 1000) / (project.getOption(Option.DemandMult) || 1);
  project.addDemand(index, litres, STEADY_PATTERN, '');
  return () => project.deleteDemand(index, project.getNumberOfDemands(index));
}

function junctionOf(model: WaterModel, id: string): number {
  const index = model.nodeIndex.get(id);
  if (index === undefined) throw new Error(`Hydrant ${id} is no node of the model.`);
  if (model.nodeType[index - 1] !== NodeType.Junction)
    throw new Error(`Hydrant ${id} is a tank or reservoir: expected a junction.`);
  return index;
}
