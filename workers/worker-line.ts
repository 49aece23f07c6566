// A line to whichever worker is alive: a question that a dying worker left open goes to the next one.

import { type Port, type Protocol, WorkerDiedError } from './port.ts';

export class WorkerLine<Worker> {
  #worker: Worker | undefined;
  #waiting: ((worker: Worker) => void)[] = [];

  connect(worker: Worker): void {
    this.#worker = worker;
    for (const tell of this.#waiting.splice(0)) tell(worker);
  }

  disconnect(): void {
    this.#worker = undefined;
  }

  /** Rejects with the reason of `signal` when it aborts, also while there is no worker. */
  async ask<Answer>(
    question: (worker: Worker, signal: AbortSignal) => Promise<Answer>,
    signal: AbortSignal,
  ): Promise<Answer> {
    for (;;) {
      const worker = this.#worker ?? (await this.#next(signal));
      try {
        return await question(worker, signal);
      } catch (error) {
        if (!(error instanceof WorkerDiedError)) throw error;
        if (this.#worker === worker) this.#worker = undefined;
      }
    }
  }

  #next(signal: AbortSignal): Promise<Worker> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      this.#waiting.push(resolve);
    });
  }
}

/** A line as screens use it: calls wait for a living worker, streams end with theirs; nothing outlives `life`. */
export function openLine<P extends Protocol>(
  line: WorkerLine<Port<P>>,
  life: AbortSignal,
): Pick<Port<P>, 'call' | 'stream'> {
  const within = (signal: AbortSignal | undefined) =>
    signal ? AbortSignal.any([signal, life]) : life;
  return {
    call: (name, params, options = {}) => {
      const signal = within(options.signal);
      return line.ask((worker) => worker.call(name, params, { ...options, signal }), signal);
    },
    async *stream(name, params, options = {}) {
      const signal = within(options.signal);
      const worker = await line.ask(async (alive) => alive, signal);
      yield* worker.stream(name, params, { ...options, signal });
    },
  };
}
