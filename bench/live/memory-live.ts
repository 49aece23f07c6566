// `/live` alone, with frames as fast as the bench makes them: hours and sleeps in seconds.

import Fastify from 'fastify';
import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import type { ObservationBatch } from '#server/observation-batch.ts';
import { registerApp } from '#server/routes/app.ts';
import { registerLive } from '#server/routes/live.ts';
import { registerSecurityHeaders } from '#server/security-headers.ts';
import { BENCH_CITY } from './bench-city.ts';

export interface MemoryLive {
  readonly url: string;
  /** Makes the frame of the next second, with one reading of each sensor. */
  second(): void;
  close(): Promise<void>;
}

/** `appFolder` holds the page to serve. */
export async function startMemoryLive(sensors: number, appFolder: string): Promise<MemoryLive> {
  const numbers = Uint32Array.from({ length: sensors }, (_, at) => at + 1);
  const catalogue: DatastreamCatalogue = {
    simulated: false,
    sensors: Array.from(numbers, (number) => ({
      id: `S-${number}`,
      kind: 'river',
      name: `Sensor ${number}`,
      longitudeDeg: 4.3,
      latitudeDeg: 52,
      heightM: 45,
      datastreams: [{ id: 'waterLevel', property: 'waterLevel', intervalS: 1, number }],
    })),
  };
  const nothing: ObservationBatch = {
    datastream: new Uint32Array(),
    timeMs: new Float64Array(),
    value: new Float64Array(),
    quality: new Uint8Array(),
  };
  let nowMs = Date.UTC(2026, 10, 26);
  let second = 0;
  let deliver = (_: ObservationBatch) => {};
  let tick = () => {};
  const app = Fastify({ forceCloseConnections: true });
  await registerSecurityHeaders(app);
  registerLive(app, {
    storage: {
      cities: async () => [BENCH_CITY],
      catalogue: async () => catalogue,
      latest: async () => nothing,
      history: async () => nothing,
    },
    news: {
      onBatch: (listener) => {
        deliver = listener;
        return () => {};
      },
      onAlarm: () => () => {},
      findClock: () => ({ read: () => ({ nowMs, rate: 1 }), watch: () => () => {} }),
    },
    report: (sentence) => console.error(sentence),
    createPace: (makeFrame) => {
      tick = makeFrame;
      return { news: () => {}, stop: () => {} };
    },
  });
  app.get('/alarms', () => ({ alarms: [] }));
  registerApp(app, appFolder);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    second() {
      second += 1;
      nowMs += 1000;
      deliver({
        datastream: numbers,
        timeMs: new Float64Array(sensors).fill(nowMs),
        value: new Float64Array(sensors).fill(second),
        quality: new Uint8Array(sensors),
      });
      tick();
    },
    close: () => app.close(),
  };
}
