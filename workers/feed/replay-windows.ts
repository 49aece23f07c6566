// Windows of the past, fetched from the server: the state at their start and every reading in them.

import type { LiveFrame } from '#contract/live-frame.ts';
import { CityState } from './city-state.ts';
import type { Rows } from './rows.ts';
import type { ServerRequests } from './server-requests.ts';

export interface Span {
  readonly fromMs: number;
  /** Readings up to but not including it. */
  readonly toMs: number;
  /** Thinned to buckets of so many seconds; undefined where every reading is there. */
  readonly everyS: number | undefined;
}

export interface ReplayWindow extends Span {
  /** The state at `fromMs`. */
  readonly start: CityState;
  /** In order of time. */
  readonly readings: LiveFrame;
}

/** About 45 MB. */
const MOST_READINGS = 1_500_000;

export class ReplayWindows {
  readonly #rows: Rows;
  readonly #server: Pick<ServerRequests, 'history' | 'snapshot'>;
  /** The latest used last. */
  readonly #windows: ReplayWindow[] = [];
  readonly #loading = new Map<string, { span: Span; abort: AbortController }>();

  constructor(rows: Rows, server: Pick<ServerRequests, 'history' | 'snapshot'>) {
    this.#rows = rows;
    this.#server = server;
  }

  /** The window that an instant lies in, every reading of it rather than thinned ones. */
  find(atMs: number, isExact: boolean): ReplayWindow | undefined {
    const fitting = this.#windows.filter(
      (window) => holds(window, atMs) && (!isExact || window.everyS === undefined),
    );
    const found = fitting.find(({ everyS }) => everyS === undefined) ?? fitting.at(-1);
    if (found) this.#windows.push(...this.#windows.splice(this.#windows.indexOf(found), 1));
    return found;
  }

  isLoading(span: Span): boolean {
    return this.#loading.has(keyOf(span));
  }

  /** Fetches a window; undefined where `keepLoading` ended it meanwhile. */
  async load(span: Span): Promise<ReplayWindow | undefined> {
    const abort = new AbortController();
    this.#loading.set(keyOf(span), { span, abort });
    try {
      const [start, readings] = await Promise.all([
        this.#startOf(span, abort.signal),
        this.#server.history(span, abort.signal),
      ]);
      const window = { ...span, start, readings };
      this.#windows.push(window);
      this.#evict();
      return window;
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    } finally {
      this.#loading.delete(keyOf(span));
    }
  }

  /** Ends the loading of all other windows. */
  keepLoading(spans: readonly Span[]): void {
    const kept = new Set(spans.map(keyOf));
    for (const [key, { abort }] of this.#loading) if (!kept.has(key)) abort.abort();
  }

  forget(window: ReplayWindow): void {
    const at = this.#windows.indexOf(window);
    if (at >= 0) this.#windows.splice(at, 1);
  }

  async #startOf({ fromMs }: Span, signal: AbortSignal): Promise<CityState> {
    const start = new CityState(this.#rows);
    const before = this.#windows.find(
      ({ toMs, everyS }) => toMs === fromMs && everyS === undefined,
    );
    if (before) {
      start.copyFrom(before.start);
      start.apply(before.readings);
    } else start.apply(await this.#server.snapshot(fromMs, signal));
    return start;
  }

  #evict(): void {
    let readings = 0;
    for (let at = this.#windows.length - 1; at >= 0; at -= 1) {
      readings += this.#windows[at]?.readings.datastream.length ?? 0;
      if (readings > MOST_READINGS && at < this.#windows.length - 1) {
        this.#windows.splice(0, at + 1);
        return;
      }
    }
  }
}

export const holds = ({ fromMs, toMs }: Span, atMs: number) => fromMs <= atMs && atMs < toMs;

const keyOf = ({ fromMs, toMs, everyS }: Span) => `${fromMs}/${toMs}/${everyS}`;
