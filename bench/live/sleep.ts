// Ten minutes asleep at 10,000 readings a second: what comes back, and how soon.

import { WebSocket } from 'ws';
import { LiveLine } from '#workers/feed/live-line.ts';
import { LiveState } from '#workers/feed/live-state.ts';
import { openSocket } from '#workers/feed/open-socket.ts';
import { toRows } from '#workers/feed/rows.ts';
import type { Row } from '../row.ts';
import { BENCH_CITY } from './bench-city.ts';
import { type MemoryLive, startMemoryLive } from './memory-live.ts';

const SENSORS = 10_000;
const ASLEEP_S = 600;

export async function benchSleep(labFolder: string): Promise<Row[]> {
  const live = await startMemoryLive(SENSORS, labFolder);
  const memoryBefore = process.memoryUsage().arrayBuffers;
  const page = openPage(live);
  page.line.start();
  live.second();
  await until(() => page.readings() > 0);
  page.line.stop();
  const before = page.readings();
  for (let second = 0; second < ASLEEP_S; second += 1) live.second();
  const ringBytes = process.memoryUsage().arrayBuffers - memoryBefore;
  const began = performance.now();
  page.line.start();
  const { line } = page;
  await until(
    () => page.readings() - before >= ASLEEP_S * SENSORS || line.recoveries.snapshotsTaken > 0,
  );
  const tookMs = performance.now() - began;
  page.line.stop();
  await live.close();
  const caughtUp = page.readings() - before;
  return [
    { case: 'catch up after ten minutes asleep at 10,000 readings/s', value: tookMs, unit: 'ms' },
    {
      case: 'readings of those ten minutes received',
      value: caughtUp,
      unit: 'readings',
      peer: 'sent',
      peerValue: ASLEEP_S * SENSORS,
    },
    { case: 'server memory for those ten minutes', value: ringBytes / 1024 / 1024, unit: 'MiB' },
  ];
}

/** What a page's worker does with its line, in this process. */
function openPage({ url }: MemoryLive) {
  const datastreams = Array.from({ length: SENSORS }, (_, at) => ({
    ...{ id: `d${at}`, property: 'waterLevel' as const, intervalS: 1, number: at + 1 },
  }));
  const place = { id: 'S', name: 'S', longitudeDeg: 4, latitudeDeg: 52, heightM: 0 };
  const state = new LiveState(
    toRows({ simulated: false, sensors: [{ ...place, kind: 'river', datastreams }] }),
  );
  let readings = 0;
  const line = new LiveLine({
    connect: (since, listener) =>
      openSocket(
        WebSocket as unknown as typeof globalThis.WebSocket,
        { origin: url, city: BENCH_CITY, since },
        listener,
      ),
    onFrame: (frame) => {
      state.take(frame, Date.now());
      readings += frame.datastream.length;
    },
    onEvent: () => {},
    onConnection: () => {},
  });
  return { line, readings: () => readings };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
