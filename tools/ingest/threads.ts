// The hands of an ingest: the main thread alone, or several worker threads.

import { Worker } from 'node:worker_threads';
import { bundle } from '../bundle.mjs';
import { fromFailure } from './thread-failure.ts';
import type { ThreadAnswer, ThreadJob, ThreadReply, ThreadSetup } from './thread-job.ts';
import { createHands } from './work.ts';

export interface Crew {
  readonly size: number;
  /** Done by whoever has the least to do. */
  run(job: ThreadJob): Promise<ThreadAnswer>;
  /** Done by everyone, before anything that is run later. */
  runOnAll(job: ThreadJob): Promise<void>;
  close(): Promise<void>;
}

type CrewSetup = Omit<ThreadSetup, 'spill'>;

export async function createCrew(jobs: number, setup: CrewSetup): Promise<Crew> {
  if (jobs <= 1) return createSoloCrew(setup);
  const entry = await bundle('tools/ingest/thread.ts');
  const threads = Array.from(
    { length: jobs },
    (_, spill) => new Thread(entry, { ...setup, spill }),
  );
  return {
    size: jobs,
    run(job) {
      const idlest = threads.reduce((best, thread) => (thread.load < best.load ? thread : best));
      return idlest.run(job);
    },
    async runOnAll(job) {
      await Promise.all(threads.map((thread) => thread.run(job)));
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

async function createSoloCrew(setup: CrewSetup): Promise<Crew> {
  const hands = await createHands({ ...setup, spill: 0 });
  // A turn of the event loop between jobs lets Ctrl+C and the progress bar through.
  const run = (job: ThreadJob) =>
    new Promise<ThreadAnswer>((resolve, reject) => {
      setImmediate(() => {
        try {
          resolve(hands.work(job));
        } catch (error) {
          reject(error);
        }
      });
    });
  return {
    size: 1,
    run,
    async runOnAll(job) {
      await run(job);
    },
    async close() {
      hands.close();
    },
  };
}

interface Waiting {
  resolve(answer: ThreadAnswer): void;
  reject(error: Error): void;
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #death: Error | undefined;

  constructor(entry: URL, setup: ThreadSetup) {
    this.#worker = new Worker(entry, { workerData: setup });
    this.#worker.on('message', ({ answer, failure }: ThreadReply) => {
      const first = this.#waiting.shift();
      if (failure) first?.reject(fromFailure(failure));
      else first?.resolve(answer);
    });
    this.#worker.on('error', (error) => this.#die(error));
    this.#worker.on('exit', (code) => this.#die(new Error(`A thread ended with code ${code}.`)));
  }

  get load(): number {
    return this.#waiting.length;
  }

  run(job: ThreadJob): Promise<ThreadAnswer> {
    if (this.#death) return Promise.reject(this.#death);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(job);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #die(error: Error): void {
    this.#death ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#death);
  }
}
