import type { ObservationBatch } from '../observation-batch.ts';
import type { LiveColumns } from './latest-values.ts';

/** What arrived since the last tick, in the order of its arrival. */
export class PendingRows {
  #batches: ObservationBatch[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(batch: ObservationBatch): void {
    this.#batches.push(batch);
    this.#count += batch.datastream.length;
  }

  /** Takes out the rows with a time from `fromMs` to `toMs`, both included; the others are lost. */
  take(fromMs: number, toMs: number): LiveColumns {
    const datastream = new Uint32Array(this.#count);
    const timeMs = new Float64Array(this.#count);
    const value = new Float32Array(this.#count);
    const quality = new Uint8Array(this.#count);
    let kept = 0;
    for (const batch of this.#batches) {
      for (let row = 0; row < batch.datastream.length; row += 1) {
        if (!(batch.timeMs[row]! >= fromMs && batch.timeMs[row]! <= toMs)) continue;
        datastream[kept] = batch.datastream[row]!;
        timeMs[kept] = batch.timeMs[row]!;
        value[kept] = batch.value[row]!;
        quality[kept] = batch.quality[row]!;
        kept += 1;
      }
    }
    this.#batches = [];
    this.#count = 0;
    return {
      datastream: datastream.subarray(0, kept),
      timeMs: timeMs.subarray(0, kept),
      value: value.subarray(0, kept),
      quality: quality.subarray(0, kept),
    };
  }
}
