// A worker of which one hears at once when it dies, whoever's question it died of.

import { type Port, type Protocol, WorkerDiedError } from '#workers/port.ts';

export interface WorkerLife<P extends Protocol> {
  readonly call: Port<P>['call'];
  /** Rejects with the death of the worker; never resolves. */
  readonly death: Promise<never>;
}

export function followLife<P extends Protocol>(worker: Pick<Port<P>, 'call'>): WorkerLife<P> {
  let reject: (error: WorkerDiedError) => void = () => {};
  const death = new Promise<never>((_, fail) => {
    reject = fail;
  });
  // Whoever waits for it learns of it; nobody has to.
  death.catch(() => {});
  return {
    death,
    call: (name, params, options) =>
      worker.call(name, params, options).catch((error: unknown): never => {
        if (error instanceof WorkerDiedError) reject(error);
        throw error;
      }),
  };
}
