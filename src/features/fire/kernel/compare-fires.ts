// What two fires have cost by certain times, from when each building catches fire. Times s since the beginning.

import type { FireSpread } from '../contract/spread.ts';

export interface FireToll {
  readonly timeS: number;
  readonly buildings: number;
  /** In buildings that have caught fire by then, at the hour it begins; those of buildings where none are known count 0. */
  readonly people: number;
}

/** One entry a time. */
export function tollOf(
  { order, ignitionS, peopleDay, peopleNight }: FireSpread,
  timesS: readonly number[],
  isDay: boolean,
): readonly FireToll[] {
  const people = isDay ? peopleDay : peopleNight;
  return timesS.map((timeS) => {
    let buildings = 0;
    let inside = 0;
    for (const [at, building] of order.entries()) {
      if ((ignitionS[building] ?? Infinity) > timeS) break;
      buildings++;
      inside += people[at] || 0;
    }
    return { timeS, buildings, people: Math.round(inside) };
  });
}

/** People in buildings that catch fire after `fromS` up to `untilS`. */
export function peopleThreatened(
  spread: FireSpread,
  fromS: number,
  untilS: number,
  isDay: boolean,
): number {
  const [before, after] = tollOf(spread, [fromS, untilS], isDay);
  return (after?.people ?? 0) - (before?.people ?? 0);
}
