// A worker of which one hears at once when it dies, whoever's question or stream it died of.

import { type Port, type Protocol, WorkerDiedError } from './port.ts';

export interface WorkerLife<P extends Protocol> {
  /** Tells of its death whoever asks over it. */
  readonly worker: Port<P>;
  /** Rejects with the death of the worker; never resolves. */
  readonly death: Promise<never>;
}

export function followLife<P extends Protocol>(worker: Port<P>): WorkerLife<P> {
  let die: (error: WorkerDiedError) => void = () => {};
  const death = new Promise<never>((_, reject) => {
    die = reject;
  });
  // Whoever waits for it learns of it; nobody has to.
  death.catch(() => {});
  const notice = (error: unknown): never => {
    if (error instanceof WorkerDiedError) die(error);
    throw error;
  };
  return {
    death,
    worker: {
      call: (name, params, options) => worker.call(name, params, options).catch(notice),
      async *stream(name, params, options) {
        try {
          yield* worker.stream(name, params, options);
        } catch (error) {
          notice(error);
        }
      },
      close: () => worker.close(),
    },
  };
}
