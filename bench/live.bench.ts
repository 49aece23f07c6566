// The first live overlay at its reach: 10,000 sensors that each say something once a second.

import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from '#tools/setup/build-app.ts';
import { BENCH_CITY, writeBenchCity } from './live/bench-city.ts';
import { benchHour } from './live/hour.ts';
import { benchMainThread } from './live/main-thread.ts';
import { buildLab, openBrowser, openLab, rendererOf, run } from './live/open-page.ts';
import { benchSleep } from './live/sleep.ts';
import { startBenchServer } from './live/start-server.ts';
import type { Row } from './row.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const SENSORS = 10_000;
const DRAWN_SECONDS = 30;

export async function bench(): Promise<Row[]> {
  const dataFolder = join(tmpdir(), 'panopolis-bench-live');
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
  writeBenchCity(dataFolder, SENSORS);
  await buildApp(root);
  const labFolder = await buildLab();
  return [
    ...(await inTheApp(dataFolder)),
    ...(await inTheLab(dataFolder, labFolder)),
    ...(await benchSleep(labFolder)),
  ];
}

async function inTheApp(dataFolder: string): Promise<Row[]> {
  const server = await startBenchServer(dataFolder, join(root, 'dist'));
  const browser = await openBrowser();
  try {
    return await benchMainThread(browser, server);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function inTheLab(dataFolder: string, labFolder: string): Promise<Row[]> {
  const server = await startBenchServer(dataFolder, labFolder);
  const browser = await openBrowser();
  try {
    const page = await openLab(browser, server.url);
    const [ours = Number.NaN, theirs = Number.NaN] = await run(page, 'decode');
    server.feed(SENSORS);
    const figures = await run(page, 'draw', BENCH_CITY, DRAWN_SECONDS);
    const [pageP50, pageP95, pixelP50, pixelP95, slowest, readings, pictures] = figures;
    const renderer = await rendererOf(page);
    await page.close();
    const row = (name: string, value = Number.NaN, unit = 'ms'): Row => ({
      case: name,
      value,
      unit,
    });
    const reach = { peer: 'reach', peerValue: 500 };
    return [
      {
        ...row('readings decoded in a worker', ours, 'readings/s'),
        ...{ peer: 'the same as SensorThings JSON', peerValue: theirs },
      },
      row('from ingest to the frame on the page, median', pageP50),
      { ...row('from ingest to the frame on the page, 95th percentile', pageP95), ...reach },
      row('from ingest to the pixel, median', pixelP50),
      { ...row('from ingest to the pixel, 95th percentile', pixelP95), ...reach },
      row(`readings shown in ${DRAWN_SECONDS} s`, readings, 'readings'),
      row(`pictures in ${DRAWN_SECONDS} s, drawn by ${renderer}`, pictures, 'pictures'),
      row('update of the layer, longest', slowest),
      ...(await benchHour(browser, labFolder)),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
