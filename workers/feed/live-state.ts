// The present: what the frames made of every datastream, and the readings of the last minutes.

import type { LiveFrame } from '#contract/live-frame.ts';
import { CityState } from './city-state.ts';
import { RecentReadings } from './recent-readings.ts';
import type { Rows } from './rows.ts';

// 10,000 sensors once a second: three minutes. A city of the demo's size: hours.
const RECENT_BYTES = 40 * 1024 * 1024;

export interface Taken {
  readonly isSnapshot: boolean;
  /** Whether the source's clock went back: what was known may never have been. */
  readonly wentBack: boolean;
  /** Rows with a reading in the frame. */
  readonly rows: ReadonlySet<number>;
  /** Whether some datastream is not in the catalogue. */
  readonly hasUnknown: boolean;
}

export class LiveState {
  readonly state: CityState;
  readonly recent: RecentReadings;
  /** Clock of the source in the latest frame, ms UTC; NaN before the first. */
  sourceTimeMs = Number.NaN;
  receivedAtMs = Number.NaN;

  constructor(rows: Rows, recentBytes = RECENT_BYTES) {
    this.state = new CityState(rows);
    this.recent = new RecentReadings(rows.count, recentBytes);
  }

  take(frame: LiveFrame, receivedAtMs: number): Taken {
    const { isSnapshot, sourceTimeMs } = frame;
    const wentBack = sourceTimeMs < this.sourceTimeMs;
    if (isSnapshot) {
      this.state.clear();
      if (wentBack) this.recent.clear();
      this.recent.breakAt(sourceTimeMs);
    }
    const rows = new Set<number>();
    const hasUnknown = this.state.apply(frame, (row, at) => {
      rows.add(row);
      this.recent.add(row, frame.timeMs[at]!, frame.value[at]!, frame.quality[at]!);
    });
    this.sourceTimeMs = sourceTimeMs;
    this.receivedAtMs = receivedAtMs;
    return { isSnapshot, wentBack, rows, hasUnknown };
  }
}
