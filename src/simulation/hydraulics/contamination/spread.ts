// How something that got into the water spreads: a conservative substance, carried by the flows of an extended period
// and mixed where they meet. kg, kg/m³, s. Source: Rossman and Boulos 1996 (EPANET's Lagrangian transport).

import { CountType, InitHydOption, TimeParameter } from 'epanet-js';
import { clearScratchFiles } from '../epanet.ts';
import { prepareExtended, stepThrough } from '../extended.ts';
import type { SolverFailure, WaterModel, WaterSnapshot } from '../parts.ts';
import { nodeOf } from '../prepare.ts';
import { carryMass } from './carry.ts';
import { conservative } from './conservative.ts';
import type { FlowHistory, Spread, SpreadOptions, SpreadProgress } from './parts.ts';

/** Steps of the transport that are tried, s, until mass is kept to 1 %. */
const STEPS_S = [300, 120, 60];
const BALANCE = 0.01;

/** Throws where the injection or a hydrant is no node, or its numbers make no injection. */
export function* spreadContamination(
  model: WaterModel,
  options: SpreadOptions,
): Generator<SpreadProgress, Spread> {
  check(model, options);
  const { project } = model;
  const restores = [conservative(model), createFlushing(model, options).add(options.horizonS)];
  const undo = prepareExtended(model, options);
  try {
    const { history, failure } = yield* record(model, options);
    const empty = emptySpread(model, history, failure);
    if (failure) return empty;
    let spread = empty;
    for (const stepS of STEPS_S) {
      project.setTimeParameter(TimeParameter.QualStep, stepS);
      spread = { ...empty, ...(yield* carryMass(model, options, history, stepS)), stepS };
      if (Math.abs(spread.massBalance - 1) <= BALANCE || spread.injectedKg === 0) break;
    }
    return spread;
  } finally {
    undo();
    for (const restore of restores.reverse()) restore();
    model.takeWarnings();
    clearScratchFiles(model);
  }
}

/** Runs the hydraulics, saved in EPANET's memory for the transport. */
function* record(
  model: WaterModel,
  options: SpreadOptions,
): Generator<SpreadProgress, { history: FlowHistory; failure: SolverFailure | undefined }> {
  const snapshots: WaterSnapshot[] = [];
  const steps = stepThrough(model, options, InitHydOption.SaveAndInit);
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      const history = toHistory(snapshots, options.horizonS);
      return { history: withoutFlushing(model, options, history), failure: value };
    }
    snapshots.push(value);
    yield { phase: 'hydraulics', timeS: value.timeS };
  }
}

export const toHistory = (snapshots: readonly WaterSnapshot[], endS: number): FlowHistory => ({
  timesS: snapshots.map(({ timeS }) => timeS),
  endS,
  flowM3s: snapshots.map(({ flowM3s }) => Float32Array.from(flowM3s)),
  demandM3s: snapshots.map(({ demandM3s }) => Float32Array.from(demandM3s)),
});

function emptySpread(
  { nodeIds }: WaterModel,
  history: FlowHistory,
  failure: SolverFailure | undefined,
): Spread {
  return {
    arrivalS: new Float64Array(nodeIds.length).fill(Number.NaN),
    peakKgM3: new Float64Array(nodeIds.length),
    takenKg: new Float64Array(nodeIds.length),
    ...{
      frameS: [],
      frames: [],
      history,
      injectedKg: 0,
      massBalance: Number.NaN,
      stepS: 0,
      failure,
    },
  };
}

const FLUSHING = '~flushing';

/** Whole steps of the patterns: a hydrant is open from the step on in which it is opened. */
function createFlushing(model: WaterModel, { flushing, state }: SpreadOptions) {
  const { project, patternStepS } = model;
  const phaseS = state
    ? Math.round(state.patternS)
    : project.getTimeParameter(TimeParameter.PatternStart);
  const isOpen = (step: number, fromS: number) => (step + 1) * patternStepS - phaseS > fromS;
  return {
    stepAt: (timeS: number) => Math.floor((timeS + phaseS) / patternStepS),
    isOpen,
    /** Adds the demands; gives back what takes them away. */
    add(horizonS: number): () => void {
      const restores = flushing.map(({ node, flowM3s, fromS }, at) => {
        const index = nodeOf(model, node);
        const steps = Math.ceil((horizonS + phaseS) / patternStepS) + 1;
        const factors = Array.from({ length: steps }, (_, step) => Number(isOpen(step, fromS)));
        const id = `${FLUSHING}${at}`;
        project.setPattern(patternOf(model, id), factors);
        const factor = model.demandFactor * (state?.demandFactor ?? 1);
        project.addDemand(index, (flowM3s * 1000) / (factor || 1), id, '');
        return () => project.deleteDemand(index, project.getNumberOfDemands(index));
      });
      return () => {
        for (const restore of restores.reverse()) restore();
      };
    },
  };
}

/** What runs out of hydrants is taken by nobody. */
function withoutFlushing(
  model: WaterModel,
  options: SpreadOptions,
  history: FlowHistory,
): FlowHistory {
  const { stepAt, isOpen } = createFlushing(model, options);
  for (const { node, flowM3s, fromS } of options.flushing) {
    const index = nodeOf(model, node) - 1;
    for (const [at, timeS] of history.timesS.entries()) {
      const demand = history.demandM3s[at];
      if (!demand || !isOpen(stepAt(timeS), fromS)) continue;
      demand[index] = Math.max(0, demand[index]! - flowM3s);
    }
  }
  return history;
}

/** Made once: EPANET deletes no pattern while its hydraulics are open. */
export function patternOf({ project }: WaterModel, id: string): number {
  const last = project.getCount(CountType.PatCount);
  for (let index = last; index > 0; index -= 1)
    if (project.getPatternId(index) === id) return index;
  project.addPattern(id);
  return last + 1;
}

function check(model: WaterModel, { injection, thresholdKgM3 }: SpreadOptions): void {
  nodeOf(model, injection.node);
  const { massKg, startS, durationS } = injection;
  if (!(massKg > 0 && startS >= 0 && durationS > 0)) {
    const said = `${massKg} kg from ${startS} s for ${durationS} s`;
    throw new Error(`An injection of ${said} can't be: expected more than 0 of mass and duration.`);
  }
  if (!(thresholdKgM3 > 0)) {
    throw new Error(`A threshold of ${thresholdKgM3} kg/m³ can't be: expected more than 0.`);
  }
}
