// A server with `/live` alone for tests: readings in memory, a clock and ticks in the test's hand.

import Fastify, { type FastifyInstance } from 'fastify';
import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import type { Alarm } from '#contract/live-event.ts';
import type { ObservationBatch } from '../observation-batch.ts';
import { type LiveOptions, registerLive } from '../routes/live.ts';
import type { ClockChange, SourceClock } from '../sources/source.ts';
import { aBatch } from '../test-batch.ts';
import type { LiveStorage } from './live-desk.ts';

export type Reading = readonly [
  datastream: number,
  timeMs: number,
  value: number,
  quality?: number,
];

export interface LiveWorld {
  /** What storage holds. */
  readonly readings: Reading[];
  /** What the city `delft` has. */
  datastreams: readonly number[];
  /** Those of them that say what is expected. */
  forecasts: readonly number[];
  nowMs: number;
  rate: number;
  /** What `/alarms` answers. */
  alarms: readonly Alarm[];
  readonly clock: SourceClock;
  readonly catalogue: () => DatastreamCatalogue;
  readonly storage: LiveStorage;
}

export interface LiveServer {
  readonly app: FastifyInstance;
  /** Without a closing slash. */
  readonly url: string;
  readonly port: number;
  readonly world: LiveWorld;
  /** Stores and sends readings. */
  deliver(...readings: readonly Reading[]): void;
  raise(alarm: Alarm): void;
  /** Moves the clock on and makes the next frame. */
  tick(byMs?: number): Promise<void>;
  reload(): Promise<void>;
  close(): Promise<void>;
}

export function aLiveWorld(startMs: number, datastreams: readonly number[]): LiveWorld {
  const listeners = new Set<() => void>();
  const readings: Reading[] = [];
  const find = (isWanted: (reading: Reading) => boolean): ObservationBatch =>
    aBatch(...readings.filter(isWanted).toSorted(([, a], [, b]) => a - b));
  const world: LiveWorld = {
    readings,
    datastreams,
    forecasts: [],
    nowMs: startMs,
    rate: 1,
    alarms: [],
    clock: {
      read: () => ({ nowMs: world.nowMs, rate: world.rate }),
      set: ({ nowMs = world.nowMs, rate = world.rate }: ClockChange) => {
        Object.assign(world, { nowMs, rate });
        for (const listener of listeners) listener();
      },
      watch: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    catalogue: () => ({
      simulated: true,
      sensors: world.datastreams.map((number) => ({
        id: `G-${number}`,
        kind: 'river',
        name: `Gauge ${number}`,
        longitudeDeg: 4.36,
        latitudeDeg: 52,
        heightM: 45,
        datastreams: [
          {
            ...{ id: 'waterLevel', property: 'waterLevel', intervalS: 1, number },
            ...(world.forecasts.includes(number) && { forecast: true }),
          },
        ],
      })),
    }),
    storage: {
      cities: async () => ['delft'],
      catalogue: async (city) => (city === 'delft' ? world.catalogue() : undefined),
      latest: async (_city, atMs) => {
        const latest = new Map<number, Reading>();
        for (const reading of readings) {
          const known = latest.get(reading[0]);
          if (reading[1] <= atMs && !(known && known[1] > reading[1]))
            latest.set(reading[0], reading);
        }
        return aBatch(...latest.values());
      },
      history: async (_city, { fromMs, toMs, datastreams: wanted, limit }) => {
        const found = find(
          ([number, timeMs]) =>
            timeMs >= fromMs && timeMs < toMs && (!wanted || wanted.includes(number)),
        );
        return found.datastream.length <= limit ? found : aBatch(...readings.slice(0, limit + 1));
      },
    },
  };
  return world;
}

/** Listens on `port`, a free one by default. */
export async function aLiveServer(
  world: LiveWorld,
  options: Partial<LiveOptions> & { readonly port?: number } = {},
): Promise<LiveServer> {
  const { port = 0, ...given } = options;
  const app = Fastify({ forceCloseConnections: true });
  const batches = new Set<(batch: ObservationBatch) => void>();
  const alarms = new Set<(alarm: Alarm) => void>();
  const ticks = new Set<() => void>();
  const { reload } = registerLive(app, {
    storage: world.storage,
    news: {
      onBatch: (listener) => {
        batches.add(listener);
        return () => batches.delete(listener);
      },
      onAlarm: (listener) => {
        alarms.add(listener);
        return () => alarms.delete(listener);
      },
      findClock: () => world.clock,
    },
    createPace: (tick) => {
      ticks.add(tick);
      return { news: () => {}, stop: () => ticks.delete(tick) };
    },
    report: (sentence) => {
      throw new Error(sentence);
    },
    ...given,
  });
  app.get('/alarms', () => ({ alarms: world.alarms }));
  const url = await app.listen({ host: '127.0.0.1', port });
  return {
    app,
    url,
    port: Number(new URL(url).port),
    world,
    deliver: (...readings) => {
      world.readings.push(...readings);
      for (const listener of batches) listener(aBatch(...readings));
    },
    raise: (alarm) => {
      for (const listener of alarms) listener(alarm);
    },
    tick: async (byMs = 1000) => {
      world.nowMs += byMs * world.rate;
      for (const tick of ticks) tick();
      await new Promise((resolve) => setImmediate(resolve));
    },
    reload: () => reload('delft'),
    close: () => app.close(),
  };
}
