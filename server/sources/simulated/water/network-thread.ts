// The network in its thread, as promises.

import { Worker } from 'node:worker_threads';
import type { DayPlan } from './day-plan.ts';
import type { NetworkState, SolvedDay, Watched } from './solved-day.ts';
import type { ThreadJob, ThreadReply, ThreadSetup } from './thread.ts';

export interface NetworkThread {
  readonly watched: Watched;
  /** Days are solved in the order of asking. */
  solve(plan: DayPlan, state?: NetworkState): Promise<SolvedDay>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(day: SolvedDay): void;
  reject(error: Error): void;
}

/** Rejects with EPANET's sentence where the file is no network. */
export async function startNetworkThread(setup: ThreadSetup): Promise<NetworkThread> {
  const worker = new Worker(new URL('./thread-entry.mjs', import.meta.url), { workerData: setup });
  const waiting = new Map<number, Waiting>();
  let death: Error | undefined;
  let jobs = 0;

  function die(error: Error): void {
    death ??= error;
    for (const { reject } of waiting.values()) reject(death);
    waiting.clear();
  }
  const watched = await new Promise<Watched>((resolve, reject) => {
    worker.on('message', (message: ThreadReply) => {
      switch (message.kind) {
        case 'open':
          return resolve(message.watched);
        case 'closed':
          void worker.terminate();
          return reject(new Error(message.reason));
        case 'solved':
          waiting.get(message.id)?.resolve(message.day);
          return void waiting.delete(message.id);
        case 'failed':
          waiting.get(message.id)?.reject(new Error(message.reason));
          return void waiting.delete(message.id);
      }
    });
    worker.on('error', (error) => {
      die(error);
      reject(error);
    });
    worker.on('exit', (code) => {
      die(new Error(`The thread of the water network ended with code ${code}.`));
      reject(death);
    });
  });
  return {
    watched,
    solve(plan, state) {
      if (death) return Promise.reject(death);
      return new Promise((resolve, reject) => {
        const id = jobs;
        jobs += 1;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, plan, state } satisfies ThreadJob);
      });
    },
    async close() {
      die(new Error('The water network is closed.'));
      await worker.terminate();
    },
  };
}
