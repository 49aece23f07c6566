// What a change would do: a sprinkler here, an engine there. Fires a year and score summed over the buildings.

import type { Coefficients } from './coefficients.ts';
import type { NumberInput, RiskBuildings } from './factors.ts';
import { RiskModel, type RiskMoment, type RiskScores } from './score.ts';

export interface Change {
  readonly building: number;
  readonly input: NumberInput;
  readonly value: number;
}

export interface WhatIf {
  readonly after: RiskScores;
  readonly firesPerYearBefore: number;
  readonly firesPerYearAfter: number;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
}

/** Buildings with the changes made; what isn't changed is shared. Throws `RangeError` for a building that isn't there. */
export function withChanges(buildings: RiskBuildings, changes: readonly Change[]): RiskBuildings {
  const copies: Partial<Record<NumberInput, Float32Array>> = {};
  for (const { building, input, value } of changes) {
    if (!(building >= 0 && building < buildings.count))
      throw new RangeError(
        `The change is of building ${building}; 0 to ${buildings.count - 1} is expected.`,
      );
    const copy = copies[input] ?? buildings[input].slice();
    copy[building] = value;
    copies[input] = copy;
  }
  return { ...buildings, ...copies };
}

/** A new engine or station: `firstEngineS` of every building anew, from the arrivals of `response`. */
export const withEngines = (
  buildings: RiskBuildings,
  firstEngineS: Float32Array,
): RiskBuildings => ({ ...buildings, firstEngineS });

/** Both cities at the same moment. */
export function compareRisk(
  before: RiskBuildings,
  after: RiskBuildings,
  coefficients: Coefficients,
  moment: RiskMoment,
): WhatIf {
  const was = new RiskModel(before, coefficients).rescore(moment);
  const would = new RiskModel(after, coefficients).rescore(moment);
  return {
    after: would,
    firesPerYearBefore: sum(was.firesPerYear),
    firesPerYearAfter: sum(would.firesPerYear),
    scoreBefore: sum(was.score),
    scoreAfter: sum(would.score),
  };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
