// The sea at the city, m above the vertical datum. The western Baltic has hardly a tide; what moves it is
// wind: set-up from the north-east, and the swing of the whole basin afterwards (27.4 h, Wübber & Krauss 1979).

import { DAY, HOUR, MINUTE } from './local-clock.ts';
import { wander } from './noise.ts';
import { createSeries } from './series.ts';
import type { Weather } from './weather.ts';

export interface Sea {
  level(timeMs: number): number;
}

/** Speeds in degrees an hour are those of the constituents; amplitudes (m) and phases suit Kiel Bight. */
const constituents = [
  { name: 'M2', speed: 28.9841042, amplitude: 0.034, phase: 118 },
  { name: 'S2', speed: 30, amplitude: 0.011, phase: 96 },
  { name: 'N2', speed: 28.4397295, amplitude: 0.008, phase: 92 },
  { name: 'K1', speed: 15.0410686, amplitude: 0.016, phase: 201 },
  { name: 'O1', speed: 13.9430356, amplitude: 0.017, phase: 247 },
] as const;

export function tide(timeMs: number): number {
  const hours = timeMs / HOUR;
  let level = 0;
  for (const { speed, amplitude, phase } of constituents) {
    level += amplitude * Math.cos(((speed * hours - phase) * Math.PI) / 180);
  }
  return level;
}

/** The basin as a damped swing: set-up follows the wind, overshoots, swings out over two days. */
const SWING = (2 * Math.PI) / 27.4;
const DAMPING = 0.32;
const MEMORY_HOURS = 60;
/** Today's mean stands a little over the datum of a century ago, m. */
const MEAN_LEVEL = 0.15;
/** m of set-up for 1 m²/s² of wind from 60°. */
const SET_UP = 0.0027;

const memory = Array.from({ length: MEMORY_HOURS + 1 }, (_, hours) => {
  const damped = Math.sqrt(1 - DAMPING * DAMPING);
  const decay = Math.exp(-DAMPING * SWING * hours);
  return (SWING / damped) * decay * Math.sin(SWING * damped * hours);
});

export function createSea(seed: number, weather: Weather): Sea {
  const push = (timeMs: number) => {
    const speed = weather.windSpeed(timeMs);
    return SET_UP * speed * speed * Math.cos(weather.windFrom(timeMs) - Math.PI / 3);
  };
  const surge = createSeries({
    stepMs: HOUR,
    windowMs: DAY,
    solve(startMs, into) {
      const pushes = Array.from({ length: into.length + MEMORY_HOURS }, (_, hour) =>
        push(startMs + (hour - MEMORY_HOURS) * HOUR),
      );
      for (let hour = 0; hour < into.length; hour += 1) {
        let level = 0;
        for (let ago = 0; ago <= MEMORY_HOURS; ago += 1) {
          level += memory[ago]! * pushes[hour + MEMORY_HOURS - ago]!;
        }
        into[hour] = level;
      }
    },
  });
  return {
    level(timeMs) {
      const harbourSwing = 0.0022 * weather.windSpeed(timeMs) * wander(seed, timeMs, 22 * MINUTE);
      return MEAN_LEVEL + tide(timeMs) + surge.at(timeMs) + harbourSwing;
    },
  };
}
