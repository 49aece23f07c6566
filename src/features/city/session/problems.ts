import { instant } from '#model/time.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import { messages } from '../messages.ts';
import { citySlice } from '../state.ts';

const data = (task: string) => ({ path: `${citySlice.id}/${task}`, code: 'data' });
const worker = { path: `${citySlice.id}/worker`, code: 'worker' };

export interface CityProblems {
  /** Says what failed; true where trying again by itself may help. */
  reportData(task: string, error: unknown): boolean;
  clearData(task: string): void;
  /** The worker died and starts again, or is given up for a while. */
  reportWorker(state: 'restarting' | 'given-up', error: Error): void;
  clearWorker(): void;
  clearAll(): void;
}

export function createCityProblems(store: AppStore, now: () => number): CityProblems {
  return {
    reportData(task, error) {
      const why = error instanceof Error ? error.message : String(error);
      const problem = { ...data(task), text: messages.dataFailed(why), since: instant(now()) };
      // Another file or reason takes the place of the one said before.
      const known = store.getState().problems.find(({ path }) => path === problem.path);
      if (known && known.text.en !== problem.text.en) clearProblem(store, known);
      reportProblem(store, problem);
      return isPassing(error);
    },
    clearData: (task) => clearProblem(store, data(task)),
    reportWorker(state, error) {
      clearProblem(store, worker);
      const text =
        state === 'restarting'
          ? messages.workerRestarting(error.message)
          : messages.workerGivenUp(error.message);
      reportProblem(store, { ...worker, text, since: instant(now()) });
    },
    clearWorker: () => clearProblem(store, worker),
    clearAll() {
      for (const problem of store.getState().problems) {
        const isOurs = problem.path.startsWith(`${citySlice.id}/`);
        if (isOurs && (problem.code === worker.code || problem.code === 'data')) {
          clearProblem(store, problem);
        }
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
