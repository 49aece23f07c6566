// One worker at the service of a session, from the first need to the session's end: when it dies, a new one is opened
// and serves on.

import type { Port, Protocol } from './port.ts';
import { type Kept, keepGoing, untilAborted } from './supervisor.ts';
import { followLife } from './worker-life.ts';
import { openLine, WorkerLine } from './worker-line.ts';

export interface KeptWork<P extends Protocol, Opened> extends Kept {
  readonly start: () => Port<P>;
  /** Prepares a fresh worker; only then it hears questions. */
  readonly open: (worker: Port<P>, signal: AbortSignal) => Promise<Opened>;
  /** Sets it to work; gives back how to leave it. `life` aborts when this worker is gone or the session ends. */
  readonly serve?: (
    worker: Port<P>,
    life: AbortSignal,
    opened: Opened,
  ) => readonly (() => void)[] | undefined;
}

export type Line<P extends Protocol> = Pick<Port<P>, 'call' | 'stream'>;

export interface KeptWorker<P extends Protocol> {
  /** Starts the first worker; nothing where that was done. */
  begin(): void;
  /** Questions wait for a living worker. */
  readonly line: Line<P>;
  /** The same; the first question starts the worker. */
  readonly startingLine: Line<P>;
}

export function keepWorker<P extends Protocol, Opened>({
  start,
  open,
  serve,
  ...kept
}: KeptWork<P, Opened>): KeptWorker<P> {
  const { signal } = kept;
  const waiting = new WorkerLine<Port<P>>();
  const line = openLine(waiting, signal);
  let hasBegun = false;

  function begin(): void {
    if (hasBegun || signal.aborted) return;
    hasBegun = true;
    void keepGoing(serveOnce, kept);
  }

  /** Goes on until the worker dies or the session ends, and throws the reason. */
  async function serveOnce(): Promise<void> {
    const { worker, death } = followLife(start());
    const life = new AbortController();
    const ends: (() => void)[] = [() => worker.close(), () => life.abort()];
    try {
      const opened = await Promise.race([open(worker, signal), death]);
      waiting.connect(worker);
      ends.push(() => waiting.disconnect());
      ends.push(...(serve?.(worker, AbortSignal.any([signal, life.signal]), opened) ?? []));
      await Promise.race([death, untilAborted(signal)]);
    } finally {
      for (const end of ends.reverse()) end();
    }
  }

  return {
    begin,
    line,
    startingLine: {
      call(name, params, options) {
        begin();
        return line.call(name, params, options);
      },
      stream(name, params, options) {
        begin();
        return line.stream(name, params, options);
      },
    },
  };
}
