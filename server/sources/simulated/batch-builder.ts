import type { ObservationBatch } from '../../observation-batch.ts';

/** Collects readings and gives them away as columns; what it holds grows and is used again. */
export class BatchBuilder {
  #count = 0;
  #datastream = new Uint32Array(1024);
  #timeMs = new Float64Array(1024);
  #value = new Float64Array(1024);
  #quality = new Uint8Array(1024);

  get count(): number {
    return this.#count;
  }

  add(datastream: number, timeMs: number, value: number, quality: number): void {
    if (this.#count === this.#datastream.length) this.#grow();
    this.#datastream[this.#count] = datastream;
    this.#timeMs[this.#count] = timeMs;
    this.#value[this.#count] = value;
    this.#quality[this.#count] = quality;
    this.#count += 1;
  }

  /** Everything since the last call, in order of time and, within an instant, of arrival. */
  take(): ObservationBatch {
    const count = this.#count;
    const order = Uint32Array.from({ length: count }, (_, row) => row);
    const times = this.#timeMs;
    order.sort((a, b) => times[a]! - times[b]! || a - b);
    const batch = {
      datastream: new Uint32Array(count),
      timeMs: new Float64Array(count),
      value: new Float64Array(count),
      quality: new Uint8Array(count),
    };
    for (let row = 0; row < count; row += 1) {
      const from = order[row]!;
      batch.datastream[row] = this.#datastream[from]!;
      batch.timeMs[row] = times[from]!;
      batch.value[row] = this.#value[from]!;
      batch.quality[row] = this.#quality[from]!;
    }
    this.#count = 0;
    return batch;
  }

  #grow(): void {
    const length = this.#datastream.length * 2;
    this.#datastream = grown(this.#datastream, new Uint32Array(length));
    this.#timeMs = grown(this.#timeMs, new Float64Array(length));
    this.#value = grown(this.#value, new Float64Array(length));
    this.#quality = grown(this.#quality, new Uint8Array(length));
  }
}

function grown<Column extends { set(from: Column): void }>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
