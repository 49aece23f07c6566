import type { Text } from '#model/text.ts';
import { instant } from '#model/time.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import { pipesSlice } from '../../state.ts';
import { messages } from './messages.ts';

export interface WaterProblems {
  /** The network could not be solved. */
  reportSolve(network: string, reason: string): void;
  clearSolve(network: string): void;
  /** The worker died and starts again, or is given up for a while: a file may be missing or no model. */
  reportWorker(state: 'restarting' | 'given-up', error: Error): void;
  clearWorker(): void;
  clearAll(): void;
}

export function createWaterProblems(store: AppStore, now: () => number): WaterProblems {
  const said = new Set<string>();
  const solve = (network: string) => ({ path: `${pipesSlice.id}/${network}`, code: 'water' });
  const worker = { path: `${pipesSlice.id}/hydraulics`, code: 'worker' };

  /** Another reason takes the place of the one said before. */
  function say(place: { path: string; code: string }, text: Text): void {
    const known = store
      .getState()
      .problems.find(({ path, code }) => path === place.path && code === place.code);
    if (known && known.text.en !== text.en) clearProblem(store, place);
    reportProblem(store, { ...place, text, since: instant(now()) });
  }
  const clearSolve = (network: string) => {
    said.delete(network);
    clearProblem(store, solve(network));
  };
  const clearWorker = () => clearProblem(store, worker);
  return {
    reportSolve(network, reason) {
      said.add(network);
      say(solve(network), messages.notSolved(network, reason));
    },
    clearSolve,
    reportWorker(state, { message }) {
      const words = state === 'restarting' ? messages.workerRestarting : messages.workerGivenUp;
      say(worker, words(message));
    },
    clearWorker,
    clearAll() {
      for (const network of [...said]) clearSolve(network);
      clearWorker();
    },
  };
}
