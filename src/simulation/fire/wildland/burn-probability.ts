// How likely each cell burns: fires that begin at random where fires begin, under weathers drawn by their frequency, each
// run to its end (minimum travel time, Finney 2002; Monte Carlo as in FSim, Finney et al. 2011). Fractions; m, s.

import { createTravelTime, type FireField, type TravelTime } from './travel-time.ts';

export interface WeatherScenario {
  readonly field: FireField;
  /** How often it is, against the others. */
  readonly weight: number;
  /** How long a fire runs in it. */
  readonly durationS: number;
}

export interface BurnOptions {
  readonly members: number;
  readonly seed: number;
  /** By cell, how often a fire begins there, against others; alike everywhere where left out. */
  readonly ignitionWeight?: Float64Array;
}

export interface BurnProgress {
  readonly done: number;
  readonly members: number;
}

export interface BurnProbability {
  /** By cell, of one fire somewhere. */
  readonly probability: Float64Array;
  /** By fire. */
  readonly burnedM2: Float64Array;
}

/**
 * Yields after each fire; what it returns depends on inputs and seed alone. Throws `RangeError` where there is no
 * scenario, fields differ in size, a weight is negative, or nothing burnable can be lit.
 */
export function* burnProbability(
  scenarios: readonly WeatherScenario[],
  { members, seed, ignitionWeight }: BurnOptions,
): Generator<BurnProgress, BurnProbability> {
  const first = scenarios[0]?.field;
  if (!first) throw new RangeError('There is no weather; at least one scenario is expected.');
  if (!(Number.isInteger(members) && members > 0))
    throw new RangeError(`There are ${members} members; a whole number above 0 is expected.`);
  const count = first.rateMs.length;
  for (const { field } of scenarios)
    if (field.width !== first.width || field.height !== first.height || field.cellM !== first.cellM)
      throw new RangeError(
        `A weather has ${field.width} × ${field.height} cells of ${field.cellM} m; ${first.width} × ${first.height} of ${first.cellM} m are expected.`,
      );
  const byWeather = toSteps('weather', scenarios.length, (at) => scenarios[at]?.weight ?? 0);
  const byCell = toSteps('ignition', count, (cell) =>
    scenarios.some(({ field }) => field.rateMs[cell]! > 0) ? (ignitionWeight?.[cell] ?? 1) : 0,
  );
  const runs: (TravelTime | undefined)[] = scenarios.map(() => undefined);
  const random = createRandom(seed);
  const arrivalS = new Float64Array(count);
  const burns = new Uint32Array(count);
  const burnedM2 = new Float64Array(members);
  for (let member = 0; member < members; member++) {
    const weather = findStep(byWeather, random());
    const cell = findStep(byCell, random());
    const { field, durationS } = scenarios[weather]!;
    const run = runs[weather] ?? createTravelTime(field);
    runs[weather] = run;
    burnedM2[member] = run.run([cell], durationS, arrivalS) * field.cellM ** 2;
    for (let at = 0; at < count; at++) if (arrivalS[at]! < Infinity) burns[at] = burns[at]! + 1;
    yield { done: member + 1, members };
  }
  return { probability: Float64Array.from(burns, (times) => times / members), burnedM2 };
}

/** Running sums. */
function toSteps(what: string, count: number, weightOf: (at: number) => number): Float64Array {
  const steps = new Float64Array(count);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const weight = weightOf(at);
    if (!(weight >= 0 && weight < Infinity))
      throw new RangeError(`The weight of ${what} ${at} is ${weight}; 0 or more is expected.`);
    sum += weight;
    steps[at] = sum;
  }
  if (sum === 0) throw new RangeError(`Nothing has a weight of ${what} above 0.`);
  return steps;
}

/** The first whose sum lies above the share of the whole: one of no weight is never found. */
function findStep(steps: Float64Array, share: number): number {
  const target = share * steps[steps.length - 1]!;
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Mulberry32, uniform in [0, 1). */
function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
