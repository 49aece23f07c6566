// What 10,000 readings a second cost the main thread of the real app: its tasks, as the browser traces
// them, with readings and without.

import type { Browser } from 'playwright';
import type { Row } from '../row.ts';
import { type Tasks, tasksOver, traceTasks } from '../trace-tasks.ts';
import { BENCH_CITY } from './bench-city.ts';
import type { BenchServer } from './start-server.ts';

const SECONDS = 60;
const QUIET_SECONDS = 20;
const SETTLE_MS = 8000;
const FRAME_MS = 16;

export async function benchMainThread(browser: Browser, server: BenchServer): Promise<Row[]> {
  const page = await browser.newPage({ viewport: { width: 960, height: 600 } });
  server.feed(10_000);
  await page.goto(`${server.url}/?city=${BENCH_CITY}`);
  await page.waitForTimeout(SETTLE_MS);
  const busy = await traceTasks(page, () => page.waitForTimeout(SECONDS * 1000));
  server.feed(0);
  await page.waitForTimeout(SETTLE_MS);
  const quiet = await traceTasks(page, () => page.waitForTimeout(QUIET_SECONDS * 1000));
  await page.close();
  const load = ({ handling, drawing, seconds }: Tasks) =>
    [...handling, ...drawing].reduce((sum, ms) => sum + ms, 0) / seconds / 10;
  const peer = 'the same page without readings';
  return [
    {
      case: `longest task of the main thread but drawing, ${SECONDS} s at 10,000 readings/s`,
      value: Math.max(...busy.handling),
      unit: 'ms',
      peer,
      peerValue: Math.max(...quiet.handling),
    },
    {
      case: `tasks over ${FRAME_MS} ms but drawing, in ${SECONDS} s at 10,000 readings/s`,
      value: tasksOver(FRAME_MS, busy.handling),
      unit: 'tasks',
    },
    {
      case: 'longest task with drawing',
      value: Math.max(...busy.drawing),
      unit: 'ms',
      peer,
      peerValue: Math.max(...quiet.drawing),
    },
    {
      case: 'main thread busy at 10,000 readings/s',
      value: load(busy),
      unit: '%',
      peer,
      peerValue: load(quiet),
    },
  ];
}
