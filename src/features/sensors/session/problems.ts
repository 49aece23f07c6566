import type { Text } from '#model/text.ts';
import { type Instant, instant } from '#model/time.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import { SENSORS } from '../contract.ts';

/** What can be wrong with the feed as a whole; each is said once, in its latest words. */
export type Trouble = 'worker' | 'catalogue' | 'feed' | 'readings' | 'replay';

export interface FeedProblems {
  /** Says what is wrong, or with undefined that it is over. */
  say(trouble: Trouble, text: Text | undefined, sinceMs?: number): void;
  clearAll(): void;
}

export function createFeedProblems(store: AppStore, now: () => number): FeedProblems {
  const said = new Map<Trouble, Text>();
  const nameOf = (trouble: Trouble) => ({ path: `${SENSORS}/${trouble}`, code: trouble });

  function say(trouble: Trouble, text: Text | undefined, sinceMs = now()): void {
    const before = said.get(trouble);
    if (before?.en === text?.en) return;
    const known = store.getState().problems.find(({ path }) => path === nameOf(trouble).path);
    // Other words for the same trouble don't make it newer.
    const since: Instant = known?.since ?? instant(sinceMs);
    clearProblem(store, nameOf(trouble));
    said.delete(trouble);
    if (!text) return;
    said.set(trouble, text);
    reportProblem(store, { ...nameOf(trouble), text, since });
  }

  return {
    say,
    clearAll() {
      for (const trouble of [...said.keys()]) say(trouble, undefined);
    },
  };
}
