// One city's news: takes readings as they come, makes one frame of all that came and hands it to every reader.

import type { LiveEvent } from '#contract/live-event.ts';
import { formatLiveFrame } from '#contract/live-frame.ts';
import type { ObservationBatch } from '../observation-batch.ts';
import { FrameRing, type FrameRingLimits } from './frame-ring.ts';
import { LatestValues, type LiveColumns } from './latest-values.ts';
import { PendingRows } from './pending-rows.ts';

export interface HubOptions {
  /** Tells this hub's sequences from those of every other and of every other start: 32 bits of chance. */
  readonly topic: number;
  /**
   * Sequence of the frame before the first. Milliseconds at the start: frames come slower than that, so a
   * sequence of an earlier start is not met again, and who asks for one gets a snapshot.
   */
  readonly startSequence: number;
  /** Clock of the source, ms UTC. */
  readonly sourceTimeMs: () => number;
  readonly ring?: FrameRingLimits;
}

/** Told after each tick and of each event. */
export interface HubListener {
  onFrame(): void;
  onEvent(text: string): void;
}

const DAY_MS = 86_400_000;
// A frame's times reach over 49 days. What is older is no news, and an instant far ahead is a wrong clock.
const OLDEST_MS = 45 * DAY_MS;
const AHEAD_MS = DAY_MS;
// More rows than this at once come from a clock run fast: a snapshot says as much in fewer bytes.
const MOST_ROWS = 65_536;

export class Hub {
  readonly #options: HubOptions;
  readonly #latest = new LatestValues();
  readonly #pending = new PendingRows();
  readonly #ring: FrameRing;
  readonly #listeners = new Set<HubListener>();
  #sequence: number;
  #isReplaced = false;
  #snapshot: Uint8Array | undefined;

  constructor(options: HubOptions) {
    this.#options = options;
    this.#sequence = options.startSequence;
    this.#ring = new FrameRing(options.startSequence + 1, options.ring);
  }

  /** Of the latest frame. */
  get sequence(): number {
    return this.#sequence;
  }

  get ringBytes(): number {
    return this.#ring.bytes;
  }

  get readers(): number {
    return this.#listeners.size;
  }

  /** Readings for the next frame. The batch is kept until then and not written to. */
  accept(batch: ObservationBatch): void {
    this.#pending.add(batch);
  }

  /** What is known from before, e.g. from storage; the next frame is a snapshot where anyone read one. */
  fill(batch: ObservationBatch): void {
    this.#latest.apply(batch);
    this.#snapshot = undefined;
    if (this.readers > 0 || this.#sequence > this.#options.startSequence) this.#isReplaced = true;
  }

  /** The source's clock went back to `instantMs`: what is later never was; the next frame is a snapshot. */
  rewind(instantMs: number): void {
    this.#pending.take(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    this.#latest.forgetAfter(instantMs);
    this.#snapshot = undefined;
    this.#isReplaced = true;
  }

  /** Makes the next frame: the rows since the last one, or everything where they would not tell it. */
  tick(): void {
    const [fromMs, toMs] = this.#window();
    const isSnapshot = this.#isReplaced || this.#pending.count > MOST_ROWS;
    const news = this.#pending.take(fromMs, toMs);
    this.#latest.apply(news);
    this.#isReplaced = false;
    this.#sequence += 1;
    this.#snapshot = undefined;
    const frame = isSnapshot ? this.snapshot() : this.#format(news, false);
    this.#ring.push(frame);
    for (const listener of this.#listeners) listener.onFrame();
  }

  tell(event: LiveEvent): void {
    const text = JSON.stringify(event);
    for (const listener of this.#listeners) listener.onEvent(text);
  }

  /** One frame: the latest value of every datastream, as the frames up to `sequence` made it. */
  snapshot(): Uint8Array {
    const [fromMs, toMs] = this.#window();
    this.#snapshot ??= this.#format(this.#latest.within(fromMs, toMs), true);
    return this.#snapshot;
  }

  /** Undefined where the ring no longer holds it. */
  findFrame(sequence: number): Uint8Array | undefined {
    return this.#ring.find(sequence);
  }

  /** Returns how to stop. */
  listen(listener: HubListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #window(): [number, number] {
    const nowMs = this.#options.sourceTimeMs();
    return [nowMs - OLDEST_MS, nowMs + AHEAD_MS];
  }

  #format(columns: LiveColumns, isSnapshot: boolean): Uint8Array {
    const frame = formatLiveFrame({
      ...columns,
      isSnapshot,
      sequence: this.#sequence,
      topic: this.#options.topic,
      sourceTimeMs: this.#options.sourceTimeMs(),
    });
    return new Uint8Array(frame);
  }
}
