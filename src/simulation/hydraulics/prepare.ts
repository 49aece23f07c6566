// Puts a model into a state: what is measured of it now and what an incident changed. Everything is undone again, so
// that one project serves thousands of solves.

import {
  DemandModel,
  LinkProperty,
  LinkType,
  NodeProperty,
  NodeType,
  Option,
  TimeParameter,
} from 'epanet-js';
import { applyChanges } from './apply-changes.ts';
import { scaleDemands } from './demands.ts';
import { ChangeError, linkOf, nodeOf } from './find-element.ts';
import type { SolveOptions, WaterModel, WaterState } from './parts.ts';
import { type Change, createChange, type Undo } from './undoable-change.ts';

export { orificeCoefficient } from './apply-changes.ts';
export { ChangeError, linkOf, nodeOf } from './find-element.ts';

const DAY_S = 86_400;

/**
 * Applies changes and state; gives back what undoes all of it. Throws a `ChangeError` and leaves the model as it was
 * where an id is not known or two changes contradict each other. The file's controls of measured pumps are asleep
 * unless they are to go on from there.
 */
export function prepare(
  model: WaterModel,
  options: SolveOptions,
  { areControlsAwake = false }: { readonly areControlsAwake?: boolean } = {},
): Undo {
  const undos: Undo[] = [];
  const undo = () => {
    for (const one of undos.splice(0).reverse()) one();
  };
  const change = createChange(model, undos);
  try {
    scaleDemands(model, options.state?.nodeFactor);
    if (options.state) applyState(model, change, options.state, areControlsAwake);
    if (options.pressureDriven) applyDemandModel(model, undos, options.pressureDriven);
    applyChanges(model, change, options.changes);
    return undo;
  } catch (error) {
    undo();
    throw error;
  }
}

function applyState(
  model: WaterModel,
  change: Change,
  state: WaterState,
  areControlsAwake: boolean,
): void {
  const { project } = model;
  change.time(TimeParameter.PatternStart, Math.round(state.patternS));
  change.time(TimeParameter.StartTime, Math.round(state.patternS) % DAY_S);
  change.option(Option.DemandMult, model.demandFactor * state.demandFactor);
  for (const [tank, levelM] of state.tankLevelM) {
    const index = nodeOf(model, tank);
    if (model.nodeType[index - 1] !== NodeType.Tank) {
      throw new ChangeError(tank, `Node ${tank} has a level of ${levelM} m but is no tank.`);
    }
    const least = project.getNodeValue(index, NodeProperty.MinLevel);
    const most = project.getNodeValue(index, NodeProperty.MaxLevel);
    // A gauge may read a little over the overflow; EPANET refuses that.
    change.node(index, NodeProperty.TankLevel, Math.min(most, Math.max(least, levelM)));
  }
  for (const [pump, { isRunning, speed }] of state.pumps) {
    const index = linkOf(model, pump);
    if (model.linkType[index - 1] !== LinkType.Pump) {
      throw new ChangeError(pump, `Link ${pump} is said to run as a pump but is none.`);
    }
    if (isRunning && speed > 0) change.link(index, LinkProperty.InitSetting, speed);
    change.link(index, LinkProperty.InitStatus, isRunning ? 1 : 0);
    if (!areControlsAwake) change.withoutControls(index);
  }
}

function applyDemandModel(
  { project }: WaterModel,
  undos: Undo[],
  { minimumM, requiredM }: { readonly minimumM: number; readonly requiredM: number },
): void {
  const { type, pmin, preq, pexp } = project.getDemandModel();
  project.setDemandModel(DemandModel.PDA, minimumM, requiredM, 0.5);
  undos.push(() => project.setDemandModel(type, pmin, preq, pexp));
}
