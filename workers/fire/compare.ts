// What-if: the city with changed facts or one more engine against the city as it is.

import type { RiskChange, RiskComparison } from '#features/fire/contract/risk.ts';
import type { PlaceDeg } from '#features/fire/contract.ts';
import { withOneMoreEngine } from '#features/fire/kernel/risk/engine-arrival.ts';
import { type NumberInput, numberInputs } from '#simulation/fire/risk/factors.ts';
import {
  type Change,
  compareRisk,
  withChanges,
  withEngines,
} from '#simulation/fire/risk/what-if.ts';
import type { RiskCity } from './risk-city.ts';

const MOST = 20;

/** Throws one sentence where a building or a factor isn't there. */
export function compareChanges(
  city: RiskCity,
  changes: readonly RiskChange[],
  byRoadsS?: Float32Array,
): RiskComparison {
  const facts = changes.flatMap((change): Change[] =>
    change.kind === 'engine' ? [] : [factOf(city, change)],
  );
  const engines = changes.flatMap((change) => (change.kind === 'engine' ? [change.at] : []));
  const changed = withChanges(city.inputs, facts);
  const after =
    engines.length === 0
      ? changed
      : withEngines(changed, arrivalsWith(city, changed.firstEngineS, engines, byRoadsS));
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
    ...(engines.length > 0 && { enginesBy: byRoadsS ? 'roads' : 'distance' }),
  };
}

/** No engine more makes another one later, and where none is known to come it stays so. */
function arrivalsWith(
  { town }: RiskCity,
  knownS: Float32Array,
  engines: readonly PlaceDeg[],
  byRoadsS: Float32Array | undefined,
): Float32Array {
  if (knownS.every(Number.isNaN))
    throw new Error('When engines arrive is not known yet, so that one more can’t be compared.');
  if (byRoadsS)
    return knownS.map((arriveS, building) =>
      Math.min(arriveS, byRoadsS[town.index[building]!] ?? arriveS),
    );
  const { longitudeDeg, latitudeDeg } = town;
  return engines.reduce(
    (arriveS, at) => withOneMoreEngine(arriveS, longitudeDeg, latitudeDeg, at),
    knownS,
  );
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
