// What is wrong with networks, each said once beside the layer.

import type { Text } from '#model/text.ts';
import { instant } from '#model/time.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import { pipesSlice } from '../state.ts';
import { messages } from './messages.ts';

export interface PipesProblems {
  reportNetwork(id: string, name: string, reason: string): void;
  reportFaults(id: string, name: string, count: number, first: Text): void;
  /** A network that opens, or whose elements are all right. */
  clearNetwork(id: string, code: 'network' | 'faults'): void;
  /** Says what failed; true where trying again by itself may help. */
  reportWork(task: string, error: unknown): boolean;
  clearWork(task: string): void;
  /** The worker died and starts again, or is given up for a while. */
  reportWorker(state: 'restarting' | 'given-up', error: Error): void;
  clearWorker(): void;
  clearAll(): void;
}

interface Place {
  readonly path: string;
  readonly code: string;
}

const worker: Place = { path: `${pipesSlice.id}/pipes-worker`, code: 'worker' };
const work = (task: string): Place => ({ path: `${pipesSlice.id}/${task}`, code: 'work' });

export function createPipesProblems(store: AppStore, now: () => number): PipesProblems {
  const said = new Map<string, Place>();
  const keyOf = ({ path, code }: Place) => `${path} ${code}`;

  /** Another reason takes the place of the one said before. */
  function say(place: Place, text: Text): void {
    const known = store
      .getState()
      .problems.find(({ path, code }) => path === place.path && code === place.code);
    if (known && known.text.en !== text.en) clearProblem(store, place);
    said.set(keyOf(place), place);
    reportProblem(store, { ...place, text, since: instant(now()) });
  }
  function clear(place: Place): void {
    said.delete(keyOf(place));
    clearProblem(store, place);
  }
  const network = (id: string, code: 'network' | 'faults') => ({
    path: `${pipesSlice.id}/${id}`,
    code,
  });
  return {
    reportNetwork: (id, name, reason) =>
      say(network(id, 'network'), messages.networkFailed(name, reason)),
    reportFaults: (id, name, count, first) =>
      say(network(id, 'faults'), messages.elementsAtFault(name, count, first)),
    clearNetwork: (id, code) => clear(network(id, code)),
    reportWork(task, error) {
      say(work(task), messages.workFailed(error instanceof Error ? error.message : String(error)));
      return true;
    },
    clearWork: (task) => clear(work(task)),
    reportWorker(state, { message }) {
      const words = state === 'restarting' ? messages.workerRestarting : messages.workerGivenUp;
      say(worker, words(message));
    },
    clearWorker: () => clear(worker),
    clearAll() {
      for (const place of [...said.values()]) clear(place);
    },
  };
}
