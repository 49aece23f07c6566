import type { ClockChange, SourceClock } from '../source.ts';

/** A clock that runs at any rate and jumps anywhere; it starts with the time on the wall. */
export interface SimulatedClock extends SourceClock {
  readonly set: (change: ClockChange) => void;
  /** How often it was set to another time. */
  readonly jumps: number;
}

/** `wall` gives ms UTC; a rate is 0 or more, and set throws one sentence where a number is none. */
export function createSourceClock(wall: () => number = Date.now): SimulatedClock {
  const listeners = new Set<() => void>();
  let anchor = { sourceMs: wall(), wallMs: wall(), rate: 1 };
  let jumps = 0;

  const nowMs = () => Math.floor(anchor.sourceMs + (wall() - anchor.wallMs) * anchor.rate);
  return {
    get jumps() {
      return jumps;
    },
    read: () => ({ nowMs: nowMs(), rate: anchor.rate }),
    set(change) {
      const { nowMs: to = nowMs(), rate = anchor.rate } = change;
      if (!Number.isFinite(to)) throw new RangeError(`nowMs is ${to}; expected ms UTC.`);
      if (!(rate >= 0 && Number.isFinite(rate))) {
        throw new RangeError(`rate is ${rate}; expected a number that is not negative.`);
      }
      if (change.nowMs !== undefined) jumps += 1;
      anchor = { sourceMs: to, wallMs: wall(), rate };
      for (const listener of listeners) listener();
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
