// A worker of which one hears at once when it dies, whoever's question or stream it died of.

import type { FloodLine, FloodWorker } from '#workers/flood/client.ts';
import { WorkerDiedError } from '#workers/port.ts';

export interface WorkerLife extends FloodLine {
  /** Rejects with the death of the worker; never resolves. */
  readonly death: Promise<never>;
}

export function followLife(worker: FloodWorker): WorkerLife {
  let reject: (error: WorkerDiedError) => void = () => {};
  const death = new Promise<never>((_, fail) => {
    reject = fail;
  });
  // Whoever waits for it learns of it; nobody has to.
  death.catch(() => {});
  const notice = (error: unknown): never => {
    if (error instanceof WorkerDiedError) reject(error);
    throw error;
  };
  return {
    death,
    call: (name, params, options) => worker.call(name, params, options).catch(notice),
    async *stream(name, params, options) {
      try {
        yield* worker.stream(name, params, options);
      } catch (error) {
        notice(error);
      }
    },
  };
}
