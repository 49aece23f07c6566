// The quickest look at a prepared model: one steady solve, heads alone. What searches run thousands of times. m.

import { InitHydOption, NodeProperty } from 'epanet-js';
import { readNodes } from './bulk-values.ts';
import { EpanetError } from './epanet.ts';
import type { WaterModel } from './parts.ts';
import { warningCodes } from './solve.ts';

/**
 * Heads by node index − 1 (m), undefined where it refuses or finds no balance. `warm` goes on
 * from the flows of the solve before: quicker, but what it finds may hang on that solve where valves and pumps switch.
 */
export function solveHeads(
  model: WaterModel,
  start: 'cold' | 'warm' = 'cold',
): Float64Array | undefined {
  const { project, warmth } = model;
  warmth.isWarm = false;
  model.takeWarnings();
  try {
    project.initH(start === 'warm' ? InitHydOption.NoSave : InitHydOption.InitFlow);
    project.runH();
    const warnings = model.takeWarnings();
    const isAstray =
      warnings.includes(warningCodes.unbalanced) || warnings.includes(warningCodes.unstable);
    return isAstray ? undefined : readNodes(model, NodeProperty.Head, model.nodeIds.length);
  } catch (error) {
    if (!(error instanceof EpanetError)) throw error;
    return undefined;
  }
}
