// A line to whichever worker is alive: a question that a dying worker left open goes to the next one.

import { WorkerDiedError } from './port.ts';

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
