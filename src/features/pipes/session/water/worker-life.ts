// A worker of which one hears at once when it dies, whoever's question it died of.

import type { HydraulicsWorker } from '#workers/hydraulics/client.ts';
import { WorkerDiedError } from '#workers/port.ts';

export interface WorkerLife {
  readonly worker: HydraulicsWorker;
  /** Rejects with the death of the worker; never resolves. */
  readonly death: Promise<never>;
}

export function followLife(worker: HydraulicsWorker): WorkerLife {
  let reject: (error: WorkerDiedError) => void = () => {};
  const death = new Promise<never>((_, fail) => {
    reject = fail;
  });
  // Whoever waits for it learns of it; nobody has to.
  death.catch(() => {});
  const note = (error: unknown): never => {
    if (error instanceof WorkerDiedError) reject(error);
    throw error;
  };
  return {
    death,
    worker: {
      call: (name, params, options) => worker.call(name, params, options).catch(note),
      async *stream(name, params, options) {
        try {
          yield* worker.stream(name, params, options);
        } catch (error) {
          note(error);
        }
      },
      close: () => worker.close(),
    },
  };
}
