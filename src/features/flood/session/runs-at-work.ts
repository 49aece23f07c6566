// The runs of the store at one worker: new ones begin, changed ones are steered, forgotten ones go.

import { watch } from '#store/watch.ts';
import type { FloodLine, FloodNews } from '#workers/flood/client.ts';
import { setStatus } from '../state/runs.ts';
import { type FloodRun, selectFlood } from '../state.ts';
import { messages } from './messages.ts';
import { sentenceOf } from './problems.ts';
import { RunFollower, type RunRecord } from './run-follower.ts';
import type { FloodParts } from './world.ts';

export interface RunsAtWork {
  get(id: string): RunFollower | undefined;
  /** What a next worker begins them again with. */
  records(): ReadonlyMap<string, RunRecord>;
  stop(): void;
}

export function followRuns(
  line: FloodLine,
  { store, problems }: FloodParts,
  before: ReadonlyMap<string, RunRecord>,
  onNews: (run: string, kind: FloodNews['kind']) => void,
): RunsAtWork {
  const followers = new Map<string, RunFollower>();
  const life = new AbortController();

  const events = {
    onNews(id: string, kind: FloodNews['kind']) {
      // A what-if of a run that is begun again waits until that has come as far.
      if (kind === 'status') sync();
      onNews(id, kind);
    },
    onStatus: (status: Parameters<typeof setStatus>[1]) => setStatus(store, status),
    onRefused: (error: unknown) =>
      problems.say('steering', messages.steeringRefused(sentenceOf(error))),
    onBack: () => problems.say('worker', undefined),
    onBroken: (run: FloodRun, error: unknown) =>
      problems.say(`run-${run.id}`, messages.runFailed(run.scenario.name, sentenceOf(error))),
  };

  /** Whether the run that it goes on from has come as far; always, unless that is being begun again. */
  function canBegin({ from }: FloodRun): boolean {
    const source = from && followers.get(from.run);
    if (!from || !source || !before.has(from.run)) return true;
    return (source.status?.timeS ?? 0) >= from.timeS || source.status?.phase === 'done';
  }

  function sync(): void {
    const { runs } = selectFlood(store.getState());
    for (const run of runs) {
      const known = followers.get(run.id);
      const record = before.get(run.id);
      if (known) known.sync(run);
      else if (canBegin(run) && (run.wanted !== 'stop' || record)) {
        followers.set(run.id, new RunFollower(line, run, events, record));
      }
    }
    for (const [id, follower] of followers) {
      if (runs.some((run) => run.id === id)) continue;
      follower.stop();
      followers.delete(id);
      problems.say(`run-${id}`, undefined);
      // What can't be forgotten goes with the worker.
      line.call('forget', { run: id }, { signal: life.signal }).catch(() => undefined);
    }
  }

  const unwatch = watch(store, (state) => [selectFlood(state).runs], sync);
  sync();
  return {
    get: (id) => followers.get(id),
    records: () => new Map([...followers].map(([id, follower]) => [id, follower.record])),
    stop() {
      unwatch();
      life.abort();
      for (const follower of followers.values()) follower.stop();
    },
  };
}
