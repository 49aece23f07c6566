import type { Text } from '#model/text.ts';
import { instant } from '#model/time.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import { bimSlice } from '../state.ts';
import { messages } from './messages.ts';

const CODES: readonly string[] = ['data', 'model', 'worker'];
const data = (task: string) => ({ path: `${bimSlice.id}/${task}`, code: 'data' });
const model = (id: string) => ({ path: `${bimSlice.id}/${id}`, code: 'model' });
const worker = { path: `${bimSlice.id}/worker`, code: 'worker' };

export interface BimProblems {
  /** Says what failed; true where trying again by itself may help. */
  reportData(task: string, error: unknown): boolean;
  clearData(task: string): void;
  reportModel(id: string, name: string, reason: string): void;
  clearModel(id: string): void;
  /** The worker died and starts again, or is given up for a while. */
  reportWorker(state: 'restarting' | 'given-up', error: Error): void;
  clearWorker(): void;
  clearAll(): void;
}

export function createBimProblems(store: AppStore, now: () => number): BimProblems {
  /** Another reason takes the place of the one said before. */
  function say(place: { path: string; code: string }, text: Text): void {
    const known = store
      .getState()
      .problems.find(({ path, code }) => path === place.path && code === place.code);
    if (known && known.text.en !== text.en) clearProblem(store, place);
    reportProblem(store, { ...place, text, since: instant(now()) });
  }
  return {
    reportData(task, error) {
      say(data(task), messages.dataFailed(error instanceof Error ? error.message : String(error)));
      return isPassing(error);
    },
    clearData: (task) => clearProblem(store, data(task)),
    reportModel: (id, name, reason) => say(model(id), messages.modelFailed(name, reason)),
    clearModel: (id) => clearProblem(store, model(id)),
    reportWorker(state, { message }) {
      const words = state === 'restarting' ? messages.workerRestarting : messages.workerGivenUp;
      say(worker, words(message));
    },
    clearWorker: () => clearProblem(store, worker),
    clearAll() {
      for (const problem of store.getState().problems) {
        const isOurs = problem.path.startsWith(`${bimSlice.id}/`) && CODES.includes(problem.code);
        if (isOurs) clearProblem(store, problem);
      }
    },
  };
}

/** No answer and errors of the server pass; a missing or malformed file stays. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error) || error.name !== 'FileError') return false;
  const status = 'status' in error ? error.status : undefined;
  return status === undefined || (typeof status === 'number' && status >= 500);
}
