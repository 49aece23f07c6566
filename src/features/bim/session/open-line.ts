import type { BimWorker } from '#workers/bim/client.ts';
import type { WorkerLine } from '#workers/worker-line.ts';
import type { BimLine } from './line.ts';

/** The line as screens use it: calls wait for a living worker, streams end with theirs. */
export function openLine(line: WorkerLine<BimWorker>, life: AbortSignal): BimLine {
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
