// How a run shares the worker's thread with messages and keeps to the pace that a person set. Wall times are ms.

/** Longest piece of work between two looks at messages: what a person does gets through within two of them. */
export const SLICE_MS = 25;

export interface Yield {
  readonly pause: () => Promise<void>;
  readonly close: () => void;
}

/**
 * Lets messages and timers in. `setTimeout` would wait 4 ms in browsers, a sixth of a slice; a message channel is
 * drained a thousand messages at a time in Node, where `setImmediate` does what is wanted.
 */
export function createYield(): Yield {
  if (typeof setImmediate === 'function') {
    return { pause: () => new Promise((resolve) => setImmediate(resolve)), close: () => {} };
  }
  const { port1, port2 } = new MessageChannel();
  let go = () => {};
  port1.onmessage = () => go();
  return {
    pause: () =>
      new Promise((resolve) => {
        go = resolve;
        port2.postMessage(undefined);
      }),
    close: () => port1.close(),
  };
}

/** A signal that is aborted as soon as `isDue`, also in the middle of work that never lets go of the thread. */
export function createCut(isDue: () => boolean): AbortSignal {
  const { signal } = new AbortController();
  Object.defineProperty(signal, 'aborted', { get: isDue });
  return signal;
}

/** Most simulated seconds by a moment, at `factor` simulated seconds a second; a pause is not caught up with. */
export class Pacer {
  #factor: number;
  #fromMs = 0;
  #fromS = 0;

  constructor(factor: number) {
    this.#factor = factor;
  }

  get factor(): number {
    return this.#factor;
  }

  set(factor: number, nowMs: number, timeS: number): void {
    this.#factor = factor;
    this.restart(nowMs, timeS);
  }

  restart(nowMs: number, timeS: number): void {
    this.#fromMs = nowMs;
    this.#fromS = timeS;
  }

  allowedS(nowMs: number): number {
    if (this.#factor === Number.POSITIVE_INFINITY) return this.#factor;
    return this.#fromS + (this.#factor * (nowMs - this.#fromMs)) / 1000;
  }
}

const METER_MS = 1000;

/** Simulated seconds a second over the last second of work. */
export class RealTimeMeter {
  #marks: { readonly atMs: number; readonly timeS: number }[] = [];

  mark(atMs: number, timeS: number): void {
    this.#marks.push({ atMs, timeS });
    while (this.#marks.length > 2 && atMs - (this.#marks[1]?.atMs ?? atMs) >= METER_MS) {
      this.#marks.shift();
    }
  }

  reset(): void {
    this.#marks = [];
  }

  factor(): number {
    const first = this.#marks[0];
    const last = this.#marks.at(-1);
    if (!first || !last || last.atMs <= first.atMs) return 0;
    return ((last.timeS - first.timeS) * 1000) / (last.atMs - first.atMs);
  }
}
