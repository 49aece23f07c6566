// A lowland river that ends in the sea. Discharge (m³/s): base flow by season and the rain of its basin by a
// unit hydrograph (Nash 1957: three equal reservoirs). Stage (m above the vertical datum): a rating curve on
// the sea's level at the mouth.

import { DAY, HOUR, MINUTE } from './local-clock.ts';
import { wander } from './noise.ts';
import type { Place, Rain } from './rain.ts';
import type { Sea } from './sea.ts';
import { createSeries } from './series.ts';

export interface River {
  /** `chainageM` counts along the water from the mouth. */
  discharge(timeMs: number, chainageM: number): number;
  level(timeMs: number, chainageM: number): number;
}

const BASIN_M2 = 180e6;
/** Share of the rain that runs off within a day. */
const RUNOFF = 0.34;
const RESERVOIRS = 3;
const RESERVOIR_HOURS = 1.1;
const MEMORY_MS = 16 * HOUR;
const STEP_MS = 10 * MINUTE;
/** Where the basin's rain is sampled: the city and the land south of it. */
const basin: readonly Place[] = [-2200, 0, 2200].flatMap((x) =>
  [-4800, -2400, 0].map((y) => ({ x, y })),
);

/** Speed of a flood wave, m/s. */
const CELERITY = 1.6;
/** The gauge farthest upstream, m from the mouth. */
const REACH_M = 5000;
/** Fall of the water for 1 m³/s: 0.12 m a kilometre at the mean flow of 11 m³/s, ten times that in a flood. */
const FALL_PER_FLOW = 0.00012 / 11;
const BED_AT_MOUTH_M = -3.6;
const MEAN_DEPTH_M = 3.75;

/** 1/s at `hours`; its integral is one. */
const unitHydrograph = (hours: number): number => {
  const scaled = hours / RESERVOIR_HOURS;
  const shape = (scaled ** (RESERVOIRS - 1) * Math.exp(-scaled)) / 2;
  return shape / (RESERVOIR_HOURS * 3600);
};
const response = Array.from({ length: MEMORY_MS / STEP_MS }, (_, step) =>
  unitHydrograph(((step + 0.5) * STEP_MS) / HOUR),
);

export function createRiver(seed: number, rain: Rain, sea: Sea): River {
  const basinRain = (timeMs: number) => {
    let sum = 0;
    for (const place of basin) sum += rain.at(place, timeMs);
    return sum / basin.length;
  };
  const storm = createSeries({
    stepMs: STEP_MS,
    windowMs: DAY,
    solve(startMs, into) {
      const before = response.length;
      const rates = Array.from({ length: into.length + before }, (_, step) =>
        basinRain(startMs + (step - before + 0.5) * STEP_MS),
      );
      for (let step = 0; step < into.length; step += 1) {
        let flow = 0;
        for (let ago = 0; ago < before; ago += 1) {
          flow += response[ago]! * rates[step + before - 1 - ago]!;
        }
        into[step] = flow * (STEP_MS / 1000) * BASIN_M2 * RUNOFF;
      }
    },
  });
  const base = (timeMs: number) => {
    const season = Math.cos((2 * Math.PI * timeMs) / (365.2425 * DAY) - 0.9);
    return 11 + 4.5 * season + 1.8 * wander(seed, timeMs, 9 * DAY);
  };
  const discharge = (timeMs: number, chainageM: number) => {
    const lateMs = ((REACH_M - chainageM) / CELERITY) * 1000;
    return base(timeMs - lateMs) + storm.at(timeMs - lateMs);
  };
  return {
    discharge,
    level(timeMs, chainageM) {
      const atMouth = sea.level(timeMs);
      // Friction after Manning: what is deep flows with less fall.
      const depth = Math.max(1, atMouth - BED_AT_MOUTH_M);
      const shallowness = (MEAN_DEPTH_M / depth) ** (10 / 3);
      const fall = FALL_PER_FLOW * discharge(timeMs, chainageM) * shallowness;
      return atMouth + fall * chainageM;
    },
  };
}
