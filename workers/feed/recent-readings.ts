// The readings of the last minutes of every datastream in a bounded number of bytes: one ring of readings
// in the order of their arrival, each with the way back to the one before it of the same row.

const CHUNK = 65_536;
const BYTES_PER_READING = 8 + 8 + 4 + 1;

interface Chunk {
  readonly timeMs: Float64Array;
  readonly value: Float64Array;
  /** How many readings before this one the row's last one lies; 0 where there is none. */
  readonly back: Uint32Array;
  readonly quality: Uint8Array;
  latestMs: number;
}

export interface ReadingColumns {
  readonly timeMs: Float64Array;
  readonly value: Float64Array;
  readonly quality: Uint8Array;
}

export class RecentReadings {
  readonly #chunks: Chunk[] = [];
  readonly #capacity: number;
  /** By row: how many readings there had been with its latest one; 0 where it has none. */
  readonly #last: Float64Array;
  /** Readings so far, and those of them that are gone. */
  #count = 0;
  #gone = 0;
  #coveredFromMs = Number.POSITIVE_INFINITY;

  constructor(rows: number, limitBytes: number) {
    this.#last = new Float64Array(rows);
    this.#capacity = Math.max(2, Math.floor(limitBytes / BYTES_PER_READING / CHUNK));
  }

  get bytes(): number {
    return this.#chunks.length * CHUNK * BYTES_PER_READING;
  }

  /** From this instant of the source on, every reading that came is here. */
  get coveredFromMs(): number {
    return this.#coveredFromMs;
  }

  /** What came before `instantMs` is not all here. */
  breakAt(instantMs: number): void {
    this.#coveredFromMs = instantMs;
  }

  /** The source's clock went back: what is here may never have been. */
  clear(): void {
    this.#last.fill(0);
    this.#gone = this.#count;
    this.#coveredFromMs = Number.POSITIVE_INFINITY;
  }

  add(row: number, timeMs: number, value: number, quality: number): void {
    const offset = this.#count % CHUNK;
    const chunk = offset === 0 ? this.#begin() : this.#chunkOf(this.#count);
    const last = this.#last[row]!;
    chunk.timeMs[offset] = timeMs;
    chunk.value[offset] = value;
    chunk.quality[offset] = quality;
    chunk.back[offset] = last <= this.#gone ? 0 : this.#count + 1 - last;
    if (timeMs > chunk.latestMs) chunk.latestMs = timeMs;
    this.#count += 1;
    this.#last[row] = this.#count;
  }

  /** Readings of a row in order of time, up to but not including `toMs`; of one instant the last to come. */
  find(row: number, fromMs: number, toMs: number): ReadingColumns {
    const places: number[] = [];
    let at = this.#last[row]! - 1;
    while (at >= this.#gone) {
      const { timeMs, back } = this.#chunkOf(at);
      const time = timeMs[at % CHUNK]!;
      if (time >= fromMs && time < toMs) places.push(at);
      const step = back[at % CHUNK]!;
      if (step === 0) break;
      at -= step;
    }
    const timeOf = (place: number) => this.#chunkOf(place).timeMs[place % CHUNK]!;
    // The latest to come stands first, and a stable sort keeps it first among its equals.
    const sorted = places.sort((a, b) => timeOf(a) - timeOf(b));
    const kept = sorted.filter(
      (place, index) => index === 0 || timeOf(place) !== timeOf(sorted[index - 1]!),
    );
    return {
      timeMs: Float64Array.from(kept, timeOf),
      value: Float64Array.from(kept, (place) => this.#chunkOf(place).value[place % CHUNK]!),
      quality: Uint8Array.from(kept, (place) => this.#chunkOf(place).quality[place % CHUNK]!),
    };
  }

  #chunkOf(place: number): Chunk {
    return this.#chunks[Math.floor(place / CHUNK) % this.#capacity]!;
  }

  /** A chunk for the next readings: a new one, or the oldest, whose readings go. */
  #begin(): Chunk {
    const place = (this.#count / CHUNK) % this.#capacity;
    const old = this.#chunks[place];
    if (old) {
      this.#gone = Math.max(this.#gone, this.#count - (this.#capacity - 1) * CHUNK);
      // One millisecond later, so that readings of that very instant are not taken for complete.
      this.#coveredFromMs = Math.max(this.#coveredFromMs, old.latestMs + 1);
      old.latestMs = Number.NEGATIVE_INFINITY;
      return old;
    }
    const chunk: Chunk = {
      timeMs: new Float64Array(CHUNK),
      value: new Float64Array(CHUNK),
      back: new Uint32Array(CHUNK),
      quality: new Uint8Array(CHUNK),
      latestMs: Number.NEGATIVE_INFINITY,
    };
    this.#chunks[place] = chunk;
    return chunk;
  }
}
