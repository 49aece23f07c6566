// The past as if it were the present: the state at whatever instant the page's clock shows.

import { CityState } from './city-state.ts';
import { chooseSpan, SETTLING_MS } from './replay-span.ts';
import { type ReplayWindow, ReplayWindows, type Span } from './replay-windows.ts';
import type { Rows } from './rows.ts';
import type { ServerRequests } from './server-requests.ts';

export interface ReplayOptions {
  readonly rows: Rows;
  readonly server: Pick<ServerRequests, 'history' | 'snapshot'>;
  /** Clock of the source now, ms UTC. */
  readonly presentMs: () => number;
  /** The state, the instant or how the loading goes has changed. */
  readonly onChange: () => void;
}

const RETRY_MS = 2000;
/** What is coming is fetched so long before it is shown, s of wall time. */
const AHEAD_S = 3;
/** Whoever stands so near to the edge of a window, as a share of it, may step over. */
const EDGE = 0.25;

export class Replay {
  readonly state: CityState;
  readonly #options: ReplayOptions;
  readonly #windows: ReplayWindows;
  /** Where the state is: its window, how many readings of it are in, the instant. */
  #place:
    | { readonly window: ReplayWindow; readonly readings: number; readonly atMs: number }
    | undefined;
  #target: { readonly atMs: number; readonly rate: number } | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #problem: string | undefined;
  #isLoading = false;

  constructor(options: ReplayOptions) {
    this.#options = options;
    this.#windows = new ReplayWindows(options.rows, options.server);
    this.state = new CityState(options.rows);
  }

  /** The instant that the state is of; NaN before the first. */
  get atMs(): number {
    return this.#place?.atMs ?? Number.NaN;
  }

  /** Whether the instant asked for is still on its way. */
  get isLoading(): boolean {
    return this.#isLoading;
  }

  get problem(): string | undefined {
    return this.#problem;
  }

  /** Shows an instant, now or as soon as its readings are there; the latest call counts. */
  seek(atMs: number, rate: number): void {
    this.#target = { atMs, rate };
    this.#advance();
  }

  stop(): void {
    this.#target = undefined;
    clearTimeout(this.#retry);
    this.#windows.keepLoading([]);
  }

  #advance(): void {
    if (!this.#target) return;
    const { atMs, rate } = this.#target;
    const wanted = this.#spanAt(atMs, rate);
    const next = this.#nextOf(wanted, atMs, rate);
    this.#windows.keepLoading(next ? [wanted, next] : [wanted]);
    const isExact = wanted.everyS === undefined && rate === 0;
    const window = this.#windows.find(atMs, isExact);
    this.#isLoading = window === undefined;
    const shown = window ?? this.#windows.find(atMs, false);
    if (shown) this.#moveTo(shown, atMs);
    if (!window) void this.#load(wanted);
    else if (next && !this.#windows.find(next.fromMs, isExact)) void this.#load(next);
    this.#options.onChange();
  }

  /** The window that is likely to be wanted after this one; undefined where the place doesn't tell. */
  #nextOf({ fromMs, toMs }: Span, atMs: number, rate: number): Span | undefined {
    if (rate !== 0) return this.#spanAt(atMs + rate * AHEAD_S * 1000, rate);
    const share = (atMs - fromMs) / (toMs - fromMs);
    if (share < EDGE) return this.#spanAt(fromMs - 1, 0);
    return share > 1 - EDGE && toMs < this.#options.presentMs() - SETTLING_MS
      ? this.#spanAt(toMs, 0)
      : undefined;
  }

  #spanAt(atMs: number, rate: number): Span {
    return chooseSpan(this.#options.rows, atMs, rate, this.#options.presentMs());
  }

  #moveTo(window: ReplayWindow, atMs: number): void {
    const before = this.#place;
    const isForth = before?.window === window && before.atMs <= atMs;
    if (!isForth) this.state.copyFrom(window.start);
    const from = isForth ? before.readings : 0;
    const to = Math.max(from, countUntil(window.readings.timeMs, atMs));
    this.state.apply(window.readings, undefined, from, to);
    this.#place = { window, readings: to, atMs };
  }

  async #load(span: Span): Promise<void> {
    if (this.#windows.isLoading(span)) return;
    clearTimeout(this.#retry);
    try {
      const window = await this.#windows.load(span);
      if (!window) return;
      this.#problem = undefined;
      // What may lack its youngest readings is not kept.
      const isSettled = window.toMs <= this.#options.presentMs() - SETTLING_MS;
      if (!isSettled) setTimeout(() => this.#windows.forget(window), RETRY_MS);
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
      this.#options.onChange();
      this.#retry = setTimeout(() => this.#advance(), RETRY_MS);
      return;
    }
    this.#advance();
  }
}

/** How many of the sorted times are not after `atMs`. */
function countUntil(timeMs: Float64Array, atMs: number): number {
  let [low, high] = [0, timeMs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeMs[middle]! <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
