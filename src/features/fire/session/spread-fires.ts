// The shown fire and the one it is compared with at one worker: each is computed when it is wanted or has changed; the
// last good result stays until then.

import type { SessionContext } from '#features/feature.ts';
import { watch } from '#store/watch.ts';
import type { SpreadNews, SpreadWorker } from '#workers/fire-spread/client.ts';
import { WorkerDiedError } from '#workers/port.ts';
import { FIRE_PLACES, FIRE_SPREAD, SECOND_SPREAD } from '../contract/spread.ts';
import { FIRE_STATUS, type FireScenario, type FireStatus } from '../contract.ts';
import { change } from '../state/change.ts';
import { selectFire } from '../state.ts';
import type { FireProblems } from './problems.ts';
import { spreadMessages } from './spread-messages.ts';

export type SpreadResult = Extract<SpreadNews, { kind: 'spread' }>;

export interface SpreadParts extends Pick<SessionContext, 'store' | 'frames'> {
  /** The last good result of each fire; it outlives a worker. */
  readonly results: Map<string, SpreadResult>;
  readonly problems: FireProblems;
}

/** What is computed of a fire now. */
interface Work {
  readonly scenario: FireScenario;
  readonly abort: AbortController;
}

export function followFires(
  { store, frames, problems, results }: SpreadParts,
  worker: SpreadWorker,
): () => void {
  const works = new Map<string, Work>();

  function publish(): void {
    const { shown, compared } = selectFire(store.getState());
    const result = results.get(shown);
    if (frames.peek(FIRE_SPREAD) !== result?.spread) {
      frames.publish(FIRE_PLACES, result?.places);
      frames.publish(FIRE_SPREAD, result?.spread);
    }
    const second = results.get(compared)?.spread;
    if (frames.peek(SECOND_SPREAD) !== second) frames.publish(SECOND_SPREAD, second);
    const status = selectFire(store.getState()).status[shown];
    if (frames.peek(FIRE_STATUS) !== status) frames.publish(FIRE_STATUS, status);
  }

  function tell(status: FireStatus): void {
    change(store, (state) => ({ status: { ...state.status, [status.scenario]: status } }));
  }

  async function compute(work: Work): Promise<void> {
    const { scenario, abort } = work;
    const topic = `fire-${scenario.id}`;
    try {
      const news = worker.stream('run', { scenario }, { signal: abort.signal });
      for await (const one of news) {
        if (abort.signal.aborted) return;
        if (one.kind === 'status') tell(one.status);
        else results.set(scenario.id, one);
        publish();
      }
      problems.say(topic, undefined);
      problems.say('worker', undefined);
    } catch (error) {
      if (abort.signal.aborted || error instanceof WorkerDiedError) return;
      const problem = error instanceof Error ? error.message : String(error);
      const before = selectFire(store.getState()).status[scenario.id];
      tell({
        ...{ scenario: scenario.id, buildings: 0, assumptions: [], ...before },
        ...{ phase: 'failed', progress: 0, problem },
      });
      problems.say(topic, spreadMessages.failed(scenario.name, problem));
      publish();
    }
  }

  function sync(): void {
    const { scenarios, shown, compared } = selectFire(store.getState());
    const byId = new Map(scenarios.map((one) => [one.id, one]));
    for (const [id, work] of works) {
      if (byId.has(id)) continue;
      work.abort.abort();
      works.delete(id);
      results.delete(id);
      problems.say(`fire-${id}`, undefined);
      // What can't be forgotten goes with the worker.
      worker.call('forget', { scenario: id }).catch(() => undefined);
    }
    for (const id of new Set([shown, compared])) {
      const scenario = byId.get(id);
      const known = works.get(id);
      if (!scenario || (known && isSameFire(known.scenario, scenario))) continue;
      known?.abort.abort();
      const work: Work = { scenario, abort: new AbortController() };
      works.set(id, work);
      void compute(work);
    }
    publish();
  }

  const unwatch = watch(
    store,
    (state) => {
      const { scenarios, shown, compared } = selectFire(state);
      return [scenarios, shown, compared];
    },
    sync,
  );
  sync();
  return () => {
    unwatch();
    for (const { abort } of works.values()) abort.abort();
  };
}

/** A name is no reason to compute a fire anew. */
export function isSameFire(one: FireScenario, other: FireScenario): boolean {
  return (
    one === other || JSON.stringify({ ...one, name: '' }) === JSON.stringify({ ...other, name: '' })
  );
}
