// What a leak at each node would do to each sensor: one warm solve a candidate and instant, a hole whose flow follows
// the pressure. m of head a m³/s. Source: Pudar and Liggett 1992; Perez et al. 2011 (sensitivity matrix).

import { NodeProperty, NodeType, Option } from 'epanet-js';
import { NODE_EMITTER_FLOW } from '../epanet.ts';
import type { WaterModel } from '../parts.ts';
import { nodeOf, prepare } from '../prepare.ts';
import { solveHeads } from '../solve-heads.ts';
import type { LeakInstant, LeakSensor } from './parts.ts';

export interface Sensitivity {
  /** Numbers a node: instants × sensors. */
  readonly width: number;
  /** Row by node index − 1: change of head by flow, m a m³/s; NaN for nodes that can't leak. */
  readonly effect: Float64Array;
  /** Greatest flow that was tried at each node. */
  readonly triedM3s: Float64Array;
}

export const createSensitivity = (model: WaterModel, width: number): Sensitivity => ({
  width,
  effect: new Float64Array(model.nodeIds.length * width).fill(Number.NaN),
  triedM3s: new Float64Array(model.nodeIds.length),
});

/** Least pressure that a hole's size is reckoned with, m. */
const LEAST_M = 1;

/**
 * Fills the rows of `nodes` (indices − 1) for one instant with leaks of about `flowM3s(node)`; yields the number of
 * solves now and then. Leaves the model as it was.
 */
export function* measureEffects(
  model: WaterModel,
  into: Sensitivity,
  asked: {
    readonly instant: LeakInstant;
    /** Column of its first sensor. */
    readonly column: number;
    readonly sensors: readonly LeakSensor[];
    readonly nodes: Int32Array;
    readonly flowM3s: (node: number) => number;
  },
): Generator<number> {
  const { project, elevationM } = model;
  const at = asked.sensors.map(({ node }) => nodeOf(model, node) - 1);
  const undo = prepare(model, asked.instant.options);
  try {
    const base = solveHeads(model);
    if (!base) throw new Error('The network without a leak could not be solved.');
    const exponent = project.getOption(Option.Emitexpon) || 0.5;
    let solves = 1;
    for (const node of asked.nodes) {
      const pressure = Math.max(LEAST_M, base[node]! - elevationM[node]!);
      const before = project.getNodeValue(node + 1, NodeProperty.Emitter);
      const hole = (asked.flowM3s(node) * 1000) / pressure ** exponent;
      project.setNodeValue(node + 1, NodeProperty.Emitter, before + hole);
      const heads = solveHeads(model, 'warm') ?? solveHeads(model);
      // Of two holes at one node the new one has its share.
      const flow =
        (project.getNodeValue(node + 1, NODE_EMITTER_FLOW) * hole) / (before + hole) / 1000;
      project.setNodeValue(node + 1, NodeProperty.Emitter, before);
      solves += 1;
      const row = node * into.width + asked.column;
      const isLeaking = heads !== undefined && flow > 0;
      for (let sensor = 0; sensor < at.length; sensor += 1) {
        const change = isLeaking ? heads[at[sensor]!]! - base[at[sensor]!]! : Number.NaN;
        into.effect[row + sensor] = change / flow;
      }
      if (isLeaking) into.triedM3s[node] = Math.max(into.triedM3s[node]!, flow);
      if (solves % 64 === 0) yield 64;
    }
    yield solves % 64;
  } finally {
    undo();
  }
}

/** Change of head at the sensors while these nodes ask for 1 % more, times 100: per unit of their demand. */
export function driftEffect(
  model: WaterModel,
  instant: LeakInstant,
  sensors: readonly LeakSensor[],
  nodes: readonly string[] | 'all',
): Float64Array {
  const at = sensors.map(({ node }) => nodeOf(model, node) - 1);
  const { options } = instant;
  const heads = (isMore: boolean) => {
    const undo = prepare(model, options);
    const restore = isMore ? scale(model, nodes, 1.01) : () => {};
    try {
      return solveHeads(model);
    } finally {
      restore();
      undo();
    }
  };
  const [before, after] = [heads(false), heads(true)];
  return Float64Array.from(at, (node) =>
    before && after ? (after[node]! - before[node]!) * 100 : 0,
  );
}

function scale(model: WaterModel, nodes: readonly string[] | 'all', factor: number): () => void {
  const { project } = model;
  if (nodes === 'all') {
    const before = project.getOption(Option.DemandMult);
    project.setOption(Option.DemandMult, before * factor);
    return () => project.setOption(Option.DemandMult, before);
  }
  const restores: (() => void)[] = [];
  for (const id of nodes) {
    const index = model.nodeIndex.get(id);
    if (index === undefined || model.nodeType[index - 1] !== NodeType.Junction) continue;
    for (let demand = 1; demand <= project.getNumberOfDemands(index); demand += 1) {
      const before = project.getBaseDemand(index, demand);
      project.setBaseDemand(index, demand, before * factor);
      restores.push(() => project.setBaseDemand(index, demand, before));
    }
  }
  return () => {
    for (const restore of restores.reverse()) restore();
  };
}
