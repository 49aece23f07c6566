// What is at work behind the live routes: the database, the intake, alarms, and a source for each city. It
// starts beside the server and not before it: app and tiles need none of it.

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Alarms, createAlarms } from '../alarms/alarms.ts';
import { createIncidents, type Incidents } from '../incidents/incidents.ts';
import { createIntake, type Intake } from '../intake/intake.ts';
import type { SourceClock } from '../sources/source.ts';
import { listCities, readCity } from '../storage/cities.ts';
import type { Database } from '../storage/database.ts';
import { createDeferredDatabase } from '../storage/deferred-database.ts';
import { migrate } from '../storage/migrate.ts';
import { createDays, dropDays } from '../storage/observation-days.ts';
import { thinDays } from '../storage/observation-thinning.ts';
import { type DatabaseSettings, openDatabase } from '../storage/open-database.ts';
import { type CityOperation, startCity } from './city-operation.ts';

export interface OperationsOptions extends DatabaseSettings {
  readonly dataFolder: string;
  /** How many days of readings are kept. */
  readonly keepDays: number;
  /** How often the data folder is looked through for new builds. */
  readonly lookForCitiesMs?: number;
  readonly report: (sentence: string) => void;
}

export interface Operations {
  /** Refuses each call with an `UnavailableError` until it is there. */
  readonly database: Database;
  readonly intake: Intake;
  readonly alarms: Alarms;
  readonly incidents: Incidents;
  /** Undefined where the city's readings live in everyone's time. */
  findClock(city: string): SourceClock | undefined;
  /** Told of each city whose sensors are in the database now, or are others. Returns how to stop. */
  onCity(listener: (city: string) => void): () => void;
  status(): OperationsStatus;
  /** Returns at once. */
  start(): void;
  /** In order: sources, then what waits to be stored, then the database. */
  close(): Promise<void>;
}

export interface OperationsStatus {
  readonly database: 'starting' | 'ready' | 'failed';
  /** What is wrong, each in one sentence. */
  readonly problems: readonly string[];
  /** Readings that wait to be stored. */
  readonly waitingReadings: number;
  readonly sources: readonly {
    readonly city: string;
    readonly source: string;
    /** Share of the past that is there, 0 to 1. */
    readonly history: number;
  }[];
}

const STARTING = 'The database is starting; try again in a moment.';
const DAY_MS = 86_400_000;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;
const HOUSEKEEPING_MS = 3_600_000;
/** Not at the start, when people wait for the page. */
const THINNING_MS = 1_200_000;
const LOOK_FOR_CITIES_MS = 15_000;

export function createOperations(options: OperationsOptions): Operations {
  const { dataFolder, keepDays, report } = options;
  const database = createDeferredDatabase(STARTING);
  const intake = createIntake({ database, keepDays, report });
  const cities = new Map<string, CityOperation>();
  const cityProblems = new Map<string, string>();
  const listeners = new Set<(city: string) => void>();
  const findClock = (city: string) => cities.get(city)?.source?.clock;
  const alarms = createAlarms({
    database,
    report,
    readClock: (city) => findClock(city)?.read() ?? { nowMs: Date.now() },
  });
  intake.onBatch((batch) => alarms.accept(batch));
  const incidents = createIncidents(database, report);

  const stopping = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  let state: OperationsStatus['database'] = 'starting';
  let problem: string | undefined;
  let work: Promise<void> = Promise.resolve();

  /** Tries until the database is there or the server stops. */
  async function open(): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; !stopping.signal.aborted; pauseMs *= 2) {
      try {
        const opened = await openDatabase(options, report, stopping.signal);
        await migrate(opened).catch(async (error: unknown) => {
          await opened.close();
          throw error;
        });
        database.open(opened);
        state = 'ready';
        if (problem) report('The database is there.');
        problem = undefined;
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
        fail(messageOf(error));
        const pause = Math.min(pauseMs, LONGEST_PAUSE_MS);
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  function fail(reason: string): void {
    state = 'failed';
    database.refuse(reason);
    if (reason !== problem) report(`There are no live readings: ${reason}`);
    problem = reason;
  }

  /** Starts what is new in the data folder or was built anew. */
  async function lookForCities(): Promise<void> {
    const { cities: listed } = await listCities(dataFolder).catch(() => ({ cities: [] }));
    for (const { id } of listed) {
      if (stopping.signal.aborted) return;
      await look(id).then(
        () => cityProblems.delete(id),
        (error: unknown) => {
          const sentence = `${id}: ${messageOf(error)}`;
          if (cityProblems.get(id) !== sentence) report(sentence);
          cityProblems.set(id, sentence);
        },
      );
    }
  }

  async function look(id: string): Promise<void> {
    const folder = join(dataFolder, id);
    const manifest = await readCity(dataFolder, id);
    const running = cities.get(id);
    if (running?.build === manifest.build) return;
    await running?.stop();
    cities.delete(id);
    cities.set(
      id,
      await startCity(manifest, folder, { database, intake, alarms, incidents, keepDays, report }),
    );
    for (const listener of listeners) listener(id);
  }

  /** Now, or where a city lives in the past, there: it keeps its past. */
  const earliestNow = () =>
    Math.min(
      Date.now(),
      ...[...cities.values()].flatMap(({ source }) => source?.clock.read().nowMs ?? []),
    );

  async function keepHouse(): Promise<void> {
    const nowMs = Date.now();
    await createDays(database, [nowMs, nowMs + DAY_MS], { nowMs, keepDays });
    await dropDays(database, { nowMs: earliestNow(), keepDays });
  }

  const thinHouse = async (): Promise<void> => {
    await thinDays(database, earliestNow(), stopping.signal);
  };

  const enqueue = (act: () => Promise<void>): Promise<void> => {
    work = work.then(async () => {
      if (stopping.signal.aborted) return;
      await act().catch((error: unknown) => {
        if (!stopping.signal.aborted) report(messageOf(error));
      });
    });
    return work;
  };
  const every = (milliseconds: number, act: () => Promise<void>) => {
    const timer = setInterval(() => void enqueue(act), milliseconds);
    timer.unref();
    timers.push(timer);
  };

  return {
    database,
    intake,
    alarms,
    incidents,
    findClock,
    onCity: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    status: () => ({
      database: state,
      problems: [...(problem ? [problem] : []), ...cityProblems.values()],
      waitingReadings: intake.waitingRows,
      sources: [...cities.values()].flatMap(({ id, source, history }) =>
        source ? [{ city: id, source: source.id, history: history?.share ?? 1 }] : [],
      ),
    }),
    start: () => {
      void enqueue(async () => {
        await open();
        await keepHouse();
        await lookForCities();
        every(HOUSEKEEPING_MS, keepHouse);
        every(THINNING_MS, thinHouse);
        every(options.lookForCitiesMs ?? LOOK_FOR_CITIES_MS, lookForCities);
      });
    },
    close: async () => {
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
      await work;
      const stopCities = () => Promise.all([...cities.values()].map((city) => city.stop()));
      for (const step of [stopCities, intake.drain, alarms.drain, database.close]) {
        // What can't be stopped must not keep the rest from it.
        await step().catch((error: unknown) => report(`On stopping: ${messageOf(error)}`));
      }
    },
  };
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
