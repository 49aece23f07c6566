// A fire of a given demand fought from one hydrant for hours: which junctions fall below the minimum while it lasts,
// by an extended-period, pressure-driven run. m³/s, m of water, s since the start of the run.
// Source: WNTR's fire flow analysis (Klise et al. 2017), whose tables for Net3 it reproduces.

import {
  CountType,
  DemandModel,
  InitHydOption,
  NodeProperty,
  Option,
  type Project,
  TimeParameter,
} from 'epanet-js';
import type { WaterModel } from '../parts.ts';
import { nodeOf } from '../prepare.ts';

export interface FireDemand {
  readonly flowM3s: number;
  readonly fromS: number;
  readonly untilS: number;
  /** Below `minimumM` nothing is delivered, from `requiredM` on everything. */
  readonly minimumM: number;
  readonly requiredM: number;
}

const PATTERN = '~fire';

/** Ids of the `watched` junctions that fall below the minimum at some step of the fire, in the order given. */
export function junctionsBelow(
  model: WaterModel,
  hydrant: string | undefined,
  fire: FireDemand,
  watched: readonly string[],
): string[] {
  const { project } = model;
  const indices = watched.map((id) => nodeOf(model, id));
  const { type, pmin, preq, pexp } = project.getDemandModel();
  const duration = project.getTimeParameter(TimeParameter.Duration);
  project.setDemandModel(DemandModel.PDA, fire.minimumM, fire.requiredM, 0.5);
  project.setTimeParameter(TimeParameter.Duration, fire.untilS);
  const node = hydrant === undefined ? 0 : nodeOf(model, hydrant);
  if (node > 0) addFire(model, node, fire);
  const below = new Set<number>();
  try {
    project.initH(InitHydOption.InitFlow);
    for (;;) {
      const timeS = project.runH();
      if (timeS >= fire.fromS) collect(model, indices, fire.minimumM, below);
      if (project.nextH() <= 0) break;
    }
  } finally {
    model.takeWarnings();
    model.warmth.isWarm = false;
    if (node > 0) project.deleteDemand(node, project.getNumberOfDemands(node));
    project.setTimeParameter(TimeParameter.Duration, duration);
    project.setDemandModel(type, pmin, preq, pexp);
  }
  return watched.filter((_, at) => below.has(indices[at]!));
}

/** On while the fire lasts; whole steps of the patterns. */
function addFire({ project, patternStepS }: WaterModel, node: number, fire: FireDemand): void {
  const steps = Math.ceil(fire.untilS / patternStepS);
  const factors = Array.from({ length: steps }, (_, step) =>
    step * patternStepS >= fire.fromS ? 1 : 0,
  );
  project.setPattern(patternOf(project, PATTERN), factors);
  const litres = (fire.flowM3s * 1000) / (project.getOption(Option.DemandMult) || 1);
  project.addDemand(node, litres, PATTERN, '');
}

/** Index of a pattern that is made once: EPANET deletes none while its hydraulics are open. */
function patternOf(project: Project, id: string): number {
  const last = project.getCount(CountType.PatCount);
  for (let index = last; index > 0; index -= 1) {
    if (project.getPatternId(index) === id) return index;
  }
  project.addPattern(id);
  return last + 1;
}

function collect(
  { project, elevationM }: WaterModel,
  indices: readonly number[],
  minimumM: number,
  below: Set<number>,
): void {
  const heads = project.getNodeValues(NodeProperty.Head);
  for (const index of indices) {
    if (heads[index - 1]! - elevationM[index - 1]! < minimumM) below.add(index);
  }
}
