// The flow that lets a hydrant down to its residual pressure: by one solve with a huge emitter, or by bisection on a
// demand where the solve did not hold what it promised. Measured against bisection: see validation/pipes.

import { NodeProperty } from 'epanet-js';
import { NODE_EMITTER_FLOW } from '../epanet.ts';
import type { WaterModel } from '../parts.ts';
import { solveHeads } from '../solve-heads.ts';
import { takeByDemand } from './hydrant-demand.ts';

/**
 * L/s a √m. The head that drives the flow through it, (q / C)², is missing at the hydrant: 16 mm at 6 m³/s. With
 * 3000 it was up to 2.4 m at hydrants beside a reservoir; 50,000 converged on every network that was tried.
 */
const HUGE = 50_000;
/** Read back further off than this, m, the solve is not believed. */
const READ_BACK_M = 0.05;

export interface Limit {
  readonly flowM3s: number;
  /** While it runs, m, by node index − 1. */
  readonly heads: Float64Array;
  readonly method: 'oneSolve' | 'bisection';
}

/** Of junction `index` (from 1), whose pressure is `staticM` and above `residualM`. */
export function limitOf(
  model: WaterModel,
  index: number,
  staticM: number,
  residualM: number,
): Limit | undefined {
  return byEmitter(model, index, residualM) ?? byBisection(model, index, staticM, residualM);
}

export function byEmitter(model: WaterModel, index: number, residualM: number): Limit | undefined {
  const { project, elevationM } = model;
  const elevation = elevationM[index - 1]!;
  const emitter = project.getNodeValue(index, NodeProperty.Emitter);
  project.setNodeValue(index, NodeProperty.Elevation, elevation + residualM);
  project.setNodeValue(index, NodeProperty.Emitter, HUGE);
  try {
    const heads = solveHeads(model);
    if (!heads) return undefined;
    const flowM3s = project.getNodeValue(index, NODE_EMITTER_FLOW) / 1000;
    const isKept = Math.abs(heads[index - 1]! - elevation - residualM) <= READ_BACK_M;
    return isKept && flowM3s >= 0 ? { flowM3s, heads, method: 'oneSolve' } : undefined;
  } finally {
    project.setNodeValue(index, NodeProperty.Elevation, elevation);
    project.setNodeValue(index, NodeProperty.Emitter, emitter);
  }
}

/** Least flow that is looked for, m³/s, and how often the interval is halved: to 0.02 % of it. */
const START_M3S = 0.01;
const HALVINGS = 14;
const DOUBLINGS = 14;

/** The peer of the trick, and its way out. The flow is the last one that still left the residual pressure. */
export function byBisection(
  model: WaterModel,
  index: number,
  staticM: number,
  residualM: number,
): Limit | undefined {
  if (!(staticM > residualM)) return undefined;
  const needed = model.elevationM[index - 1]! + residualM;
  let low = 0;
  let heads: Float64Array | undefined;
  let high = START_M3S;
  for (let doubled = 0; doubled < DOUBLINGS; doubled += 1) {
    const tried = takeByDemand(model, index, high);
    if (!tried || tried[index - 1]! < needed) break;
    low = high;
    heads = tried;
    high *= 2;
  }
  for (let halved = 0; halved < HALVINGS; halved += 1) {
    const middle = (low + high) / 2;
    const tried = takeByDemand(model, index, middle);
    if (tried && tried[index - 1]! >= needed) {
      low = middle;
      heads = tried;
    } else high = middle;
  }
  return heads && { flowM3s: low, heads, method: 'bisection' };
}
