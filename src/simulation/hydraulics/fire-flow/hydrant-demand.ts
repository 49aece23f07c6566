// A hydrant that takes a given flow, whatever the pressure. m³/s.

import { Option } from 'epanet-js';
import { STEADY_PATTERN } from '../open-model.ts';
import type { WaterModel } from '../parts.ts';
import { solveHeads } from '../solve-heads.ts';

/**
 * Heads while junction `index` (from 1) takes `flowM3s` beside its usual demand; undefined where nothing is found.
 * The steady pattern and the division keep the file's default pattern and its multiplier away from the fire flow:
 * with them it is wrong by 34–90 % on the networks of EPANET and Kentucky.
 */
export function takeByDemand(
  model: WaterModel,
  index: number,
  flowM3s: number,
  start: 'cold' | 'warm' = 'cold',
): Float64Array | undefined {
  const { project } = model;
  const litres = (flowM3s * 1000) / (project.getOption(Option.DemandMult) || 1);
  project.addDemand(index, litres, STEADY_PATTERN, '');
  try {
    return solveHeads(model, start);
  } finally {
    project.deleteDemand(index, project.getNumberOfDemands(index));
  }
}
