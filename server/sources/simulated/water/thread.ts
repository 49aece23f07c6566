// The shell of the thread that solves the network: opens it, then answers one day after another.

import { parentPort, workerData } from 'node:worker_threads';
import type { DayPlan } from './day-plan.ts';
import { openNetwork } from './network-model.ts';
import type { NetworkState, SolvedDay, Watched } from './solved-day.ts';

export interface ThreadSetup {
  readonly inp: string;
  readonly wanted: Watched;
}

export interface ThreadJob {
  readonly id: number;
  readonly plan: DayPlan;
  readonly state: NetworkState | undefined;
}

export type ThreadReply =
  | { readonly kind: 'open'; readonly watched: Watched }
  | { readonly kind: 'closed'; readonly reason: string }
  | { readonly kind: 'solved'; readonly id: number; readonly day: SolvedDay }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

if (!parentPort) throw new Error('thread.ts runs in a worker thread.');
const port = parentPort;
const reply = (message: ThreadReply) => port.postMessage(message);
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

// EPANET's warnings come once a step, by the hundred, through the console.
console.warn = () => {};

const { inp, wanted }: ThreadSetup = workerData;
try {
  const network = await openNetwork(inp, wanted);
  reply({ kind: 'open', watched: network.watched });
  port.on('message', ({ id, plan, state }: ThreadJob) => {
    try {
      reply({ kind: 'solved', id, day: network.solve(plan, state) });
    } catch (error) {
      reply({ kind: 'failed', id, reason: reasonOf(error) });
    }
  });
} catch (error) {
  reply({ kind: 'closed', reason: reasonOf(error) });
}
