// One clock: the water that is shown is that of the run's latest frame while it is followed, else of the app's time.

import { instant } from '#model/time.ts';
import { goLive, setRate, setTime } from '#store/clock.ts';
import type { AppState, AppStore } from '#store/store.ts';
import { selectFlood } from '../state.ts';
import { change } from './change.ts';
import type { FloodRun } from './initial.ts';

export const shownRunOf = (state: AppState): FloodRun | undefined => {
  const { runs, shown } = selectFlood(state);
  return runs.find(({ id }) => id === shown);
};

/** Seconds since the start of the run that is shown, within what it has computed; undefined where none is shown. */
export function shownTimeS(state: AppState): number | undefined {
  const run = shownRunOf(state);
  if (!run) return undefined;
  const { followsRun, status } = selectFlood(state);
  const latestS = status[run.id]?.timeS ?? run.from?.timeS ?? 0;
  if (followsRun) return latestS;
  return Math.min(latestS, Math.max(0, (state.clock.now - run.scenario.startMs) / 1000));
}

/** Shows the water of that time, and everything else of the city too. */
export function seek(store: AppStore, timeS: number): void {
  const run = shownRunOf(store.getState());
  if (!run) return;
  change(store, () => ({ followsRun: false }));
  setTime(store, instant(run.scenario.startMs + timeS * 1000));
}

/** Replays from where the clock stands, or from the start where it stands at the end. */
export function replay(store: AppStore, rate: number): void {
  const state = store.getState();
  const run = shownRunOf(state);
  if (!run) return;
  const latestS = selectFlood(state).status[run.id]?.timeS ?? 0;
  const timeS = shownTimeS(state) ?? 0;
  if (selectFlood(state).followsRun || timeS >= latestS) seek(store, timeS >= latestS ? 0 : timeS);
  setRate(store, rate);
}

/** Back to the latest water; the city's clock is live again. */
export function followLatest(store: AppStore, wallMs: number): void {
  change(store, () => ({ followsRun: true }));
  goLive(store, instant(wallMs));
}
