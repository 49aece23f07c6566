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
