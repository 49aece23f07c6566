import { type Instant, instant } from '#model/time.ts';
import type { AppStore } from './store.ts';

/** The one clock that sun, shadows and every overlay follow. */
export interface ClockState {
  readonly now: Instant;
  /** `live` follows the wall clock; `set` stands or runs from where a person put it. */
  readonly mode: 'live' | 'set';
  /** Seconds of city time for each second of wall time; 0 pauses. */
  readonly rate: number;
}

export const initialClock: ClockState = { now: instant(0), mode: 'live', rate: 1 };

export function setTime(store: AppStore, now: Instant): void {
  store.setState({ clock: { now, mode: 'set', rate: 0 } });
}

export function goLive(store: AppStore, now: Instant): void {
  store.setState({ clock: { now, mode: 'live', rate: 1 } });
}

/** Lets the time run from where it stands: `rate` seconds of city time for each second, 0 pauses. */
export function setRate(store: AppStore, rate: number): void {
  store.setState(({ clock }) => ({ clock: { ...clock, mode: 'set', rate } }));
}
