import type { AppState } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import type { FeedWorker, Shown } from '#workers/feed/client.ts';
import type { FeedParts } from './world.ts';

const shownOf = ({ clock: { mode, now, rate } }: AppState): Shown =>
  mode === 'live' ? { kind: 'live' } : { kind: 'replay', atMs: now, rate };

/** Has the feed show what the one clock says: the present, or where a person set it. One question at a time. */
export function showTime(
  worker: FeedWorker,
  { store }: FeedParts,
  signal: AbortSignal,
): () => void {
  let isAsking = false;
  let wanted: Shown | undefined = shownOf(store.getState());

  async function askOn(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      while (wanted && !signal.aborted) {
        const next = wanted;
        wanted = undefined;
        await worker.call('show', next, { signal });
      }
    } finally {
      isAsking = false;
    }
  }

  // A dying worker fails the stream of news too, which is where it is dealt with.
  const askQuietly = () => void askOn().catch(() => undefined);
  askQuietly();
  return watch(
    store,
    ({ clock }) => [clock.mode, ...(clock.mode === 'live' ? [] : [clock.now, clock.rate])],
    () => {
      wanted = shownOf(store.getState());
      askQuietly();
    },
  );
}
