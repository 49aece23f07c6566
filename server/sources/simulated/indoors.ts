// Smoke detectors, lifts, waste containers and cold stores.

import { clamp, rise, swell } from './curves.ts';
import { HOUR, isWeekend, type LocalClock, MINUTE } from './local-clock.ts';
import { bell, between, mix, unit, wander } from './noise.ts';
import type { Place } from './rain.ts';
import type { Event } from './story.ts';

type Happening = (timeMs: number) => Event | undefined;

/** Obscuration, 1/m: dust and drift; false alarms are sharp, something that smoulders grows. */
export function smoke(
  seed: number,
  falseAlarms: readonly Happening[],
  smouldering: Happening,
): (timeMs: number) => number {
  const dust = between(seed, 1, 0.0004, 0.0028);
  return (timeMs) => {
    let density = dust * (1 + 0.2 * wander(seed, timeMs, 5 * HOUR));
    for (const falseAlarm of falseAlarms) {
      const event = falseAlarm(timeMs);
      if (event) density += 0.034 * swell(event, timeMs, 1.2 * MINUTE, 2 * MINUTE);
    }
    const fire = smouldering(timeMs);
    if (fire) {
      const flicker = 1 + 0.1 * wander(seed ^ 1, timeMs, 40_000);
      density += 0.038 * flicker * swell(fire, timeMs, 22 * MINUTE, 6 * MINUTE);
    }
    return Math.max(0, density + 0.00015 * bell(seed, Math.floor(timeMs / 1000)));
  };
}

export const lift = { inService: 0, outOfService: 1, personTrapped: 2 } as const;

/** State of a lift; after an entrapment it stands until it is repaired. */
export function liftState(
  seed: number,
  clock: LocalClock,
  entrapment: Happening,
): (timeMs: number) => number {
  return (timeMs) => {
    const event = entrapment(timeMs);
    if (event && timeMs < event.toMs) return lift.personTrapped;
    if (event && timeMs < event.toMs + 2 * HOUR) return lift.outOfService;
    const day = clock.dayOf(timeMs);
    const chance = mix(seed, day);
    if (unit(chance, 1) > 0.05) return lift.inService;
    const fromHour = between(chance, 2, 6, 19);
    const hour = clock.hourOf(timeMs);
    const isRepair = hour >= fromHour && hour < fromHour + between(chance, 3, 0.6, 4);
    return isRepair ? lift.outOfService : lift.inService;
  };
}

/** Fill of a container; lorries go round the quarters in the morning every one to three days. */
export function wasteFill(
  seed: number,
  place: Place,
  clock: LocalClock,
): (timeMs: number) => number {
  const everyDays = 1 + (mix(seed, 1) % 3);
  const atStart = mix(seed, 2) % everyDays;
  const quarter = mix(Math.floor(place.x / 600) * 8191 + Math.floor(place.y / 600), 7);
  const roundHour = between(quarter, 3, 5.8, 10.5) + between(seed, 4, 0, 0.6);
  const perDay = between(seed, 5, 0.4, 0.78) / everyDays;
  /** Share of a day's waste that is in by an hour. */
  const thrown = (hour: number) => 0.12 * (hour / 24) + 0.88 * rise(5, 23, hour);
  const thrownOn = (day: number) => perDay * (1 + 0.35 * (unit(seed ^ 0x33, day) - 0.5) * 2);
  const isRound = (day: number) => (((day + atStart) % everyDays) + everyDays) % everyDays === 0;
  return (timeMs) => {
    const hour = clock.hourOf(timeMs);
    let day = clock.dayOf(timeMs);
    if (isRound(day) && hour >= roundHour) {
      return thrownOn(day) * (thrown(hour) - thrown(roundHour));
    }
    let fill = thrownOn(day) * thrown(hour);
    for (day -= 1; !isRound(day); day -= 1) fill += thrownOn(day);
    fill += thrownOn(day) * (1 - thrown(roundHour));
    return Math.min(1, fill);
  };
}

export interface ColdStore {
  /** °C. */
  temperature(timeMs: number): number;
  /** 0 closed, 1 open. */
  door(timeMs: number): number;
}

const SLOT_MS = 15 * MINUTE;
const COMPRESSOR_CYCLE_MS = 24 * MINUTE;

/** A store around `setPoint` °C: the compressor's saw-tooth, warm air by the door, and a compressor that fails. */
export function createColdStore(
  seed: number,
  clock: LocalClock,
  setPoint: number,
  failure: Happening,
): ColdStore {
  const busy = between(seed, 1, 0.15, 0.5);
  const leakiness = between(seed, 2, 0.14, 0.26);
  function opening(slot: number): { fromMs: number; toMs: number } | undefined {
    const chance = mix(seed, slot);
    const middle = (slot + 0.5) * SLOT_MS;
    const hour = clock.hourOf(middle);
    const isWorking = hour > 5.5 && hour < 18.5 && !isWeekend(clock.dayOf(middle));
    if (unit(chance, 1) > (isWorking ? busy : 0.02)) return undefined;
    const fromMs = slot * SLOT_MS + between(chance, 2, 0, 0.5) * SLOT_MS;
    return { fromMs, toMs: fromMs + between(chance, 3, 1, 6) * MINUTE };
  }
  const door = (timeMs: number) => {
    const open = opening(Math.floor(timeMs / SLOT_MS));
    return open && timeMs >= open.fromMs && timeMs < open.toMs ? 1 : 0;
  };
  function warmAir(timeMs: number): number {
    let kelvins = 0;
    const slot = Math.floor(timeMs / SLOT_MS);
    for (let ago = 0; ago < 7; ago += 1) {
      const open = opening(slot - ago);
      if (!open || timeMs < open.fromMs) continue;
      const openMinutes = (Math.min(timeMs, open.toMs) - open.fromMs) / MINUTE;
      const shutMs = Math.max(0, timeMs - open.toMs);
      kelvins += leakiness * openMinutes * Math.exp(-shutMs / (22 * MINUTE));
    }
    return kelvins;
  }
  return {
    door,
    temperature(timeMs) {
      const share = (timeMs / COMPRESSOR_CYCLE_MS + unit(seed, 3)) % 1;
      const sawTooth = share < 0.4 ? 0.7 - 3 * share : -0.5 + 2 * (share - 0.4);
      const event = failure(timeMs);
      const warming = event
        ? clamp(0.4 * (16 - setPoint), 3, 14) * swell(event, timeMs, 2.6 * HOUR, 50 * MINUTE)
        : 0;
      return setPoint + 0.8 * sawTooth + warmAir(timeMs) + warming;
    },
  };
}
