import { type Instant, instant } from '#model/time.ts';
import type { AppStore } from './store.ts';

/** The one clock that sun, shadows and every overlay follow. */
export interface ClockState {
  readonly now: Instant;
  /** `live` follows the present; `set` stands or runs from where a person put it. */
  readonly mode: 'live' | 'set';
  /** Seconds of city time for each second of wall time; 0 pauses. */
  readonly rate: number;
  /** Whose present it is, where a live source has a time of its own; the wall clock's where absent. */
  readonly source?: SourceTime | undefined;
}

/** The time of a live source: what it was at one moment of the wall clock, and how fast it runs. */
export interface SourceTime {
  readonly now: Instant;
  readonly wall: Instant;
  /** Seconds of its time a second; 0 while it is paused. */
  readonly rate: number;
}

export const initialClock: ClockState = { now: instant(0), mode: 'live', rate: 1 };

/** What is now at `wall` of the wall clock: the time that a live clock shows. */
export function presentOf({ source }: Pick<ClockState, 'source'>, wall: number): Instant {
  return source ? instant(source.now + (wall - source.wall) * source.rate) : instant(wall);
}

export function setTime(store: AppStore, now: Instant): void {
  store.setState(({ clock }) => ({ clock: { ...clock, now, mode: 'set', rate: 0 } }));
}

/** Back to the present; `wall` is what the wall clock says. */
export function goLive(store: AppStore, wall: Instant): void {
  store.setState(({ clock }) => ({
    clock: { ...clock, now: presentOf(clock, wall), mode: 'live', rate: 1 },
  }));
}

/** Lets the time run from where it stands: `rate` seconds of city time for each second, 0 pauses. */
export function setRate(store: AppStore, rate: number): void {
  store.setState(({ clock }) => ({ clock: { ...clock, mode: 'set', rate } }));
}

/** Jumps back (negative) or forth by `byMs` of city time, and goes on at the rate it had. */
export function jump(store: AppStore, byMs: number): void {
  store.setState(({ clock }) => ({
    clock: {
      ...clock,
      now: instant(clock.now + byMs),
      mode: 'set',
      rate: clock.mode === 'live' ? 0 : clock.rate,
    },
  }));
}

/** How far a source's own count of its time may be off before the clock is set by it anew. */
const TOLERANCE_MS = 1500;

/** Lets `live` mean the present of a live source; of the wall clock where undefined. */
export function followSource(store: AppStore, source: SourceTime | undefined): void {
  const { clock } = store.getState();
  const known = clock.source;
  if (known === source) return;
  if (known && source) {
    const offMs = Math.abs(presentOf(clock, source.wall) - source.now);
    if (known.rate === source.rate && offMs <= TOLERANCE_MS * Math.max(1, source.rate)) return;
  }
  const now = clock.mode === 'live' && source ? source.now : clock.now;
  store.setState({ clock: { ...clock, now, source } });
}
