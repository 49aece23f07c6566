// Water standing in low streets, m: a hollow takes the rain of the roofs and streets around it; gullies
// swallow what they can; the rest stands until they have swallowed that too. Underpasses are pumped.

import { DAY, HOUR, MINUTE } from './local-clock.ts';
import { within } from './noise.ts';
import type { Place, Rain } from './rain.ts';
import { createSeries, type Series } from './series.ts';

export interface Hollow {
  /** Paved land that drains here, as a multiple of the hollow's own area. */
  readonly gathering: number;
  /** Rain that gullies or pumps take, over the gathering land, m/s. */
  readonly swallowed: number;
}

const MM_PER_HOUR = 1 / 3.6e6;
const STEP_MS = MINUTE;
/** Every hollow is dry this long after the hardest storm, so each day can be solved by itself. */
const RUN_UP_MS = 8 * HOUR;

export const hollowOf = (seed: number, isUnderpass: boolean): Hollow => ({
  gathering: within(seed, 1, isUnderpass ? [60, 110] : [22, 65]),
  swallowed: within(seed, 2, isUnderpass ? [18, 26] : [14, 24]) * MM_PER_HOUR,
});

/** Depth of the water in the hollow, m. */
export function createStreetWater(hollow: Hollow, place: Place, rain: Rain): Series {
  const inflowOver = (timeMs: number) => rain.at(place, timeMs) - hollow.swallowed;
  return createSeries({
    stepMs: STEP_MS,
    windowMs: DAY,
    solve(startMs, into) {
      let depth = 0;
      for (let timeMs = startMs - RUN_UP_MS; timeMs < startMs; timeMs += STEP_MS) {
        depth = step(depth, inflowOver(timeMs), hollow.gathering);
      }
      for (let index = 0; index < into.length; index += 1) {
        into[index] = depth;
        depth = step(depth, inflowOver(startMs + index * STEP_MS), hollow.gathering);
      }
    },
  });
}

/** Hollows widen upwards, so the same water stands lower the more there is. */
const step = (depth: number, surplus: number, gathering: number): number =>
  Math.max(0, depth + ((surplus * gathering) / (1 + depth / 0.35)) * (STEP_MS / 1000));
