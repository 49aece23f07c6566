// What the session keeps of pressure loggers for a search for a leak.

import type { UsualResidual } from './analyses.ts';

/** Channel of `scene/frames.ts` with a `LeakWatch` by network: `ReadonlyMap<string, LeakWatch>`. */
export const LEAK_WATCH = 'pipes/leak-watch';

export interface LeakWatch {
  readonly network: string;
  /** When the first logger that alarms now was seen to; undefined while none does. */
  readonly onsetMs: number | undefined;
  /** Names of the loggers that alarm. */
  readonly alarms: readonly string[];
  /** What each logger's residual was before the onset, by sensor id. */
  readonly usual: Readonly<Record<string, UsualResidual>>;
}
