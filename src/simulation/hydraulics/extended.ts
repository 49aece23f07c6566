// A model over time: tanks fill and empty, controls and rules of the file switch pumps and valves. Nothing is written
// to EPANET's own files (`NoSave`): a week of L-TOWN would leave 35 MB in its memory each time.

import { CountType, InitHydOption, LinkProperty, TimeParameter } from 'epanet-js';
import { EpanetError } from './epanet.ts';
import { explainFailure } from './explain-failure.ts';
import type { SolveOptions, SolverFailure, WaterModel, WaterSnapshot } from './parts.ts';
import { linkOf, prepare } from './prepare.ts';
import { readSnapshot } from './read-snapshot.ts';

export interface ExtendedOptions extends SolveOptions {
  readonly horizonS: number;
  /** Of hydraulics; the file's where undefined. Tanks and controls make steps in between. */
  readonly stepS?: number | undefined;
}

/**
 * An instant each step, from 0 to the horizon. Returns what stands against going on, where something does. The model
 * is as it was when the generator ends or is left.
 */
export function* runExtended(
  model: WaterModel,
  options: ExtendedOptions,
): Generator<WaterSnapshot, SolverFailure | undefined> {
  const undo = prepareExtended(model, options);
  try {
    return yield* stepThrough(model, options, InitHydOption.InitFlow);
  } finally {
    undo();
  }
}

/** Applies what a run begins with; gives back what undoes it. */
export function prepareExtended(model: WaterModel, options: ExtendedOptions): () => void {
  const undo = prepare(model, options, { areControlsAwake: true });
  const restore = setHorizon(model, options);
  return () => {
    model.warmth.isWarm = false;
    restore();
    undo();
  };
}

/** Steps through the prepared state. */
export function* stepThrough(
  model: WaterModel,
  options: ExtendedOptions,
  start: InitHydOption,
): Generator<WaterSnapshot, SolverFailure | undefined> {
  const { project } = model;
  const shut = project.getCount(CountType.RuleCount) > 0 ? shutLinks(model, options) : [];
  let timeS = 0;
  try {
    model.takeWarnings();
    project.initH(start);
    for (;;) {
      // Rules may have opened what the incident closed.
      for (const link of shut) project.setLinkValue(link, LinkProperty.Status, 0);
      timeS = project.runH();
      yield readSnapshot(model, timeS, model.takeWarnings());
      if (project.nextH() <= 0) return undefined;
    }
  } catch (error) {
    if (!(error instanceof EpanetError)) throw error;
    return explainFailure(model, error, timeS);
  }
}

function setHorizon({ project }: WaterModel, { horizonS, stepS }: ExtendedOptions): () => void {
  const set = (parameter: TimeParameter, value: number) => {
    const before = project.getTimeParameter(parameter);
    project.setTimeParameter(parameter, value);
    return () => project.setTimeParameter(parameter, before);
  };
  const restores = [set(TimeParameter.Duration, Math.round(horizonS))];
  if (stepS !== undefined) restores.push(set(TimeParameter.HydStep, stepS));
  return () => {
    for (const restore of restores.reverse()) restore();
  };
}

function shutLinks(model: WaterModel, { changes }: SolveOptions): number[] {
  const links = [...changes.closedLinks, ...changes.stoppedPumps];
  return links.map((link) => linkOf(model, link));
}
