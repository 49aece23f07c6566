// Watches every datastream that has limits: judges readings as they come, records what changes and tells it.

import { setTimeout as sleep } from 'node:timers/promises';
import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import type { Alarm } from '#contract/live-event.ts';
import type { Thresholds } from '#model/thresholds.ts';
import { createListeners } from '../intake/listeners.ts';
import type { ObservationBatch } from '../observation-batch.ts';
import type { ClockReading } from '../sources/source.ts';
import { isConnectionLoss } from '../storage/connection-loss.ts';
import type { Database } from '../storage/database.ts';
import {
  type Acknowledged,
  acknowledgeAlarm,
  listAlarms,
  recordTransition,
  rewindAlarms,
} from './alarm-records.ts';
import {
  type Judgement,
  judge,
  judgeAgain,
  type Transition,
  unwatched,
  type Watch,
} from './judgement.ts';

export interface AlarmsOptions {
  readonly database: Database;
  readonly report: (sentence: string) => void;
  /** The time that a city's readings live in; everybody's where it has no clock of its own. */
  readonly readClock?: (city: string) => Pick<ClockReading, 'nowMs'>;
}

export interface Alarms {
  /** Watches what the city's catalogue sets limits for; what stood before goes on standing. */
  watch(city: string, catalogue: DatastreamCatalogue): Promise<void>;
  /** Judges readings of datastreams that are watched. */
  accept(batch: ObservationBatch): void;
  /** Told of each alarm that is raised, changed, cleared or acknowledged, once it is recorded. */
  onAlarm(listener: (alarm: Alarm) => void): () => void;
  acknowledge(
    id: number,
    act: { readonly by: string; readonly note?: string | undefined },
  ): Promise<Acknowledged>;
  /** Other limits from now on, whatever the catalogue says; returns the city, undefined where there is no such datastream. */
  setThresholds(datastream: number, thresholds: Thresholds): Promise<string | undefined>;
  /** The city's clock went back: alarms of what is to come are taken back. */
  rewind(city: string, toMs: number): void;
  /** Resolves when all that has happened is recorded. */
  drain(): Promise<void>;
}

interface Watched {
  readonly city: string;
  thresholds: Thresholds;
  watch: Watch;
}

/** A datastream that flutters while the database is away must not fill memory. */
const MOST_WAITING = 100_000;
const MOST_STANDING = 1_000_000;
const PAUSE_MS = 500;

export function createAlarms(options: AlarmsOptions): Alarms {
  const { database, report, readClock = () => ({ nowMs: Date.now() }) } = options;
  const watched = new Map<number, Watched>();
  const listeners = createListeners<Alarm>(report);
  /** Cities of which something was left out. */
  const neglected = new Set<string>();
  let queue: Promise<void> = Promise.resolve();
  let waiting = 0;
  let isStopping = false;

  /** One act after the other, each until the database has taken it. */
  function enqueue(act: () => Promise<void>): Promise<void> {
    waiting += 1;
    queue = queue.then(async () => {
      for (;;) {
        try {
          await act();
          break;
        } catch (error) {
          const isWorthWaiting = isConnectionLoss(error) && !isStopping;
          if (!isWorthWaiting) {
            report(`An alarm was not recorded: ${error instanceof Error ? error.message : error}.`);
            break;
          }
          await sleep(PAUSE_MS);
        }
      }
      waiting -= 1;
      if (waiting > 0) return;
      for (const city of neglected) void enqueue(() => takeStanding(city));
      neglected.clear();
    });
    return queue;
  }

  function follow(datastream: number, entry: Watched, { watch, transition }: Judgement): void {
    entry.watch = watch;
    if (!transition) return;
    if (waiting < MOST_WAITING) record(datastream, transition);
    else {
      entry.watch = unwatched;
      neglected.add(entry.city);
    }
  }

  function record(datastream: number, transition: Transition): void {
    void enqueue(async () => {
      const alarm = await recordTransition(database, datastream, transition);
      if (alarm) listeners.tell(alarm);
    });
  }

  /**
   * What the database says stands goes on standing, but for what a reading has judged to be normal since:
   * that is over. Also puts right what was left out while too much waited.
   */
  async function takeStanding(city: string): Promise<void> {
    const standing = await listAlarms(database, { city, state: 'uncleared', limit: MOST_STANDING });
    for (const { datastream, level } of standing) {
      const entry = watched.get(datastream);
      const { last } = entry?.watch ?? {};
      if (entry?.watch.level !== 'normal') continue;
      if (last) record(datastream, { kind: 'cleared', atMs: last.timeMs });
      else entry.watch = { level };
    }
  }

  return {
    async watch(city, { sensors }) {
      for (const [datastream, entry] of watched)
        if (entry.city === city) watched.delete(datastream);
      for (const { datastreams } of sensors) {
        for (const { number, thresholds } of datastreams) {
          if (thresholds) watched.set(number, { city, thresholds, watch: unwatched });
        }
      }
      await enqueue(() => takeStanding(city));
    },

    accept({ datastream, timeMs, value, quality }) {
      for (let row = 0; row < datastream.length; row += 1) {
        const entry = watched.get(datastream[row]!);
        if (!entry) continue;
        const reading = { timeMs: timeMs[row]!, value: value[row]!, quality: quality[row]! };
        follow(datastream[row]!, entry, judge(entry.watch, entry.thresholds, reading));
      }
    },

    onAlarm: (listener) => listeners.add(listener),

    async acknowledge(id, act) {
      const city = await findCity(database, id);
      const { nowMs } = city === undefined ? { nowMs: Date.now() } : readClock(city);
      const outcome = await acknowledgeAlarm(database, id, act, nowMs);
      if (outcome.kind === 'done') listeners.tell(outcome.alarm);
      return outcome;
    },

    async setThresholds(datastream, thresholds) {
      const changed = await database.query<{ city: string | null }>(
        `update datastream set thresholds = $2, thresholds_changed_at = now()
        from thing where thing.id = thing_id and datastream.id = $1 returning city`,
        [datastream, JSON.stringify(thresholds)],
      );
      const [row] = changed;
      if (!row) return undefined;
      const city = row.city ?? '';
      const entry = watched.get(datastream) ?? { city, thresholds, watch: unwatched };
      entry.thresholds = thresholds;
      watched.set(datastream, entry);
      follow(datastream, entry, judgeAgain(entry.watch, thresholds, readClock(city).nowMs));
      return city;
    },

    rewind(city, toMs) {
      for (const entry of watched.values()) if (entry.city === city) entry.watch = unwatched;
      void enqueue(async () => {
        for (const alarm of await rewindAlarms(database, city, toMs)) listeners.tell(alarm);
        await takeStanding(city);
      });
    },

    async drain() {
      isStopping = true;
      await queue;
    },
  };
}

async function findCity({ query }: Database, alarm: number): Promise<string | undefined> {
  const [row] = await query<{ city: string | null }>(
    `select city from alarm join datastream on datastream.id = datastream_id
    join thing on thing.id = thing_id where alarm.id = $1`,
    [alarm],
  );
  return row?.city ?? undefined;
}
