// A lowland river that ends in the sea. Discharge (m³/s): base flow by season and the rain of its basin by a
// unit hydrograph (Nash 1957: three equal reservoirs). Stage (m above the vertical datum): normal depth by
// Manning, which drowns in the sea's level towards the mouth.

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

export const channel = {
  bedAtMouthM: -3.4,
  slope: 0.0008,
  widthM: 84,
  manning: 0.035,
  /** Speed of a flood wave, m/s. */
  celerity: 1.6,
  /** The gauge farthest upstream. */
  reachM: 5000,
} as const;

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
    const lateMs = ((channel.reachM - chainageM) / channel.celerity) * 1000;
    return base(timeMs - lateMs) + storm.at(timeMs - lateMs);
  };
  return {
    discharge,
    level(timeMs, chainageM) {
      const bed = channel.bedAtMouthM + channel.slope * chainageM;
      const free = normalDepth(discharge(timeMs, chainageM));
      const drowned = Math.max(0, sea.level(timeMs) - bed);
      // A smooth greater of both, as a backwater curve runs out.
      return bed + (free ** 6 + drowned ** 6) ** (1 / 6);
    },
  };
}

/** Depth (m) at which `discharge` flows through the channel by its own slope. */
export function normalDepth(discharge: number): number {
  const { widthM, manning, slope } = channel;
  return ((Math.max(0, discharge) * manning) / (widthM * Math.sqrt(slope))) ** 0.6;
}
