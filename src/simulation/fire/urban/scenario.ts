// What is given to a run: where it begins, wind over time, engines with their water, defended buildings, parameters.
// m, m/s, s, L/s. Sources of the parameters beside each.

import type { VegetationState } from './ground-fuels.ts';
import type { WindSpell } from './wind-drive.ts';

export interface FireEngine {
  readonly xM: number;
  readonly yM: number;
  /** How far its hoses go. */
  readonly reachM: number;
  readonly arriveS: number;
  readonly leaveS?: number;
  readonly flowLs: number;
  /** What it can draw in all, L; without end where left out. */
  readonly waterL?: number;
}

/** Someone keeps buildings wet: each in turn gets what its facade needs, until the flow is used up. */
export interface Defence {
  readonly buildings: readonly number[];
  readonly fromS: number;
  readonly untilS?: number;
  readonly flowLs: number;
}

/** What the network gives of what engines without water of their own and defences want, from a time on: 0 … 1. */
export interface WaterSpell {
  readonly fromS: number;
  readonly share: number;
}

export interface UrbanScenario {
  readonly ignitions: readonly { readonly building: number; readonly timeS: number }[];
  /** In order of time; the first holds from the beginning. */
  readonly wind: readonly WindSpell[];
  readonly engines?: readonly FireEngine[];
  readonly defences?: readonly Defence[];
  /** In order of time; all that is wanted before the first. */
  readonly water?: readonly WaterSpell[];
  /** Of the quarter that burns, for the wind's anisotropy; means over the town where left out. */
  readonly quarter?: { readonly sideM: number; readonly gapM: number };
  /** What grows between the buildings and how dry it is; none burns where left out. */
  readonly vegetation?: VegetationState;
  /** A whole number; without one there are no firebrands and no scatter, and the run is the isochrones. */
  readonly seed?: number;
}

export interface UrbanParameters {
  /** n of the dose (q − q_crit)ⁿ; the doses of the default classes are for 1. */
  readonly doseExponent: number;
  /** Firebrands that can ignite what they land on, an hour and m² of plan while the building burns (calibrated). */
  readonly brandsPerM2Hour: number;
  /** Mean time that one smoulders before the building is on fire. */
  readonly brandDelayS: number;
  /** Of the logarithm of the dose to ignition, between buildings, in seeded runs. */
  readonly doseDeviation: number;
  /** How often water is divided anew while engines are there. */
  readonly reviewS: number;
}

export const defaultParameters: UrbanParameters = {
  ...{ doseExponent: 1, brandsPerM2Hour: 0.02, brandDelayS: 600, doseDeviation: 0.25 },
  reviewS: 300,
};

/** When something of a scenario changes, in order, each time once. */
export function changesOf({
  ignitions,
  wind,
  engines = [],
  defences = [],
  water = [],
}: UrbanScenario): number[] {
  const times = [
    ...ignitions.map(({ timeS }) => timeS),
    ...wind.map(({ fromS }) => fromS),
    ...water.map(({ fromS }) => fromS),
    ...engines.flatMap((engine) => [engine.arriveS, leavesS(engine)]),
    ...defences.flatMap(({ fromS, untilS = Infinity }) => [fromS, untilS]),
  ];
  return [...new Set(times.filter((timeS) => timeS < Infinity))].sort((one, other) => one - other);
}

export const leavesS = ({ arriveS, leaveS, flowLs, waterL }: FireEngine): number =>
  Math.min(leaveS ?? Infinity, waterL === undefined ? Infinity : arriveS + waterL / flowLs);

/** Throws `RangeError` with the first thing that can't be. */
export function checkScenario(scenario: UrbanScenario, buildings: number): void {
  const fail = (sentence: string) => {
    throw new RangeError(sentence);
  };
  const { ignitions, wind, engines = [], defences = [], water = [], seed } = scenario;
  for (const { building, timeS } of [
    ...ignitions,
    ...defences.flatMap(({ buildings, fromS }) =>
      buildings.map((building) => ({ building, timeS: fromS })),
    ),
  ]) {
    if (!(Number.isInteger(building) && building >= 0 && building < buildings))
      fail(`Building ${building} does not exist; 0 to ${buildings - 1} is expected.`);
    if (!Number.isFinite(timeS)) fail(`A building's time is ${timeS}; a number of s is expected.`);
  }
  if (wind.length === 0)
    fail('There is no wind; at least one spell is expected, of 0 m/s or more.');
  wind.forEach(({ fromS }, at) => {
    if (at > 0 && !(fromS > (wind[at - 1]?.fromS ?? 0)))
      fail(`Wind ${at} begins at ${fromS} s; a time after the one before is expected.`);
  });
  engines.forEach(({ flowLs, reachM, arriveS }, at) => {
    if (!(flowLs > 0 && reachM > 0 && Number.isFinite(arriveS)))
      fail(
        `Engine ${at} has ${flowLs} L/s within ${reachM} m from ${arriveS} s; more than 0 is expected.`,
      );
  });
  water.forEach(({ fromS, share }, at) => {
    if (!(share >= 0 && share <= 1 && fromS >= (water[at - 1]?.fromS ?? -Infinity)))
      fail(
        `Water ${at} gives a share of ${share} from ${fromS} s; 0 to 1 in order of time is expected.`,
      );
  });
  if (seed !== undefined && !Number.isInteger(seed))
    fail(`The seed is ${seed}; a whole number is expected.`);
}
