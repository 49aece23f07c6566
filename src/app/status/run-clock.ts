import { instant } from '#model/time.ts';
import type { AppStore } from '#store/store.ts';

const TICK_MS = 1000;
/** While live, the sun moves a quarter of a degree in this time: oftener would draw frames for nothing. */
const LIVE_STEP_MS = 60_000;

/** Moves the one clock: with the wall clock while it is live, at its rate where a person set it running. */
export function runClock(store: AppStore, now: () => number = Date.now): () => void {
  const tick = () => {
    const { clock } = store.getState();
    if (clock.mode === 'live') {
      const wall = now();
      if (wall - clock.now >= LIVE_STEP_MS || wall < clock.now) {
        store.setState({ clock: { ...clock, now: instant(wall) } });
      }
    } else if (clock.rate !== 0) {
      store.setState({ clock: { ...clock, now: instant(clock.now + clock.rate * TICK_MS) } });
    }
  };
  tick();
  const timer = setInterval(tick, TICK_MS);
  return () => clearInterval(timer);
}
