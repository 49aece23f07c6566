// Runs the members of an ensemble one after the other and tells how likely the water is. Each member is a run like any
// other, on its own draw of inputs. Same wish, same bytes. SI.

import type { Forcing, ForcingSource, Site } from '../forcing/parts.ts';
import { runForced } from '../forcing/run-forced.ts';
import { type FloodGrid, type FloodSolver, isSolverLost } from '../parts.ts';
import { createCollector } from './collect.ts';
import { drawMembers } from './draw-members.ts';
import type { EnsembleMember, EnsembleOutcome, EnsembleWish, MemberOutcome } from './parts.ts';
import { perturbGrid, perturbSource } from './perturb.ts';

export interface EnsembleSetup extends Site {
  readonly wish: EnsembleWish;
  readonly durationS: number;
  readonly depthM?: Float32Array;
  readonly sources: readonly ForcingSource[];
  /** A solver on a member's ground, with the water of the start; without the graphics card once that was lost. */
  createSolver(grid: FloodGrid, isCardLost: boolean): Promise<FloodSolver>;
  /** What drives a member on its ground. */
  createForcing(
    grid: FloodGrid,
    sources: readonly ForcingSource[],
  ): Promise<Pick<Forcing, 'apply'>>;
  /** Lets others work; between pieces of a run. */
  pause?(): Promise<void>;
  readonly signal?: AbortSignal;
}

export interface EnsembleProgress {
  readonly done: number;
  readonly of: number;
  /** Of all members together, 0–1. */
  readonly share: number;
  /** After each member: what is known so far. */
  readonly outcome?: EnsembleOutcome;
}

/** Seconds between the samples of depth. */
const LEAST_SAMPLE_S = 10;
const MOST_SAMPLES = 600;

/** Throws `RangeError` for a wish that can't be, `AbortError` where the signal aborts. */
export async function* runEnsemble(setup: EnsembleSetup): AsyncGenerator<EnsembleProgress> {
  const { wish, grid, durationS, signal } = setup;
  checkWish(wish);
  const sampleS = Math.max(LEAST_SAMPLE_S, Math.ceil(durationS / MOST_SAMPLES));
  const collector = createCollector(grid.zM.length, wish.thresholdsM, sampleS);
  const members = drawMembers(wish);
  const told: MemberOutcome[] = [];
  let isCardLost = false;
  for (let [member] = members; member; member = members[told.length]) {
    signal?.throwIfAborted();
    const own = perturbGrid(grid, member, wish, setup.depthM);
    const solver = await setup.createSolver(own, isCardLost);
    try {
      const forcing = await setup.createForcing(solver.grid, drawSources(setup, member));
      for (let untilS = 0; untilS < durationS; ) {
        untilS = Math.min(durationS, untilS + sampleS);
        await runForced(solver, forcing, untilS, signal);
        signal?.throwIfAborted();
        collector.sample(untilS, (await solver.state()).depthM);
        await setup.pause?.();
        const share = (told.length + untilS / durationS) / members.length;
        yield { done: told.length, of: members.length, share };
      }
      const { relativeError } = await solver.balance();
      told.push({ ...member, wetCells: collector.close(), massError: relativeError });
    } catch (error) {
      if (isCardLost || !isSolverLost(error)) throw error;
      isCardLost = true;
      collector.drop();
      continue;
    } finally {
      solver.dispose();
    }
    yield {
      done: told.length,
      of: members.length,
      share: told.length / members.length,
      outcome: collector.outcome([...told]),
    };
  }
}

const drawSources = (setup: EnsembleSetup, member: EnsembleMember) =>
  setup.sources.map((source) => perturbSource(source, member, setup));

function checkWish(wish: EnsembleWish): void {
  const { members, thresholdsM } = wish;
  if (!(Number.isInteger(members) && members >= 1 && members <= 500))
    throw new RangeError(`An ensemble of ${members} members can't be: 1 to 500 are possible.`);
  const spreads = ['inflowSpread', 'levelErrorM', 'breachSpread', 'roughnessSpread'] as const;
  for (const name of [...spreads, 'demErrorM'] as const) {
    if (!(wish[name] >= 0 && Number.isFinite(wish[name])))
      throw new RangeError(`The ensemble's ${name} is ${wish[name]}, 0 or more is needed.`);
  }
  if (!(wish.demReachM > 0))
    throw new RangeError(`The ensemble's demReachM is ${wish.demReachM} m, more than 0 is needed.`);
  const isAscending = thresholdsM.every((depth, k) => depth > (thresholdsM[k - 1] ?? 0));
  if (thresholdsM.length === 0 || !isAscending)
    throw new RangeError(`The ensemble's depths ${thresholdsM.join(', ')} m do not ascend from 0.`);
}
