// Keeps a worker's work going: when the worker dies, a new one gets the same inputs.

import { WorkerDiedError } from './port.ts';

export interface Supervised {
  readonly signal: AbortSignal;
  /** Called before each restart with the reason and how many restarts there were. */
  readonly onRestart: (error: WorkerDiedError, restarts: number) => void;
  /** Gives up, throwing the last death, after this many restarts without `work` getting through. */
  readonly limit?: number;
}

/** Runs `work` and, each time it fails because its worker died, runs it again with the same inputs. */
export async function supervise<Value>(
  work: (signal: AbortSignal) => Promise<Value>,
  { signal, onRestart, limit = 3 }: Supervised,
): Promise<Value> {
  for (let restarts = 1; ; restarts++) {
    try {
      return await work(signal);
    } catch (error) {
      if (!(error instanceof WorkerDiedError) || signal.aborted || restarts > limit) throw error;
      onRestart(error, restarts);
    }
  }
}

export interface Kept extends Supervised {
  /** Called with what ended the work for now: the last of many deaths, or its own failure. */
  readonly onGivenUp: (error: Error) => void;
  /** Resolves when it is worth while to begin anew. */
  readonly untilAgain: () => Promise<void>;
}

/** Supervises `work` until the signal is aborted: what was given up is begun anew after a while or when asked. */
export async function keepGoing(
  work: (signal: AbortSignal) => Promise<unknown>,
  { onGivenUp, untilAgain, ...supervised }: Kept,
): Promise<void> {
  const { signal } = supervised;
  while (!signal.aborted) {
    try {
      await supervise(work, supervised);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Error)) throw error;
      onGivenUp(error);
      await untilAgain();
    }
  }
}

/** The death of a worker, to wait for: whoever's question or stream it ended notices it. */
export function createDeath(): {
  /** Rejects with the death; never resolves. */
  readonly death: Promise<never>;
  /** True where that is what `error` is. */
  readonly notice: (error: unknown) => boolean;
} {
  let die: (error: WorkerDiedError) => void = () => {};
  const death = new Promise<never>((_, reject) => {
    die = reject;
  });
  // Whoever waits for it learns of it; nobody has to.
  death.catch(() => {});
  return {
    death,
    notice(error) {
      if (!(error instanceof WorkerDiedError)) return false;
      die(error);
      return true;
    },
  };
}

/** Rejects with the reason of `signal` once it aborts; never resolves. */
export const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
