// Many seeded runs of one scenario: how likely each building burns and when. s; probabilities 0 … 1.
// Firebrands, doses and wind differ between members; the same seed gives the same bytes. Source: Monte Carlo over
// ./urban-fire.ts.

import { normalOf } from './firebrands.ts';
import type { UrbanScenario } from './scenario.ts';
import type { UrbanFire } from './urban-fire.ts';
import type { WindSpell } from './wind-drive.ts';

export interface EnsembleOptions {
  readonly members: number;
  readonly seed: number;
  /** End of every member. */
  readonly untilS: number;
  /** Relative, of the speed of all spells of a member. */
  readonly windSpeedDeviation?: number;
  readonly windDirectionDeviationRad?: number;
}

/** After so many members; the arrays are the ensemble's own until the next one is asked for. */
export interface EnsembleProgress {
  readonly done: number;
  readonly members: number;
  readonly burnProbability: Float32Array;
  /** Mean of the members in which it burnt; `NaN` where it never did. */
  readonly meanIgnitionS: Float32Array;
  /** Buildings burnt, one a member. */
  readonly burnt: Int32Array;
}

/**
 * One progress after each member: stop asking to cancel. Throws `RangeError` for members that aren't a whole number
 * above 0.
 */
export function* runEnsemble(
  fire: UrbanFire,
  scenario: UrbanScenario,
  options: EnsembleOptions,
): Generator<EnsembleProgress> {
  const { members, seed, untilS } = options;
  if (!(Number.isInteger(members) && members > 0)) {
    throw new RangeError(`There are ${members} members; a whole number above 0 is expected.`);
  }
  const tally = createTally(fire.ignitionS.length);
  const { burnProbability, meanIgnitionS } = tally;
  const burnt = new Int32Array(members);
  for (let member = 0; member < members; member++) {
    const wind = scattered(scenario.wind, member, options);
    fire.start({ ...scenario, wind, seed: (seed + Math.imul(member + 1, 0x9e3779b1)) | 0 });
    burnt[member] = fire.advance(untilS);
    const done = member + 1;
    addTo(tally, fire.ignitionS, untilS, done);
    yield { done, members, burnProbability, meanIgnitionS, burnt };
  }
}

const createTally = (count: number) => ({
  times: new Uint32Array(count),
  sumS: new Float64Array(count),
  burnProbability: new Float32Array(count),
  meanIgnitionS: new Float32Array(count).fill(Number.NaN),
});

/** Apart from the generator, whose compiled code doesn't outlive a member. */
function addTo(
  { times, sumS, burnProbability, meanIgnitionS }: ReturnType<typeof createTally>,
  ignitionS: Float64Array,
  untilS: number,
  done: number,
): void {
  for (let building = 0; building < times.length; building++) {
    if (ignitionS[building]! <= untilS) {
      times[building]!++;
      sumS[building]! += ignitionS[building]!;
    }
    const often = times[building]!;
    burnProbability[building] = often / done;
    if (often > 0) meanIgnitionS[building] = sumS[building]! / often;
  }
}

function scattered(
  wind: readonly WindSpell[],
  member: number,
  { seed, windSpeedDeviation = 0.15, windDirectionDeviationRad = 0.1 }: EnsembleOptions,
): WindSpell[] {
  const faster = Math.max(0, 1 + windSpeedDeviation * normalOf(seed, member, 1, 0));
  const turn = windDirectionDeviationRad * normalOf(seed, member, 2, 0);
  return wind.map(({ fromS, speedMs, towardsRad }) => ({
    ...{ fromS, speedMs: speedMs * faster, towardsRad: towardsRad + turn },
  }));
}
