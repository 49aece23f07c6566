// The clock that plays through a fire stands still at its end.

import type { SessionContext } from '#features/feature.ts';
import { instant } from '#model/time.ts';
import { setTime } from '#store/clock.ts';
import { watch } from '#store/watch.ts';
import { shownFireOf } from '../state/clock.ts';

/** Returns how to stop. */
export function stopClockAtEnd({ store }: Pick<SessionContext, 'store'>): () => void {
  return watch(
    store,
    ({ clock }) => [clock.now],
    () => {
      const state = store.getState();
      const fire = shownFireOf(state);
      const { mode, rate, now } = state.clock;
      if (!fire || mode !== 'set' || rate <= 0) return;
      const endMs = fire.startMs + fire.durationS * 1000;
      // A clock that was far past the end before is somebody else's matter.
      if (now >= endMs && now - rate * 2000 < endMs) setTime(store, instant(endMs));
    },
  );
}
