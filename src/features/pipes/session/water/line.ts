import type { HydraulicsWorker } from '#workers/hydraulics/client.ts';
import type { WorkerLine } from '#workers/worker-line.ts';

/** What `HYDRAULICS_LINE` carries: a question that a dying worker left open goes to the next one. */
export type HydraulicsLine = Pick<HydraulicsWorker, 'call' | 'stream'>;

/** The line as screens use it: calls wait for a living worker, streams end with theirs. */
export function openHydraulicsLine(
  line: WorkerLine<HydraulicsWorker>,
  life: AbortSignal,
): HydraulicsLine {
  const within = (signal: AbortSignal | undefined) =>
    signal ? AbortSignal.any([signal, life]) : life;
  return {
    call: (name, params, options = {}) => {
      const signal = within(options.signal);
      return line.ask((worker) => worker.call(name, params, { ...options, signal }), signal);
    },
    async *stream(name, params, options = {}) {
      const signal = within(options.signal);
      const worker = await line.ask(async (alive) => alive, signal);
      yield* worker.stream(name, params, { ...options, signal });
    },
  };
}
