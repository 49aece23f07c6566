// The latest value of every datastream of one city: columns by slot, a slot for each datastream seen.

import type { LiveFrame } from '#contract/live-frame.ts';
import type { ObservationBatch } from '../observation-batch.ts';

export type LiveColumns = Pick<LiveFrame, 'datastream' | 'timeMs' | 'value' | 'quality'>;

export class LatestValues {
  readonly #slots = new Map<number, number>();
  #datastream = new Uint32Array(256);
  #timeMs = new Float64Array(256);
  #value = new Float32Array(256);
  #quality = new Uint8Array(256);

  /** Datastreams that have been seen. */
  get count(): number {
    return this.#slots.size;
  }

  /** Takes each row that is not older than what its datastream has; returns how many it took. */
  apply({ datastream, timeMs, value, quality }: ObservationBatch | LiveColumns): number {
    let taken = 0;
    for (let row = 0; row < datastream.length; row += 1) {
      const slot = this.#slotOf(datastream[row]!);
      // Written so that a time that is no number is never taken.
      if (!(timeMs[row]! >= this.#timeMs[slot]!)) continue;
      this.#timeMs[slot] = timeMs[row]!;
      this.#value[slot] = value[row]!;
      this.#quality[slot] = quality[row]!;
      taken += 1;
    }
    return taken;
  }

  /** Forgets what is later than `instantMs`: the source's clock went back. */
  forgetAfter(instantMs: number): void {
    for (let slot = 0; slot < this.count; slot += 1) {
      if (this.#timeMs[slot]! > instantMs) this.#timeMs[slot] = Number.NEGATIVE_INFINITY;
    }
  }

  /** Copies of the values with a time from `fromMs` to `toMs`, both included. */
  within(fromMs: number, toMs: number): LiveColumns {
    const slots: number[] = [];
    for (let slot = 0; slot < this.count; slot += 1) {
      if (this.#timeMs[slot]! >= fromMs && this.#timeMs[slot]! <= toMs) slots.push(slot);
    }
    return {
      datastream: Uint32Array.from(slots, (slot) => this.#datastream[slot]!),
      timeMs: Float64Array.from(slots, (slot) => this.#timeMs[slot]!),
      value: Float32Array.from(slots, (slot) => this.#value[slot]!),
      quality: Uint8Array.from(slots, (slot) => this.#quality[slot]!),
    };
  }

  #slotOf(datastream: number): number {
    const known = this.#slots.get(datastream);
    if (known !== undefined) return known;
    const slot = this.count;
    if (slot === this.#datastream.length) this.#grow();
    this.#slots.set(datastream, slot);
    this.#datastream[slot] = datastream;
    this.#timeMs[slot] = Number.NEGATIVE_INFINITY;
    return slot;
  }

  #grow(): void {
    const length = this.#datastream.length * 2;
    const [datastream, timeMs, value, quality] = [
      new Uint32Array(length),
      new Float64Array(length),
      new Float32Array(length),
      new Uint8Array(length),
    ];
    datastream.set(this.#datastream);
    timeMs.set(this.#timeMs);
    value.set(this.#value);
    quality.set(this.#quality);
    this.#datastream = datastream;
    this.#timeMs = timeMs;
    this.#value = value;
    this.#quality = quality;
  }
}
