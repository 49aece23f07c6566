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
  const tally = createEnsembleTally(fire.ignitionS.length, options);
  for (let member = 0; member < options.members; member++) {
    const burnt = runMember(fire, scenario, options, member);
    yield tally.add(fire.ignitionS, burnt);
  }
}

/** Computes one member, whose ignitions the engine holds then; how many burnt. The same wherever it is computed. */
export function runMember(
  fire: UrbanFire,
  scenario: UrbanScenario,
  options: EnsembleOptions,
  member: number,
): number {
  const wind = scattered(scenario.wind, member, options);
  fire.start({ ...scenario, wind, seed: (options.seed + Math.imul(member + 1, 0x9e3779b1)) | 0 });
  return fire.advance(options.untilS);
}

export interface EnsembleTally {
  /** The members in their order: sums of another order end in other digits. */
  add(ignitionS: Float64Array, burnt: number): EnsembleProgress;
}

/** Throws `RangeError` for members that aren't a whole number above 0. */
export function createEnsembleTally(
  count: number,
  { members, untilS }: Pick<EnsembleOptions, 'members' | 'untilS'>,
): EnsembleTally {
  if (!(Number.isInteger(members) && members > 0)) {
    throw new RangeError(`There are ${members} members; a whole number above 0 is expected.`);
  }
  const times = new Uint32Array(count);
  const sumS = new Float64Array(count);
  const burnProbability = new Float32Array(count);
  const meanIgnitionS = new Float32Array(count).fill(Number.NaN);
  const burntOf = new Int32Array(members);
  let done = 0;
  return {
    add(ignitionS, burnt) {
      burntOf[done++] = burnt;
      for (let building = 0; building < count; building++) {
        if (ignitionS[building]! <= untilS) {
          times[building]!++;
          sumS[building]! += ignitionS[building]!;
        }
        const often = times[building]!;
        burnProbability[building] = often / done;
        if (often > 0) meanIgnitionS[building] = sumS[building]! / often;
      }
      return { done, members, burnProbability, meanIgnitionS, burnt: burntOf };
    },
  };
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
