import { instant } from '#model/time.ts';
import { presentOf } from '#store/clock.ts';
import type { AppStore } from '#store/store.ts';

const TICK_MS = 1000;

/** Moves the one clock: with the present while it is live, at its rate where a person set it running. */
export function runClock(store: AppStore, now: () => number = Date.now): () => void {
  const tick = () => {
    const { clock } = store.getState();
    const next =
      clock.mode === 'live' ? presentOf(clock, now()) : instant(clock.now + clock.rate * TICK_MS);
    if (next !== clock.now) store.setState({ clock: { ...clock, now: next } });
  };
  tick();
  const timer = setInterval(tick, TICK_MS);
  return () => clearInterval(timer);
}
