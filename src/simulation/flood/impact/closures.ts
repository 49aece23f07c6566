// When streets were closed and open again, and what happened when, read from the log of looks. Times in s.

import type { ImpactLog } from './impact-log.ts';
import {
  AFFECTED,
  CLOSED_TO_ENGINES,
  CUT_OFF,
  EVER_AFFECTED,
  firstRoad,
  firstUnderground,
  type WatchedThings,
} from './watched-things.ts';

export interface ClosureWindow {
  readonly to: 'car' | 'engine';
  readonly closedS: number;
  /** Absent while it is closed. */
  readonly openS?: number;
}

/** Windows of every street that was closed within the first `looks` looks, by street, in order of time. */
export function findClosures(
  things: WatchedThings,
  log: ImpactLog,
  looks: number,
): ReadonlyMap<number, readonly ClosureWindow[]> {
  const first = firstRoad(things);
  const windows = new Map<number, ClosureWindow[]>();
  const turn = (road: number, to: ClosureWindow['to'], isClosed: boolean, timeS: number) => {
    const known = windows.get(road) ?? [];
    const open = known.findLastIndex((one) => one.to === to && one.openS === undefined);
    const window = known[open];
    if (isClosed === (window !== undefined)) return;
    if (window) known[open] = { ...window, openS: timeS };
    else {
      // The first time is known by the water, later ones by the look.
      const isFirst = to === 'car' && !known.some((one) => one.to === 'car');
      known.push({ to, closedS: isFirst ? log.firstS(first + road) : timeS });
    }
    windows.set(road, known);
  };
  log.visit(first, looks, (timeS, thing, flags) => {
    turn(thing - first, 'car', (flags & AFFECTED) !== 0, timeS);
    turn(thing - first, 'engine', (flags & CLOSED_TO_ENGINES) !== 0, timeS);
    const isBrief = (flags & EVER_AFFECTED) !== 0 && !windows.has(thing - first);
    if (!isBrief) return;
    // Closed and open again between two looks.
    windows.set(thing - first, [{ to: 'car', closedS: log.firstS(thing), openS: timeS }]);
  });
  return windows;
}

export interface ImpactEvent {
  readonly timeS: number;
  readonly kind: 'site' | 'underground' | 'road' | 'road-open' | 'cut-off';
  readonly thing: number;
}

/**
 * Sites and underground entrances reached, streets closed to cars and open again, sites cut off, in order of time;
 * of looks `fromLook` up to but not including `toLook`. Buildings are too many to be events: their list has times.
 */
export function findEvents(
  things: WatchedThings,
  log: ImpactLog,
  fromLook: number,
  toLook: number,
): ImpactEvent[] {
  const events: ImpactEvent[] = [];
  const sites = things.buildings;
  const roads = firstRoad(things);
  const before = new Map<number, number>();
  const fromS = fromLook === 0 ? -Infinity : (log.times[fromLook - 1] ?? Infinity);
  log.visit(sites, toLook, (timeS, thing, flags) => {
    const known = before.get(thing) ?? 0;
    before.set(thing, flags);
    if (timeS <= fromS) return;
    const began = flags & ~known;
    if ((began & EVER_AFFECTED) !== 0) {
      const kind =
        thing >= roads ? 'road' : thing >= firstUnderground(things) ? 'underground' : 'site';
      events.push({ timeS: log.firstS(thing), kind, thing });
    }
    if (thing >= roads && (known & AFFECTED) !== 0) {
      if ((flags & AFFECTED) === 0) events.push({ timeS, kind: 'road-open', thing });
    } else if (thing >= roads && (began & AFFECTED) !== 0 && (known & EVER_AFFECTED) !== 0) {
      events.push({ timeS, kind: 'road', thing });
    }
    if ((began & CUT_OFF) !== 0) events.push({ timeS, kind: 'cut-off', thing });
  });
  return events.sort((a, b) => a.timeS - b.timeS);
}
