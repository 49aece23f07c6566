// What 10,000 readings a second cost the main thread of the real app: its tasks, as the browser traces
// them, with readings and without.

import type { Browser, Page } from 'playwright';
import type { Row } from '../row.ts';
import { BENCH_CITY } from './bench-city.ts';
import type { BenchServer } from './start-server.ts';

const SECONDS = 60;
const QUIET_SECONDS = 20;
const SETTLE_MS = 8000;
const FRAME_MS = 16;

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** CPU time of the thread, µs: a task that another program kept waiting did not take longer. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

interface Tasks {
  /** CPU ms of each task in which nothing was drawn, and of each in which something was. */
  readonly handling: readonly number[];
  readonly drawing: readonly number[];
  readonly seconds: number;
}

export async function benchMainThread(browser: Browser, server: BenchServer): Promise<Row[]> {
  const page = await browser.newPage({ viewport: { width: 960, height: 600 } });
  server.feed(10_000);
  await page.goto(`${server.url}/?city=${BENCH_CITY}`);
  await page.waitForTimeout(SETTLE_MS);
  const busy = await traceTasks(browser, page, SECONDS);
  server.feed(0);
  await page.waitForTimeout(SETTLE_MS);
  const quiet = await traceTasks(browser, page, QUIET_SECONDS);
  await page.close();
  const over = (tasks: readonly number[]) => tasks.filter((ms) => ms > FRAME_MS).length;
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
      value: over(busy.handling),
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

async function traceTasks(browser: Browser, page: Page, seconds: number): Promise<Tasks> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  await page.waitForTimeout(seconds * 1000);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const events = trace.traceEvents;
  const main = events.find(
    ({ name, args, pid }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' && isOf(events, pid),
  );
  if (!main) throw new Error('The trace has no main thread of a page.');
  const own = events.filter(
    ({ pid, tid, ph }) => ph === 'X' && pid === main.pid && tid === main.tid,
  );
  const frames = own.filter(({ name }) => name === 'FireAnimationFrame').map(({ ts }) => ts);
  frames.sort((a, b) => a - b);
  const tasks = own.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
  if (tasks.length === 0) throw new Error('The trace has no tasks.');
  tasks.sort((a, b) => a.ts - b.ts);
  const handling: number[] = [];
  const drawing: number[] = [];
  let next = 0;
  for (const { ts, dur = 0, tdur = dur } of tasks) {
    while (next < frames.length && (frames[next] ?? 0) < ts) next += 1;
    const draws = (frames[next] ?? Number.POSITIVE_INFINITY) <= ts + dur;
    (draws ? drawing : handling).push(tdur / 1000);
  }
  return { handling, drawing, seconds };
}

/** The page's process is the one that runs animation frames. */
const isOf = (events: readonly TraceEvent[], pid: number) =>
  events.some((event) => event.pid === pid && event.name === 'FireAnimationFrame');
