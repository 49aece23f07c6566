// One city at work: what the database knows of it, the source of its readings, its past.

import type { CityManifest } from '#contract/city-package.ts';
import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import type { Alarms } from '../alarms/alarms.ts';
import type { Incidents } from '../incidents/incidents.ts';
import type { Intake } from '../intake/intake.ts';
import { findSource } from '../sources/index.ts';
import type { Source, SourceClock } from '../sources/source.ts';
import { syncCity } from '../storage/city-sync.ts';
import type { Database } from '../storage/database.ts';
import { createHistoryFill, type HistoryFill } from './history-fill.ts';

export interface CityOperationOptions {
  readonly database: Database;
  readonly intake: Intake;
  readonly alarms: Alarms;
  readonly incidents: Incidents;
  readonly keepDays: number;
  readonly report: (sentence: string) => void;
}

export interface CityOperation {
  readonly id: string;
  readonly build: string;
  /** Undefined where readings come by themselves. */
  readonly source: Source | undefined;
  readonly history: HistoryFill | undefined;
  stop(): Promise<void>;
}

/** Brings the city into the database and starts its source; `folder` is where city.json lies. */
export async function startCity(
  manifest: CityManifest,
  folder: string,
  options: CityOperationOptions,
): Promise<CityOperation> {
  const { id, build } = manifest;
  const { database, intake, alarms } = options;
  const catalogue = await syncCity(database, manifest, folder);
  const numbers = catalogue.sensors.flatMap(({ datastreams }) => datastreams);
  intake.learn(
    id,
    numbers.map(({ number }) => number),
  );
  await alarms.watch(id, catalogue);
  const source = await createSource(manifest, folder, catalogue, options);
  if (!source) return { id, build, source, history: undefined, stop: async () => {} };

  const history = createHistoryFill({ ...options, city: id, build, name: manifest.name, source });
  source.start((batch) => {
    intake.accept(batch);
  });
  const unwatch = watchJumps(source.clock, (fromMs, toMs) => {
    if (toMs < fromMs) alarms.rewind(id, toMs);
    history.jump(fromMs);
  });
  history.start();
  return {
    id,
    build,
    source,
    history,
    stop: async () => {
      unwatch();
      await source.stop();
      await history.stop();
    },
  };
}

async function createSource(
  manifest: CityManifest,
  folder: string,
  catalogue: DatastreamCatalogue,
  { report, incidents }: CityOperationOptions,
): Promise<Source | undefined> {
  const kind = findSource(catalogue);
  if (!kind) return undefined;
  const numbers = new Map(
    catalogue.sensors.flatMap(({ id, datastreams }) =>
      datastreams.map((one) => [`${id} ${one.id}`, one.number] as const),
    ),
  );
  const create = await kind.load();
  return create({
    manifest,
    folder,
    sensors: catalogue.sensors,
    datastreamId: (thing, datastream) => {
      const number = numbers.get(`${thing} ${datastream}`);
      if (number === undefined) throw new Error(`${thing} has no datastream ${datastream}.`);
      return number;
    },
    report,
    fieldWork: incidents.fieldWork(manifest.id),
  });
}

/** A change of the clock by more than it would have run by itself. */
const JUMP_MS = 1500;

/** Tells where the clock would have been and where it is, after each jump; a change of its rate is none. */
function watchJumps(clock: SourceClock, listener: (fromMs: number, toMs: number) => void) {
  let anchor = { ...clock.read(), wallMs: performance.now() };
  return clock.watch(() => {
    const fromMs = anchor.nowMs + (performance.now() - anchor.wallMs) * anchor.rate;
    anchor = { ...clock.read(), wallMs: performance.now() };
    if (Math.abs(anchor.nowMs - fromMs) > JUMP_MS) listener(fromMs, anchor.nowMs);
  });
}
