// An hour of 10,000 readings a second through the feed's worker, a minute long: does memory grow?

import type { Browser, CDPSession, Page } from 'playwright';
import type { Row } from '../row.ts';
import { BENCH_CITY } from './bench-city.ts';
import { startMemoryLive } from './memory-live.ts';
import { openLab, run } from './open-page.ts';

const SENSORS = 10_000;
const FRAMES = 3600;
/** Before that the ring of recent readings still fills. */
const WARM_FRAMES = 600;
const SAMPLES = 10;
const FRAME_MS = 15;
const MEBIBYTE = 1024 * 1024;

export async function benchHour(browser: Browser, labFolder: string): Promise<Row[]> {
  const live = await startMemoryLive(SENSORS, labFolder);
  const page = await openLab(browser, live.url);
  const worker = await attachToWorker(page);
  await run(page, 'follow', BENCH_CITY);
  const began = performance.now();
  const samples: { frame: number; worker: number; page: number }[] = [];
  const step = (FRAMES - WARM_FRAMES) / SAMPLES;
  for (let frame = 1; frame <= FRAMES; frame += 1) {
    live.second();
    await pause(FRAME_MS);
    if (frame % 50 === 0) await untilTaken(page, frame);
    if (frame < WARM_FRAMES || (frame - WARM_FRAMES) % step !== 0) continue;
    const [inWorker, inPage] = [await worker.usedBytes(), await usedBytes(worker.session)];
    samples.push({ frame, worker: inWorker, page: inPage });
  }
  const seconds = (performance.now() - began) / 1000;
  const followed = await page.evaluate(() => window.followed);
  if (followed?.snapshots !== 0) throw new Error('The hour broke off; frames were left out.');
  await page.close();
  await live.close();
  const slope = (of: 'worker' | 'page') =>
    (slopeOf(samples.map((sample) => [sample.frame, sample[of]])) * FRAMES) / MEBIBYTE;
  return [
    {
      case: 'heap of the feed’s worker after an hour at 10,000 readings/s',
      value: (samples.at(-1)?.worker ?? 0) / MEBIBYTE,
      unit: 'MiB',
    },
    { case: 'its growth in that hour, by regression', value: slope('worker'), unit: 'MiB/h' },
    { case: 'growth of the page’s heap in that hour', value: slope('page'), unit: 'MiB/h' },
    {
      case: 'readings through the worker on the way',
      value: (FRAMES * SENSORS) / seconds,
      unit: 'readings/s',
    },
  ];
}

async function untilTaken(page: Page, frame: number): Promise<void> {
  await page.waitForFunction((value) => window.followed?.checksum === value, frame);
}

interface AttachedWorker {
  readonly session: CDPSession;
  usedBytes(): Promise<number>;
}

/** Reads the heap of the page's worker as its inspector does, after a collection of garbage. */
async function attachToWorker(page: Page): Promise<AttachedWorker> {
  const session = await page.context().newCDPSession(page);
  let workerSession: string | undefined;
  let lastId = 0;
  const waiting = new Map<number, (result: unknown) => void>();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workerSession = sessionId;
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const ask = (method: string): Promise<unknown> => {
    if (!workerSession) throw new Error('The page has no worker.');
    lastId += 1;
    const id = lastId;
    const answer = new Promise<unknown>((resolve) => waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params: {} });
    void session.send('Target.sendMessageToTarget', { sessionId: workerSession, message });
    return answer;
  };
  return {
    session,
    async usedBytes() {
      await ask('HeapProfiler.collectGarbage');
      return toBytes(await ask('Runtime.getHeapUsage'));
    },
  };
}

async function usedBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return toBytes(await session.send('Runtime.getHeapUsage'));
}

/** Objects and the buffers behind typed arrays. */
function toBytes(usage: unknown): number {
  const { usedSize, backingStorageSize = 0 } = usage as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return usedSize + backingStorageSize;
}

/** Least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const above = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return above / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
