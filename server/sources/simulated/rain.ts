// Rain over the city, m/s: each local day one storm cell on a track, on a third of the days a front with
// hours of light rain. The cell is a moving bell (Gaussian), longer along its track than across.

import type { LocalClock } from './local-clock.ts';
import { HOUR, MINUTE } from './local-clock.ts';
import { between, mix, unit, wander } from './noise.ts';

/** Metres east and north of the middle of the city. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Storm {
  /** When the cell passes the middle of the city, ms UTC. */
  readonly atMs: number;
  /** Where its track passes then, m left of the middle. */
  readonly offsetM: number;
  /** Where it moves, m/s. */
  readonly east: number;
  readonly north: number;
  readonly peak: number;
  readonly alongM: number;
  readonly acrossM: number;
}

export interface Rain {
  /** m/s at a place. */
  at(place: Place, timeMs: number): number;
  stormOf(day: number): Storm;
}

const MM_PER_HOUR = 1 / 3.6e6;
/** Beyond this many spreads a bell is nothing (10⁻⁶ of its peak). */
const REACH = 5.3;
const LONGEST_PASSAGE = 90 * MINUTE;

export function createRain(seed: number, clock: LocalClock): Rain {
  const storms = new Map<number, Storm>();
  const fronts = new Map<number, Front | undefined>();

  function stormOf(day: number): Storm {
    let storm = storms.get(day);
    if (!storm) {
      if (storms.size > 800) storms.clear();
      storm = toStorm(mix(seed, day), clock.startOf(day));
      storms.set(day, storm);
    }
    return storm;
  }
  function frontOf(day: number): Front | undefined {
    if (!fronts.has(day)) {
      if (fronts.size > 800) fronts.clear();
      fronts.set(day, toFront(mix(seed ^ 0x5bd1e995, day), clock.startOf(day)));
    }
    return fronts.get(day);
  }
  function ofFront(day: number, timeMs: number): number {
    const front = frontOf(day);
    if (!front || timeMs < front.fromMs || timeMs > front.toMs) return 0;
    const share = (timeMs - front.fromMs) / (front.toMs - front.fromMs);
    const unevenness = 1 + 0.8 * wander(seed, timeMs, 25 * MINUTE);
    return front.peak * Math.sin(Math.PI * share) ** 0.7 * unevenness;
  }
  return {
    stormOf,
    at(place, timeMs) {
      const day = clock.dayOf(timeMs);
      const drizzle = ofFront(day - 1, timeMs) + ofFront(day, timeMs);
      return drizzle + ofStorm(stormOf(day), place, timeMs);
    },
  };
}

function ofStorm(storm: Storm, { x, y }: Place, timeMs: number): number {
  const sinceMs = timeMs - storm.atMs;
  if (Math.abs(sinceMs) > LONGEST_PASSAGE) return 0;
  const speed = Math.hypot(storm.east, storm.north);
  const east = storm.east / speed;
  const north = storm.north / speed;
  const along = (x * east + y * north - (speed * sinceMs) / 1000) / storm.alongM;
  const across = (y * east - x * north - storm.offsetM) / storm.acrossM;
  const squared = along * along + across * across;
  return squared > REACH * REACH ? 0 : storm.peak * Math.exp(-squared / 2);
}

/** Afternoon thunder: a storm falls between noon and seven in the evening, so each passes within its local day. */
function toStorm(seed: number, dayStartMs: number): Storm {
  // West to south-west, as weather comes to this coast.
  const heading = between(seed, 1, -0.25, 0.85);
  const speed = between(seed, 2, 5.5, 9.5);
  const isStrong = unit(seed, 3) < 0.45;
  const peak = isStrong ? between(seed, 4, 42, 68) : between(seed, 4, 16, 34);
  return {
    atMs: dayStartMs + between(seed, 5, 12.5, 19) * HOUR,
    offsetM: between(seed, 6, -700, 700),
    east: speed * Math.cos(heading),
    north: speed * Math.sin(heading),
    peak: peak * MM_PER_HOUR,
    alongM: between(seed, 7, 1500, 2300),
    acrossM: between(seed, 8, 1200, 1900),
  };
}

interface Front {
  readonly fromMs: number;
  readonly toMs: number;
  readonly peak: number;
}

function toFront(seed: number, dayStartMs: number): Front | undefined {
  if (unit(seed, 1) > 0.33) return undefined;
  const fromMs = dayStartMs + between(seed, 2, 0, 20) * HOUR;
  return {
    fromMs,
    toMs: fromMs + between(seed, 3, 3, 9) * HOUR,
    peak: between(seed, 4, 0.7, 2.8) * MM_PER_HOUR,
  };
}
