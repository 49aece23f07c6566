// What a page's main thread does, task by task, as the browser traces it: CPU time, drawing told apart from the rest.

import type { Page } from 'playwright';

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

export interface Tasks {
  /** CPU ms of each task in which nothing was drawn, and of each in which something was. */
  readonly handling: readonly number[];
  readonly drawing: readonly number[];
  readonly seconds: number;
}

/** The tasks of a page's main thread from the beginning of an act until its promise settles. */
export async function traceTasks(page: Page, act: () => Promise<unknown>): Promise<Tasks> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser that could trace it.');
  const start = performance.now();
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  await act();
  const seconds = (performance.now() - start) / 1000;
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

export const tasksOver = (limitMs: number, tasks: readonly number[]): number =>
  tasks.filter((ms) => ms > limitMs).length;

/** The page's process is the one that runs animation frames. */
const isOf = (events: readonly TraceEvent[], pid: number) =>
  events.some((event) => event.pid === pid && event.name === 'FireAnimationFrame');
