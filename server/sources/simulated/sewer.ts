// Level over the invert in a manhole, m. Storm sewers: roofs and streets by a cascade of two reservoirs;
// sanitary sewers: what people use by the hour, with seepage of rain. Depth by part-full flow; beyond full
// bore the water rises in the shaft.

import { swell } from './curves.ts';
import { DAY, HOUR, type LocalClock, MINUTE } from './local-clock.ts';
import { within } from './noise.ts';
import type { Place, Rain } from './rain.ts';
import { createSeries, type Series } from './series.ts';
import type { Event } from './story.ts';

export interface Pipe {
  readonly diameterM: number;
  /** Rain over the drained land that fills the pipe to the crown, m/s. */
  readonly capacity: number;
  /** Share of the capacity that flows without rain, on the average of the day. */
  readonly dryShare: number;
  /** How long each of the two reservoirs holds the water, ms. */
  readonly lagMs: number;
  readonly shaftM: number;
}

const MM_PER_HOUR = 1 / 3.6e6;
const STEP_MS = MINUTE;
const RUN_UP_MS = 5 * HOUR;
const BLOCKED_M = 1.15;

export const pipeOf = (seed: number, isSanitary: boolean): Pipe => ({
  diameterM: within(seed, 1, isSanitary ? [0.3, 0.6] : [0.5, 1.4]),
  capacity: within(seed, 2, isSanitary ? [60, 110] : [26, 44]) * MM_PER_HOUR,
  dryShare: isSanitary ? within(seed, 3, [0.1, 0.22]) : 0.002,
  lagMs: within(seed, 4, isSanitary ? [18, 40] : [4, 11]) * MINUTE,
  shaftM: within(seed, 5, isSanitary ? [2.4, 4.8] : [1.7, 3.4]),
});

/** Share of the day's mean at an hour: low at four, high at eight and at nine in the evening. */
export const householdFlow = (hour: number): number =>
  1 +
  0.42 * Math.cos(((hour - 13.5) * Math.PI) / 12) +
  0.38 * Math.exp(-(((hour - 8) / 1.6) ** 2)) +
  0.26 * Math.exp(-(((hour - 20.5) / 2) ** 2)) -
  0.11;

/** `blockage` backs the water up, m over the depth that it would have. */
export function createSewer(
  pipe: Pipe,
  place: Place,
  rain: Rain,
  clock: LocalClock,
  blockage: (timeMs: number) => Event | undefined = () => undefined,
): Series {
  const share = Math.min(1, STEP_MS / pipe.lagMs);
  const dry = (timeMs: number) => pipe.dryShare * householdFlow(clock.hourOf(timeMs - HOUR));
  return createSeries({
    stepMs: STEP_MS,
    windowMs: DAY,
    solve(startMs, into) {
      let first = 0;
      let second = 0;
      const run = (timeMs: number) => {
        first += share * (rain.at(place, timeMs) / pipe.capacity - first);
        second += share * (first - second);
      };
      for (let timeMs = startMs - RUN_UP_MS; timeMs < startMs; timeMs += STEP_MS) run(timeMs);
      for (let index = 0; index < into.length; index += 1) {
        const timeMs = startMs + index * STEP_MS;
        const event = blockage(timeMs);
        const dammed = event ? BLOCKED_M * swell(event, timeMs, 2.4 * HOUR, 9 * MINUTE) : 0;
        into[index] = Math.min(pipe.shaftM, depthOf(pipe, second + dry(timeMs)) + dammed);
        run(timeMs);
      }
    },
  });
}

/** `filled` is the flow as a share of what the full pipe carries. */
export function depthOf({ diameterM, shaftM }: Pipe, filled: number): number {
  if (filled <= 1)
    return diameterM * Math.sqrt(filled) * (1 - 0.2 * (1 - filled) * Math.sqrt(filled));
  return Math.min(shaftM, diameterM + 1.9 * (filled - 1) * diameterM);
}
