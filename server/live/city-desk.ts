// One city's hub with the clock that its readings live in and the pace of its frames.

import type { LiveClock } from '#contract/live-event.ts';
import type { ObservationBatch } from '../observation-batch.ts';
import type { SourceClock } from '../sources/source.ts';
import { Hub } from './hub.ts';
import type { CreatePace, Pace } from './pace.ts';

export interface CityDeskOptions {
  readonly topic: number;
  readonly startSequence: number;
  /** A source may start after its city was opened. */
  readonly findClock: () => SourceClock | undefined;
  readonly latest: (atMs: number) => Promise<ObservationBatch>;
  readonly now: () => number;
  readonly createPace: CreatePace;
  readonly report: (sentence: string) => void;
}

export class CityDesk {
  readonly hub: Hub;
  readonly #options: CityDeskOptions;
  readonly #pace: Pace;
  #watched: SourceClock | undefined;
  #unwatch: () => void = () => {};
  #lastSourceMs: number;
  #refills = 0;

  constructor(options: CityDeskOptions) {
    this.#options = options;
    this.hub = new Hub({
      topic: options.topic,
      startSequence: options.startSequence,
      sourceTimeMs: () => this.clock().nowMs,
    });
    this.#watch();
    this.#lastSourceMs = this.clock().nowMs;
    this.#pace = options.createPace(() => this.#tick());
  }

  clock(): LiveClock {
    const clock = this.#options.findClock();
    const { nowMs, rate } = clock?.read() ?? { nowMs: this.#options.now(), rate: 1 };
    return { nowMs, rate, isSettable: clock?.set !== undefined };
  }

  /** Undefined where the time is nobody's to set. */
  get setClock(): SourceClock['set'] {
    return this.#options.findClock()?.set;
  }

  /** Readings for the next frame, which is not far. */
  accept(batch: ObservationBatch): void {
    this.hub.accept(batch);
    this.#pace.news();
  }

  /** Takes the latest values from storage, as of the source's present. */
  async refill(): Promise<void> {
    this.#refills += 1;
    const refill = this.#refills;
    try {
      const batch = await this.#options.latest(this.clock().nowMs);
      // The clock may have gone further back meanwhile, and what was read never was.
      if (refill === this.#refills) this.hub.fill(batch);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#options.report(`the latest values can't be read: ${why}.`);
    }
  }

  stop(): void {
    this.#pace.stop();
    this.#unwatch();
  }

  #tick(): void {
    if (this.#options.findClock() !== this.#watched) {
      this.#watch();
      this.#onClock();
    }
    this.#lastSourceMs = this.clock().nowMs;
    this.hub.tick();
  }

  #watch(): void {
    this.#unwatch();
    this.#watched = this.#options.findClock();
    this.#unwatch = this.#watched?.watch(() => this.#onClock()) ?? (() => {});
  }

  #onClock(): void {
    const clock = this.clock();
    if (clock.nowMs < this.#lastSourceMs) {
      this.#lastSourceMs = clock.nowMs;
      this.hub.rewind(clock.nowMs);
      void this.refill().then(() => this.#pace.news());
    }
    this.hub.tell({ kind: 'clock', clock });
  }
}
