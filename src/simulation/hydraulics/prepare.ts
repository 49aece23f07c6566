// Puts a model into a state: what is measured of it now and what an incident changed. Everything is undone again, so
// that one project serves thousands of solves. A burst is an orifice, q = Cd · A · √(2 g h), as an emitter with the
// exponent ½ (Walski et al. 2003, Advanced Water Distribution Modeling, ch. 7); Cd of a sharp edge is 0.6.

import {
  DemandModel,
  LinkProperty,
  LinkType,
  NodeProperty,
  NodeType,
  Option,
  TimeParameter,
} from 'epanet-js';
import type { Burst, ExtraDemand, NetworkChanges } from '#model/network-changes.ts';
import { scaleDemands } from './demands.ts';
import { STEADY_PATTERN } from './open-model.ts';
import type { SolveOptions, WaterModel, WaterState } from './parts.ts';

export const DISCHARGE_COEFFICIENT = 0.6;
const GRAVITY = 9.80665;
const DAY_S = 86_400;

/** Conflicting or unknown: the element's id stands in the sentence. */
export class ChangeError extends Error {
  override readonly name: string = 'ChangeError';
  readonly element: string;
  constructor(element: string, sentence: string) {
    super(sentence);
    this.element = element;
  }
}

type Undo = () => void;

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

type Change = ReturnType<typeof createChange>;

/** Setters that remember what was there before. */
function createChange({ project, controls }: WaterModel, undos: Undo[]) {
  const link = (index: number, property: LinkProperty, value: number): void => {
    const before = project.getLinkValue(index, property);
    if (before === value) return;
    project.setLinkValue(index, property, value);
    if (property === LinkProperty.InitStatus && before > 1) {
      // A control valve that regulates is neither open nor closed: EPANET takes that only with its setting.
      const setting = project.getLinkValue(index, LinkProperty.InitSetting);
      undos.push(() => project.setLinkValue(index, LinkProperty.InitSetting, setting));
    } else undos.push(() => project.setLinkValue(index, property, before));
  };
  return {
    link,
    node(index: number, property: NodeProperty, value: number): void {
      const before = project.getNodeValue(index, property);
      if (before === value) return;
      project.setNodeValue(index, property, value);
      undos.push(() => project.setNodeValue(index, property, before));
    },
    option(option: Option, value: number): void {
      const before = project.getOption(option);
      if (before === value) return;
      project.setOption(option, value);
      undos.push(() => project.setOption(option, before));
    },
    time(parameter: TimeParameter, value: number): void {
      const before = project.getTimeParameter(parameter);
      if (before === value) return;
      project.setTimeParameter(parameter, value);
      undos.push(() => project.setTimeParameter(parameter, before));
    },
    /** The file's simple controls of a link are asleep. */
    withoutControls(index: number): void {
      for (const control of controls.get(index) ?? []) {
        if (project.getControlEnabled(control) === 0) continue;
        project.setControlEnabled(control, 0);
        undos.push(() => project.setControlEnabled(control, 1));
      }
    },
    also: (undo: Undo) => undos.push(undo),
  };
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

function applyChanges(model: WaterModel, change: Change, changes: NetworkChanges): void {
  const closed = new Set<string>();
  for (const valve of changes.openedValves) {
    if (changes.closedValves.includes(valve)) {
      throw new ChangeError(valve, `Valve ${valve} is said to be opened and closed.`);
    }
    const { link } = valveOf(model, valve);
    open(model, change, link);
  }
  for (const valve of changes.closedValves) {
    const { link, node } = valveOf(model, valve);
    const index = linkOf(model, link);
    const split = model.splits.get(link);
    const isAtEnd = split && model.nodeIndex.get(node) === model.linkTo[split.rest - 1];
    close(model, change, isAtEnd ? split.rest : index);
    closed.add(link);
  }
  for (const link of [...changes.closedLinks, ...changes.stoppedPumps]) {
    close(model, change, linkOf(model, link));
    const split = model.splits.get(link);
    if (split) close(model, change, split.rest);
    closed.add(link);
  }
  for (const burst of changes.bursts) openBurst(model, change, burst, closed);
  for (const demand of changes.extraDemands) addDemand(model, change, demand);
}

/** A loss that lets less than a drop an hour through. */
const SHUT = 1e16;

function close(model: WaterModel, change: Change, index: number): void {
  change.withoutControls(index);
  // EPANET lets nobody close a check valve.
  if (model.linkType[index - 1] === LinkType.CVPipe)
    change.link(index, LinkProperty.MinorLoss, SHUT);
  else change.link(index, LinkProperty.InitStatus, 0);
}

function open(model: WaterModel, change: Change, link: string): void {
  const index = linkOf(model, link);
  if (model.linkType[index - 1] === LinkType.Pipe) change.link(index, LinkProperty.InitStatus, 1);
}

/** L/s a √m that a hole lets out. */
export const orificeCoefficient = (areaM2: number): number =>
  1000 * DISCHARGE_COEFFICIENT * areaM2 * Math.sqrt(2 * GRAVITY);

const USUAL_PRESSURE_M = 40;

/** A smaller hole is none: EPANET takes the inverse square of its coefficient. */
const LEAST_HOLE_M2 = 1e-8;

/** Of a pipe that was not cut in two, the burst sits at its nearer end, or at the other one where a valve closed it. */
function openBurst(
  model: WaterModel,
  change: Change,
  burst: Burst,
  closed: ReadonlySet<string>,
): void {
  const index = linkOf(model, burst.link);
  if (!(burst.areaM2 >= 0) || !(burst.share >= 0 && burst.share <= 1)) {
    const said = `a hole of ${burst.areaM2} m² at ${burst.share}`;
    throw new ChangeError(
      burst.link,
      `The burst of ${burst.link} has ${said}: expected ≥ 0 and 0–1.`,
    );
  }
  if (burst.areaM2 < LEAST_HOLE_M2) return;
  const split = model.splits.get(burst.link);
  // Without the cut nothing is known of which side a closed valve leaves joined: a closed pipe doesn't flow out.
  if (!split && closed.has(burst.link)) return;
  const end = (burst.share < 0.5 ? model.linkFrom : model.linkTo)[index - 1] ?? 0;
  const node = split?.node ?? junctionOf(model, index, end);
  if (node === 0) {
    throw new ChangeError(burst.link, `Pipe ${burst.link} joins no junction that could leak.`);
  }
  const before = model.project.getNodeValue(node, NodeProperty.Emitter);
  const exponent = model.project.getOption(Option.Emitexpon);
  // The file's own emitters may follow another exponent, and EPANET has one for all: then right at a usual pressure.
  const coefficient = orificeCoefficient(burst.areaM2) * USUAL_PRESSURE_M ** (0.5 - exponent);
  change.node(node, NodeProperty.Emitter, before + coefficient);
}

function junctionOf({ nodeType, linkFrom, linkTo }: WaterModel, link: number, wanted: number) {
  const ends = [wanted, linkFrom[link - 1] ?? 0, linkTo[link - 1] ?? 0];
  return ends.find((node) => nodeType[node - 1] === NodeType.Junction) ?? 0;
}

/** Less is nothing: a drop in a quarter of an hour. */
const LEAST_FLOW_M3S = 1e-10;

function addDemand(model: WaterModel, change: Change, { node, flowM3s }: ExtraDemand): void {
  const { project } = model;
  const index = nodeOf(model, node);
  if (!Number.isFinite(flowM3s)) {
    throw new ChangeError(node, `At node ${node} ${flowM3s} m³/s are said to be taken.`);
  }
  if (Math.abs(flowM3s) < LEAST_FLOW_M3S) return;
  if (model.nodeType[index - 1] !== NodeType.Junction) {
    throw new ChangeError(node, `Node ${node} is no junction: nothing can be taken there.`);
  }
  // The multiplier and the file's default pattern would change it (EPANET applies both to all demands).
  const litres = (flowM3s * 1000) / (project.getOption(Option.DemandMult) || 1);
  project.addDemand(index, litres, STEADY_PATTERN, '');
  const last = project.getNumberOfDemands(index);
  change.also(() => project.deleteDemand(index, last));
}

export function nodeOf(model: WaterModel, id: string): number {
  const index = model.nodeIndex.get(id);
  if (index === undefined) throw new ChangeError(id, `The model has no node ${id}.`);
  return index;
}

export function linkOf(model: WaterModel, id: string): number {
  const index = model.linkIndex.get(id);
  if (index === undefined) throw new ChangeError(id, `The model has no link ${id}.`);
  return index;
}

function valveOf(model: WaterModel, id: string) {
  const place = model.valves.get(id);
  if (!place) throw new ChangeError(id, `The model knows no valve ${id}.`);
  return place;
}
