// What goes wrong, where and when. Each local day every plot happens once, to one of the things that can
// play it, within its hours; all chosen by a hash of the day, so past and future days have theirs already.

import type { SensorThing } from '#contract/sensor-catalogue.ts';
import type { SensorKind } from '#model/sensor-kind.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import { HOUR, type LocalClock, MINUTE } from './local-clock.ts';
import { mix, seedOf, within } from './noise.ts';

export interface Plot {
  readonly kind: SensorKind;
  /** Local hours between which it begins. */
  readonly hours: readonly [earliest: number, latest: number];
  readonly lastsMs: readonly [shortest: number, longest: number];
  /** Only what belongs to this network. */
  readonly network?: UtilityNetwork;
}

export const plots = {
  /** Methane gathers in a chamber until it is aired. */
  gasSeep: { kind: 'gas', hours: [0, 1.5], lastsMs: [5 * HOUR, 7 * HOUR] },
  /** A sewer backs up behind a blockage until it is flushed. */
  blockage: {
    kind: 'sewer',
    hours: [2.5, 4.5],
    lastsMs: [7 * HOUR, 10 * HOUR],
    network: 'sanitary',
  },
  /** A cable's joint runs hot under the evening load until it is switched off. */
  hotCable: { kind: 'electricalFire', hours: [16.5, 18], lastsMs: [3 * HOUR, 4.5 * HOUR] },
  /** Insulation gets damp. */
  leakageCurrent: { kind: 'electricalFire', hours: [5.5, 9], lastsMs: [2 * HOUR, 3 * HOUR] },
  /** Something smoulders and is found in time. */
  smouldering: { kind: 'smoke', hours: [9.5, 12], lastsMs: [50 * MINUTE, 80 * MINUTE] },
  /** Steam or toast, over in minutes. */
  falseAlarm: { kind: 'smoke', hours: [20, 22], lastsMs: [4 * MINUTE, 8 * MINUTE] },
  nightFalseAlarm: { kind: 'smoke', hours: [3.5, 5.5], lastsMs: [3 * MINUTE, 6 * MINUTE] },
  /** Somebody is held in a lift until the technician comes. */
  entrapment: { kind: 'lift', hours: [8, 19], lastsMs: [25 * MINUTE, 55 * MINUTE] },
  /** A compressor fails; the store warms until it is repaired. */
  compressor: { kind: 'coldStore', hours: [12.5, 14.5], lastsMs: [3 * HOUR, 4.5 * HOUR] },
  /** A collision blocks a lane. */
  collision: { kind: 'traffic', hours: [7, 17.5], lastsMs: [35 * MINUTE, 70 * MINUTE] },
  /** A transformer takes its neighbour's load. */
  transfer: { kind: 'power', hours: [8.5, 13], lastsMs: [2 * HOUR, 3 * HOUR] },
  /** A market fills a car park to the last place. */
  market: { kind: 'parking', hours: [9, 10], lastsMs: [3 * HOUR, 4 * HOUR] },
  /** A value that does not move any more, told apart only later. */
  stuck: { kind: 'air', hours: [0, 23], lastsMs: [4 * HOUR, 9 * HOUR] },
} as const satisfies Readonly<Record<string, Plot>>;

export type PlotName = keyof typeof plots;

export interface Event {
  readonly plot: PlotName;
  readonly thing: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** Chooses what the event leaves open. */
  readonly seed: number;
}

export interface Story {
  /** The event of a local day; undefined where the city has nothing to play it. */
  eventOf(plot: PlotName, day: number): Event | undefined;
  /** What `thing` plays or has played last, if that began within a day before `timeMs`. */
  latest(plot: PlotName, thing: string, timeMs: number): Event | undefined;
}

export function createStory(
  seed: number,
  clock: LocalClock,
  sensors: readonly SensorThing[],
): Story {
  const cast = new Map<PlotName, readonly string[]>();
  const known = new Map<PlotName, Map<number, Event | undefined>>();

  function castOf(plot: PlotName): readonly string[] {
    const { kind, network }: Plot = plots[plot];
    const isFit = (thing: SensorThing) =>
      thing.kind === kind && (network === undefined || thing.network === network);
    const things = cast.get(plot) ?? sensors.filter(isFit).map(({ id }) => id);
    cast.set(plot, things);
    return things;
  }
  function eventOf(plot: PlotName, day: number): Event | undefined {
    const days = known.get(plot) ?? new Map<number, Event | undefined>();
    known.set(plot, days);
    if (!days.has(day)) {
      if (days.size > 800) days.clear();
      days.set(day, toEvent(plot, day));
    }
    return days.get(day);
  }
  function toEvent(plot: PlotName, day: number): Event | undefined {
    const { hours, lastsMs } = plots[plot];
    const things = castOf(plot);
    const chance = mix(seed ^ seedOf(plot), day);
    const thing = things[mix(chance, 1) % Math.max(1, things.length)];
    if (thing === undefined) return undefined;
    const fromMs = clock.startOf(day) + Math.round(within(chance, 2, hours) * 60) * MINUTE;
    return {
      plot,
      thing,
      fromMs,
      toMs: fromMs + Math.round(within(chance, 3, lastsMs) / MINUTE) * MINUTE,
      seed: chance,
    };
  }
  return {
    eventOf,
    latest(plot, thing, timeMs) {
      const today = clock.dayOf(timeMs);
      const event = eventOf(plot, today);
      if (event?.thing === thing && event.fromMs <= timeMs) return event;
      const before = eventOf(plot, today - 1);
      return before?.thing === thing ? before : undefined;
    },
  };
}
