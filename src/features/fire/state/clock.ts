// One clock: the shown fire is at `scenario.startMs + timeS` of the app's time, so sun, readings and fire agree.

import { instant } from '#model/time.ts';
import { goLive, setRate, setTime } from '#store/clock.ts';
import type { AppState, AppStore } from '#store/store.ts';
import type { FireScenario } from '../contract.ts';
import { selectFire } from '../state.ts';
import { change } from './change.ts';

export const fireOf = (state: AppState, id: string): FireScenario | undefined =>
  id === '' ? undefined : selectFire(state).scenarios.find((fire) => fire.id === id);

export const shownFireOf = (state: AppState): FireScenario | undefined =>
  fireOf(state, selectFire(state).shown);

/** Seconds since the shown fire began, 0 … its duration; undefined where none is shown. */
export function timeOf(state: AppState): number | undefined {
  const fire = shownFireOf(state);
  if (!fire) return undefined;
  return Math.min(fire.durationS, Math.max(0, (state.clock.now - fire.startMs) / 1000));
}

/** Whether the clock runs through the shown fire at a pace that a person chose. */
export const isPlaying = (state: AppState): boolean => {
  const { mode, rate } = state.clock;
  return mode === 'set' && rate > 0 && (timeOf(state) ?? 0) < (shownFireOf(state)?.durationS ?? 0);
};

/** Shows the fire of that time, and everything else of the city too; it goes on at the rate it had. */
export function seek(store: AppStore, timeS: number): void {
  const state = store.getState();
  const fire = shownFireOf(state);
  if (!fire) return;
  const { mode, rate } = state.clock;
  const within = Math.min(fire.durationS, Math.max(0, timeS));
  setTime(store, instant(Math.round(fire.startMs + within * 1000)));
  if (mode === 'set' && rate > 0 && within < fire.durationS) setRate(store, rate);
}

/** Plays from where the clock stands, or from the beginning where it stands outside of the fire or at its end. */
export function play(store: AppStore): void {
  const state = store.getState();
  const fire = shownFireOf(state);
  if (!fire) return;
  const timeS = (state.clock.now - fire.startMs) / 1000;
  if (timeS < 0 || timeS >= fire.durationS) seek(store, 0);
  setRate(store, selectFire(store.getState()).pace);
}

export const pause = (store: AppStore): void => {
  if (shownFireOf(store.getState())) setRate(store, 0);
};

export function setPace(store: AppStore, pace: number): void {
  const goes = isPlaying(store.getState());
  change(store, () => ({ pace }));
  if (goes) setRate(store, pace);
}

/** Back to the present of the city; the fire goes on as fast as the present does. */
export const backToLive = (store: AppStore, wallMs: number): void => goLive(store, instant(wallMs));
