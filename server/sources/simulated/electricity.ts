// Load on transformers and cables, and how warm they get: losses grow with the square of the load, and copper
// and oil answer with a thermal time constant (IEC 60287 and 60076-7 in their first-order form).

import { clamp, hump, lagged, rise, swell } from './curves.ts';
import { DAY, HOUR, isWeekend, type LocalClock, MINUTE } from './local-clock.ts';
import { between, unit, wander } from './noise.ts';
import type { Place } from './rain.ts';
import type { Event } from './story.ts';
import type { Weather } from './weather.ts';

type Happening = (timeMs: number) => Event | undefined;

interface Surroundings {
  readonly clock: LocalClock;
  readonly weather: Weather;
}

export interface Load {
  /** What it is built for, W. */
  readonly ratedW: number;
  /** Share of the rated load. */
  at(timeMs: number): number;
}

const POWER_FACTOR = 0.96;
export const activePower = (load: Load, timeMs: number): number =>
  load.ratedW * POWER_FACTOR * load.at(timeMs);

/** A mixture of homes, offices and workshops behind one transformer or one distribution board. */
export function createLoad(
  seed: number,
  place: Place,
  { clock, weather }: Surroundings,
  transfer: Happening = () => undefined,
): Load {
  const homes = unit(seed, 1);
  const offices = unit(seed, 2) * (1.2 - homes);
  const workshops = 0.15 + unit(seed, 3) * 0.4;
  const all = homes + offices + workshops;
  const fullest = between(seed, 4, 0.42, 0.7);
  const roofs = between(seed, 5, 0, 0.16) * homes;
  const sizes = [250_000, 400_000, 630_000, 1_000_000];
  return {
    ratedW: sizes[Math.floor(unit(seed, 6) * sizes.length)] ?? 630_000,
    at(timeMs) {
      const hour = clock.hourOf(timeMs);
      const isOff = isWeekend(clock.dayOf(timeMs));
      const mixed =
        (homes * householdLoad(hour) +
          offices * officeLoad(hour, isOff) +
          workshops * workshopLoad(hour, isOff)) /
        all;
      const degrees = weather.temperature(timeMs, place);
      const comfort = 1 + 0.012 * Math.max(0, 12 - degrees) + 0.016 * Math.max(0, degrees - 24);
      const sun = (roofs * weather.irradiance(timeMs)) / 900;
      const uneven =
        1 + 0.05 * wander(seed, timeMs, 14 * MINUTE) + 0.05 * wander(seed ^ 1, timeMs, 1.5 * DAY);
      const usual = fullest * mixed * comfort * uneven - sun;
      const event = transfer(timeMs);
      // The neighbour comes on at once, and goes at once.
      const taken = event && timeMs < event.toMs ? between(event.seed, 7, 0.4, 0.5) : 0;
      return clamp(usual + taken, 0.015, 1.3);
    },
  };
}

const householdLoad = (hour: number) =>
  0.3 + 0.28 * hump(hour, 7.6, 1.6) + 0.26 * hump(hour, 12.8, 2.6) + 0.62 * hump(hour, 19.4, 2.9);
const officeLoad = (hour: number, isOff: boolean) =>
  0.2 + (isOff ? 0.12 : 0.78) * rise(5.8, 9, hour) * (1 - rise(16, 20, hour));
const workshopLoad = (hour: number, isOff: boolean) =>
  0.35 + (isOff ? 0.08 : 0.6) * rise(5, 6.6, hour) * (1 - rise(14.5, 22.5, hour));

/** °C on a cable's sheath; `hotCable` is a joint whose contact gets worse under load. */
export function cableTemperature(
  seed: number,
  place: Place,
  load: Load,
  { weather }: Surroundings,
  hotCable: Happening = () => undefined,
): (timeMs: number) => number {
  const rated = between(seed, 11, 26, 36);
  const constantMs = between(seed, 12, 45, 110) * MINUTE;
  const indoors = between(seed, 13, 14, 19);
  const losses = (timeMs: number) => load.at(timeMs) ** 2;
  const outside = (timeMs: number) => weather.temperature(timeMs, place);
  return (timeMs) => {
    const ambient = indoors + 0.3 * lagged(outside, timeMs, 6 * HOUR);
    const event = hotCable(timeMs);
    const joint = event
      ? between(event.seed, 5, 46, 62) * swell(event, timeMs, 65 * MINUTE, 50 * MINUTE)
      : 0;
    return ambient + rated * lagged(losses, timeMs, constantMs) + joint;
  };
}

/** A; capacitive leakage of what is switched on, more in damp air; `damp` is insulation that fails. */
export function residualCurrent(
  seed: number,
  place: Place,
  load: Load,
  { weather }: Surroundings,
  damp: Happening = () => undefined,
): (timeMs: number) => number {
  const usual = between(seed, 21, 0.014, 0.075);
  return (timeMs) => {
    const moist = 1 + 0.35 * rise(0.7, 1, weather.humidity(timeMs, place));
    const event = damp(timeMs);
    const fault = event
      ? between(event.seed, 5, 0.26, 0.36) * swell(event, timeMs, 25 * MINUTE, 3 * MINUTE)
      : 0;
    const uneven = 1 + 0.12 * wander(seed, timeMs, 7 * MINUTE);
    return usual * (0.7 + 0.6 * load.at(timeMs)) * moist * uneven + fault;
  };
}
