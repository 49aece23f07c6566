// Where water is lost: what pressure sensors see against what a leak at each pipe would do, as an area with a
// probability, never a single pipe. A second round tries the likely pipes with the flow that fits them, because what a
// burst does grows faster than its flow. m of water and m³/s.
// Source: Pudar and Liggett 1992; Casillas et al. 2013 (angle method); Vrachimis et al. 2022 (BattLeDIM).

import type { WaterModel } from '../parts.ts';
import { type Evidence, fitLeak } from './likelihood.ts';
import type { LeakFinding, LeakInstant, LeakSearchOptions, LeakSensor } from './parts.ts';
import { usualLeakSearch } from './parts.ts';
import { candidatePipes, type Judged, judgePipes, toFinding } from './posterior.ts';
import { createSensitivity, driftEffect, measureEffects, type Sensitivity } from './sensitivity.ts';
import { spreadOut } from './spread-out.ts';

export interface LeakProgress {
  readonly done: number;
  /** Solves that are expected in all. */
  readonly total: number;
}

/** Flow that fits further from the one that was tried is tried again with it. */
const FAR = 1.5;
/** Pipes less likely than this share of the best one need no second round. */
const LEAST_SHARE = 1e-8;
const ROUNDS = 3;
/** Of larger networks some nodes are tried first, spread out, and then only what lies around the likely ones. */
const MOST_NODES = 1000;
const FEW_NODES = 400;
/** Error of taking what a leak does at the nearest node that was tried. */
const ROUGH_ERROR = 0.3;
/** Of the few so many are tried again with the flow that fits, and around so many everything is tried. */
const REFITTED = 120;
const CELLS = 40;

/** Throws where a sensor's node is unknown, where nothing is measured, or where the network can't be solved. */
export function* searchLeak(
  model: WaterModel,
  sensors: readonly LeakSensor[],
  instants: readonly LeakInstant[],
  options: LeakSearchOptions = usualLeakSearch,
): Generator<LeakProgress, LeakFinding> {
  const evidence = toEvidence(model, sensors, instants, options);
  const sensitivity = createSensitivity(model, evidence.changeM.length);
  const links = candidatePipes(model);
  const nodes = endsOf(model, links);
  const flows = new Float64Array(model.nodeIds.length).fill(options.firstFlowM3s);
  const asked = { sensors, instants, flows };
  let solves = 0;
  let total = nodes.length * instants.length;
  const run = function* (some: Int32Array) {
    for (const step of measureAll(model, sensitivity, some, asked)) {
      solves += step;
      yield { done: solves, total };
    }
  };
  const coarse = nodes.length > MOST_NODES ? spreadOut(model, nodes, FEW_NODES) : undefined;
  let tried = links;
  if (coarse) {
    total = 2 * coarse.few.length * instants.length;
    yield* run(coarse.few);
    const rough = { ...evidence, modelError: ROUGH_ERROR };
    yield* run(refit(sensitivity, rough, bestOf(sensitivity, rough, coarse.few, REFITTED), flows));
    const cells = new Set(bestOf(sensitivity, rough, coarse.few, CELLS));
    const inside = (end: number) => cells.has(coarse.nearest[end - 1]!);
    tried = links.filter((link) => inside(model.linkFrom[link]!) || inside(model.linkTo[link]!));
    const ends = endsOf(model, tried).filter((node) => sensitivity.triedM3s[node] === 0);
    for (const node of ends) flows[node] = flows[coarse.nearest[node]!] ?? options.firstFlowM3s;
    total = solves + ends.length * instants.length;
    yield* run(ends);
  } else yield* run(nodes);
  let judged = judgePipes(model, sensitivity, evidence, tried);
  for (let round = 1; round < ROUNDS; round += 1) {
    const far = farNodes(model, sensitivity, judged, flows);
    if (far.length === 0) break;
    total += far.length * instants.length;
    yield* run(far);
    judged = judgePipes(model, sensitivity, evidence, tried);
  }
  return toFinding(model, evidence, judged, options.areaShare, solves);
}

function toEvidence(
  model: WaterModel,
  sensors: readonly LeakSensor[],
  instants: readonly LeakInstant[],
  { demandDrift, driftingAreas, modelError }: LeakSearchOptions,
): Evidence {
  const width = sensors.length;
  const changeM = new Float64Array(width * instants.length);
  const drifts: Float64Array[] = [];
  for (const [at, instant] of instants.entries()) {
    if (instant.changeM.length !== width) {
      throw new Error(
        `An instant has ${instant.changeM.length} changes: expected ${width} sensors.`,
      );
    }
    changeM.set(instant.changeM, at * width);
    for (const nodes of ['all' as const, ...driftingAreas]) {
      if (demandDrift <= 0) continue;
      const drift = new Float64Array(changeM.length);
      const effect = driftEffect(model, instant, sensors, nodes);
      drift.set(
        effect.map((value) => value * demandDrift),
        at * width,
      );
      drifts.push(drift);
    }
  }
  if (!changeM.some((change) => !Number.isNaN(change))) {
    throw new Error('No pressure sensor has a value: there is nothing to search with.');
  }
  const noiseM = Float64Array.from(changeM, (_, at) => sensors[at % width]!.noiseM);
  return { changeM, noiseM, drifts, modelError };
}

interface Asked {
  readonly sensors: readonly LeakSensor[];
  readonly instants: readonly LeakInstant[];
  /** By node index − 1. */
  readonly flows: Float64Array;
}

function* measureAll(
  model: WaterModel,
  sensitivity: Sensitivity,
  nodes: Int32Array,
  { sensors, instants, flows }: Asked,
): Generator<number> {
  for (const [at, instant] of instants.entries()) {
    yield* measureEffects(model, sensitivity, {
      ...{ instant, sensors, nodes, column: at * sensors.length },
      flowM3s: (node) => flows[node]!,
    });
  }
}

/** The nodes whose leak explains best what is seen, the best first. */
function bestOf(
  { effect, width }: Sensitivity,
  evidence: Evidence,
  nodes: Int32Array,
  count: number,
): number[] {
  const judged = Array.from(nodes, (node) => ({
    node,
    fit: fitLeak(evidence, effect.subarray(node * width, (node + 1) * width)),
  })).filter(({ fit }) => fit.flowM3s > 0);
  judged.sort(
    (one, other) => other.fit.logLikelihood - one.fit.logLikelihood || one.node - other.node,
  );
  return judged.slice(0, count).map(({ node }) => node);
}

/** Sets the flows that these nodes are tried with next to what fits them. */
function refit(
  { effect, width }: Sensitivity,
  evidence: Evidence,
  nodes: readonly number[],
  flows: Float64Array,
): Int32Array {
  for (const node of nodes) {
    flows[node] = fitLeak(evidence, effect.subarray(node * width, (node + 1) * width)).flowM3s;
  }
  return Int32Array.from(nodes).sort();
}

function endsOf({ linkFrom, linkTo, nodeType }: WaterModel, links: Int32Array): Int32Array {
  const ends = new Set<number>();
  for (const link of links) {
    for (const node of [linkFrom[link]! - 1, linkTo[link]! - 1]) {
      if (nodeType[node] === 0) ends.add(node);
    }
  }
  return Int32Array.from(ends).sort();
}

/** Nodes at likely pipes whose flow is far from what was tried; `flows` is set to it. */
function farNodes(
  model: WaterModel,
  { triedM3s }: Sensitivity,
  { links, fits }: Judged,
  flows: Float64Array,
): Int32Array {
  let best = Number.NEGATIVE_INFINITY;
  for (const fit of fits) if (fit && fit.logLikelihood > best) best = fit.logLikelihood;
  const far = new Set<number>();
  for (const [at, link] of links.entries()) {
    const fit = fits[at];
    if (!fit || fit.flowM3s <= 0) continue;
    if (fit.logLikelihood < best + Math.log(LEAST_SHARE)) continue;
    for (const node of [model.linkFrom[link]! - 1, model.linkTo[link]! - 1]) {
      const tried = triedM3s[node]!;
      const ratio = fit.flowM3s / Math.max(1e-9, flows[node]!);
      if (tried <= 0 || model.nodeType[node] !== 0) continue;
      if (ratio > FAR || ratio < 1 / FAR) {
        far.add(node);
        flows[node] = fit.flowM3s;
      }
    }
  }
  return Int32Array.from(far).sort();
}
