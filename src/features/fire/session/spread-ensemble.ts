// The ensemble that is wanted of the shown fire: member by member, begun anew when the fire changes, ended at once when
// it isn't wanted any more.

import type { AppState } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import type { SpreadWorker } from '#workers/fire-spread/client.ts';
import { WorkerDiedError } from '#workers/port.ts';
import { FIRE_ENSEMBLE, type SpreadEnsemble } from '../contract/spread.ts';
import type { FireScenario } from '../contract.ts';
import { shownFireOf } from '../state/clock.ts';
import { selectFire } from '../state.ts';
import { isSameFire, type SpreadParts } from './spread-fires.ts';
import { spreadMessages } from './spread-messages.ts';

const SPACING_MS = 200;

export function followEnsemble(
  { store, frames, problems }: SpreadParts,
  worker: SpreadWorker,
): () => void {
  let running = new AbortController();

  async function compute(abort: AbortController): Promise<void> {
    const scenario = shownFireOf(store.getState());
    const { members } = selectFire(store.getState());
    frames.publish(FIRE_ENSEMBLE, undefined);
    if (!scenario || members === 0) return;
    let toldMs = -Infinity;
    try {
      const items = worker.stream('ensemble', { scenario, members }, { signal: abort.signal });
      for await (const item of items) {
        if (abort.signal.aborted) return;
        if (item.done < members && performance.now() - toldMs < SPACING_MS) continue;
        toldMs = performance.now();
        frames.publish(FIRE_ENSEMBLE, item satisfies SpreadEnsemble);
      }
      problems.say('ensemble', undefined);
    } catch (error) {
      if (abort.signal.aborted || error instanceof WorkerDiedError) return;
      const reason = error instanceof Error ? error.message : String(error);
      problems.say('ensemble', spreadMessages.failed(scenario.name, reason));
    }
  }

  function sync(): void {
    running.abort();
    running = new AbortController();
    void compute(running);
  }

  let known: FireScenario | undefined;
  // A name is no reason to begin anew.
  const wanted = (state: AppState) => {
    const fire = shownFireOf(state);
    if (!fire || !known || !isSameFire(fire, known)) known = fire;
    return [known, selectFire(state).members];
  };
  const unwatch = watch(store, wanted, sync);
  sync();
  return () => {
    unwatch();
    running.abort();
  };
}
