// Rooms with people in them: how many are in, the carbon dioxide that they breathe out, the warmth that they give.
// Carbon dioxide by the mass balance of a ventilated room (Persily & de Jonge 2017: 0.005 L/s for one who sits;
// EN 16798-1: 7 to 10 L/s of fresh air for each); temperature around a set point, within the lag of its walls.

import { clamp, hump, lagged, rise } from './curves.ts';
import { DAY, HOUR, isWeekend, type LocalClock, MINUTE } from './local-clock.ts';
import { between, mix, unit, wander } from './noise.ts';
import type { Place } from './rain.ts';
import type { Weather } from './weather.ts';
import type { Signal } from './world.ts';

export interface RoomAir {
  /** Of the places that the room has. */
  readonly occupancy: Signal;
  /** Share of the air. */
  readonly carbonDioxide: Signal;
  /** °C. */
  readonly temperature: Signal;
  readonly humidity: Signal;
}

type RoomUse =
  | 'office'
  | 'watch'
  | 'ward'
  | 'sleeping'
  | 'theatre'
  | 'meals'
  | 'lessons'
  | 'visits'
  | 'hall'
  | 'plant';

/** By what the room is called, in German, English or Chinese; an office where that says nothing. */
export function roomUseOf(name: string): RoomUse {
  const found = words.find(([pattern]) => pattern.test(name));
  return found ? found[1] : 'office';
}

const words: readonly (readonly [RegExp, RoomUse])[] = [
  [/ruheraum|dormitor|宿舍/i, 'sleeping'],
  [/operationssaal|theatre|手术/i, 'theatre'],
  [/patientenzimmer|intensiv|intermediate|aufwach|ward|病房/i, 'ward'],
  [/wachraum|leitstelle|pflegestützpunkt|watch room|护士站|值班/i, 'watch'],
  [/küche|aufenthalt|kitchen|canteen|厨房|食堂/i, 'meals'],
  [/schulung|training|lesson|培训|教室/i, 'lessons'],
  [/halle|hall|车库|大厅/i, 'hall'],
  [/schaltraum|server|zentrale|keller|plant|switch|机房|配电/i, 'plant'],
  [
    /triage|behandlung|schockraum|wartebereich|eingang|computertomo|waiting|treatment|候诊|诊室/i,
    'visits',
  ],
];

/** °C to hold, and fresh air at full use: litres a second for a person. */
const climates: Readonly<Record<RoomUse, { readonly holdC: number; readonly freshAir: number }>> = {
  office: { holdC: 21.5, freshAir: 8 },
  watch: { holdC: 21.5, freshAir: 9 },
  ward: { holdC: 22.5, freshAir: 10 },
  sleeping: { holdC: 19.5, freshAir: 7 },
  theatre: { holdC: 20.5, freshAir: 45 },
  meals: { holdC: 21, freshAir: 8 },
  lessons: { holdC: 21, freshAir: 7 },
  visits: { holdC: 22, freshAir: 9 },
  hall: { holdC: 12, freshAir: 20 },
  plant: { holdC: 24, freshAir: 20 },
};

const OUTSIDE = 425e-6;
const BREATHED_L_S = 0.005;
const SLOT_MS = 20 * MINUTE;

export function createRoom(
  seed: number,
  use: RoomUse,
  place: Place,
  { clock, weather }: { readonly clock: LocalClock; readonly weather: Weather },
): RoomAir {
  const places = 2 + (mix(seed, 1) % 9);
  const { holdC, freshAir } = climates[use];
  const ownHoldC = holdC + between(seed, 2, -0.6, 0.6);
  const airing = freshAir * between(seed, 3, 0.85, 1.15);
  const turnoverMs = between(seed, 4, 18, 32) * MINUTE;
  const isUnheated = use === 'hall';

  /** People come and go between slots, whole ones. */
  const inSlot = (slot: number): number => {
    const middle = (slot + 0.5) * SLOT_MS;
    const isFree = isWeekend(clock.dayOf(middle));
    const expected = presence(use, clock.hourOf(middle), isFree) * places;
    return clamp(Math.floor(expected + unit(seed ^ 0x5a, slot)), 0, places);
  };
  const occupancy: Signal = (timeMs) => inSlot(Math.floor(timeMs / SLOT_MS)) / places;
  return {
    occupancy,
    carbonDioxide: (timeMs) => {
      const gain = (BREATHED_L_S / airing) * lagged(occupancy, timeMs, turnoverMs);
      return OUTSIDE + gain + 12e-6 * wander(seed ^ 2, timeMs, 3 * HOUR);
    },
    temperature: (timeMs) => {
      const outside = lagged((then) => weather.temperature(then, place), timeMs, 6 * HOUR);
      const follows = isUnheated ? 0.35 : outside > ownHoldC ? 0.25 : 0.02;
      const people = (isUnheated ? 0.3 : 1.3) * lagged(occupancy, timeMs, 70 * MINUTE);
      return (
        ownHoldC +
        people +
        follows * (outside - ownHoldC) +
        0.25 * wander(seed ^ 3, timeMs, DAY / 3)
      );
    },
    humidity: (timeMs) =>
      clamp(
        0.34 +
          0.0075 * (lagged((then) => weather.temperature(then, place), timeMs, 6 * HOUR) - 5) +
          0.08 * lagged(occupancy, timeMs, 40 * MINUTE) +
          0.02 * wander(seed ^ 4, timeMs, 5 * HOUR),
        0.18,
        0.8,
      ),
  };
}

/** Expected share of a room's places that are taken at an hour of the day. */
function presence(use: RoomUse, hour: number, isFree: boolean): number {
  const working = rise(6.8, 8.6, hour) * (1 - rise(15.6, 17.8, hour));
  const lunch = 1 - 0.5 * hump(hour, 12.5, 0.7);
  const night = 1 - rise(5.8, 7.2, hour) + rise(21.4, 23.2, hour);
  switch (use) {
    case 'office':
      return (isFree ? 0.08 : 0.8) * working * lunch;
    case 'watch':
      return 0.45 + 0.3 * rise(6, 8, hour) * (1 - rise(19, 21, hour));
    case 'ward':
      return 0.62 + 0.25 * hump(hour, 15.5, 1.6) + 0.1 * hump(hour, 9, 1.2);
    case 'sleeping':
      return clamp(0.85 * night, 0, 1);
    case 'theatre':
      return (isFree ? 0.12 : 0.85) * rise(7.2, 8, hour) * (1 - rise(15.5, 17.5, hour)) + 0.03;
    case 'meals':
      return (
        0.5 * hump(hour, 7, 0.7) + 0.8 * hump(hour, 12.4, 0.8) + 0.6 * hump(hour, 18.5, 1) + 0.05
      );
    case 'lessons':
      return isFree ? 0 : 0.75 * hump(hour, 10, 1.3) + 0.5 * hump(hour, 14.5, 1.1);
    case 'visits':
      return (isFree ? 0.5 : 0.75) * rise(7, 9.5, hour) * (1 - rise(18, 22, hour)) + 0.12;
    case 'hall':
      return 0.1 * working;
    case 'plant':
      return 0.06 * working;
  }
}
