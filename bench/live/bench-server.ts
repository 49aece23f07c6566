// The server with a source of readings, in a process of its own: what the browser measures is not what
// the bench does. Told `{ readingsPerSecond }` it delivers ten batches a second, each sensor in its turn.

import { join } from 'node:path';
import { createApp } from '#server/app.ts';
import { createOperations } from '#server/operations/operations.ts';
import { readCatalogue } from '#server/storage/sensors.ts';
import { BENCH_CITY } from './bench-city.ts';

export interface ToServer {
  readonly readingsPerSecond: number;
}
export interface FromServer {
  readonly url: string;
}

const BATCHES_PER_SECOND = 10;

const [dataFolder = '', appFolder = ''] = process.argv.slice(2);
const report = (sentence: string) => console.error(sentence);
const operations = createOperations({
  dataFolder,
  databaseFolder: join(dataFolder, '.database'),
  keepDays: 2,
  report,
});
const app = await createApp({ dataFolder, appFolder, operations, report });
const url = await app.listen({ host: '127.0.0.1', port: 0 });
const known = new Promise<void>((resolve) => {
  operations.onCity((city) => city === BENCH_CITY && resolve());
});
operations.start();
await known;
const catalogue = await readCatalogue(operations.database, BENCH_CITY);
const numbers = catalogue?.sensors.flatMap((sensor) =>
  sensor.datastreams.map(({ number }) => number),
);
const datastream = Uint32Array.from(numbers ?? []);

let readingsPerSecond = 0;
let owed = 0;
let next = 0;
let lastMs = performance.now();
const delivering = setInterval(deliver, 1000 / BATCHES_PER_SECOND);

function deliver(): void {
  const nowMs = performance.now();
  owed += ((nowMs - lastMs) / 1000) * readingsPerSecond;
  lastMs = nowMs;
  const count = Math.min(Math.floor(owed), datastream.length);
  if (count === 0) return;
  owed -= count;
  const first = next;
  next = (next + count) % datastream.length;
  const timeMs = Date.now();
  operations.intake.accept({
    datastream: Uint32Array.from(
      { length: count },
      (_, at) => datastream[(first + at) % datastream.length]!,
    ),
    timeMs: new Float64Array(count).fill(timeMs),
    value: Float64Array.from(
      { length: count },
      (_, at) => 2 + Math.sin((first + at) / 7 + timeMs / 20_000) / 2,
    ),
    quality: new Uint8Array(count),
  });
}

process.on('message', (message: ToServer) => {
  owed = 0;
  readingsPerSecond = message.readingsPerSecond;
});
process.on('SIGTERM', () => {
  clearInterval(delivering);
  void app.close().then(() => process.exit(0));
});
process.send?.({ url } satisfies FromServer);
