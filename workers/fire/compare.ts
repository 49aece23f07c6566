// What-if: the city with changed facts or one more engine against the city as it is.

import type { RiskChange, RiskComparison } from '#features/fire/contract/risk.ts';
import { withOneMoreEngine } from '#features/fire/kernel/risk/engine-arrival.ts';
import {
  type NumberInput,
  numberInputs,
  type RiskBuildings,
} from '#simulation/fire/risk/factors.ts';
import { type Change, compareRisk, withChanges } from '#simulation/fire/risk/what-if.ts';
import type { RiskCity } from './risk-city.ts';

const MOST = 20;

/** Throws one sentence where a building or a factor isn't there. */
export function compareChanges(city: RiskCity, changes: readonly RiskChange[]): RiskComparison {
  const facts = changes.flatMap((change): Change[] =>
    change.kind === 'engine' ? [] : [factOf(city, change)],
  );
  const hasEngines = city.inputs.firstEngineS.some((arriveS) => !Number.isNaN(arriveS));
  if (!hasEngines && changes.some(({ kind }) => kind === 'engine'))
    throw new Error('When engines arrive is not known yet, so that one more can’t be compared.');
  let after: RiskBuildings = withChanges(city.inputs, facts);
  for (const change of changes)
    if (change.kind === 'engine')
      after = {
        ...after,
        firstEngineS: withOneMoreEngine(
          after.firstEngineS,
          city.town.longitudeDeg,
          city.town.latitudeDeg,
          change.at,
        ),
      };
  const before = city.scores().score;
  const found = compareRisk(city.inputs, after, city.coefficients, city.moment());
  const gainOf = (building: number) => Math.abs(before[building]! - found.after.score[building]!);
  const most = Array.from(before.keys())
    .filter((building) => gainOf(building) > 0)
    .sort((a, b) => gainOf(b) - gainOf(a) || a - b)
    .slice(0, MOST);
  return {
    before: { firesPerYear: found.firesPerYearBefore, score: found.scoreBefore },
    after: { firesPerYear: found.firesPerYearAfter, score: found.scoreAfter },
    most: most.map((building) => ({
      building: city.refOf(building),
      before: before[building]!,
      after: found.after.score[building]!,
    })),
  };
}

function factOf(city: RiskCity, change: Exclude<RiskChange, { kind: 'engine' }>): Change {
  const { id } = change.building;
  const building = city.town.byId.get(id);
  if (building === undefined) throw new RangeError(`The city has no building “${id}”.`);
  if (change.kind === 'sprinkler') return { building, input: 'sprinkleredShare', value: 1 };
  const input = numberInputs.find((name): name is NumberInput => name === change.factor);
  if (!input)
    throw new RangeError(`There is no fact “${change.factor}” in the risk of a building.`);
  if (!(change.value >= 0))
    throw new RangeError(`${input} of ${id} is ${change.value}; 0 or more is expected.`);
  return { building, input, value: change.value };
}
