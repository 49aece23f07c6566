// How a worker of fire is kept: its deaths are said beside the layer, and it is tried again after a while or when the
// layer is asked for again.

import type { Text } from '#model/text.ts';
import { untilAskedAgain } from '#store/asked-again.ts';
import type { AppStore } from '#store/store.ts';
import type { Kept } from '#workers/supervisor.ts';
import { FIRE } from '../contract.ts';
import type { FireProblems } from './problems.ts';

export interface KeptWords {
  readonly workerRestarting: (reason: string) => Text;
  readonly workerGivenUp: (reason: string) => Text;
}

interface KeptOf {
  readonly store: AppStore;
  readonly problems: FireProblems;
  readonly words: KeptWords;
  /** How long before a worker that keeps dying is tried again. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
  /** Told of what ended the work for now, before it is said. */
  readonly fail?: (error: Error) => void;
}

export const keptAs = ({ store, problems, words, waitMs, signal, fail }: KeptOf): Kept => ({
  signal,
  onRestart: ({ message }) => problems.say('worker', words.workerRestarting(message)),
  onGivenUp(error) {
    fail?.(error);
    problems.say('worker', words.workerGivenUp(error.message));
  },
  untilAgain: () => untilAskedAgain(store, FIRE, waitMs, signal),
});
