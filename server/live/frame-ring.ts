// The last frames of one topic, so that who was away gets what it missed. One frame is one buffer, made
// once and shared by every socket that sends it.

export interface FrameRingLimits {
  readonly bytes: number;
  readonly frames: number;
}

// 10,000 readings a second for 13 minutes, or 15 minutes of frames as often as they come.
export const defaultRingLimits: FrameRingLimits = { bytes: 100 * 1024 * 1024, frames: 2250 };

export class FrameRing {
  readonly #limits: FrameRingLimits;
  readonly #frames: (Uint8Array | undefined)[];
  #first: number;
  #next: number;
  #bytes = 0;

  constructor(firstSequence: number, limits = defaultRingLimits) {
    this.#limits = limits;
    this.#frames = new Array(limits.frames);
    this.#first = firstSequence;
    this.#next = firstSequence;
  }

  /** Sequence of the oldest frame held; one after the latest where none is. */
  get first(): number {
    return this.#first;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Adds the frame with the next sequence and lets the oldest go until the limits are kept. */
  push(frame: Uint8Array): void {
    if (this.#next - this.#first === this.#limits.frames) this.#dropFirst();
    this.#frames[this.#placeOf(this.#next)] = frame;
    this.#next += 1;
    this.#bytes += frame.byteLength;
    while (this.#bytes > this.#limits.bytes && this.#first < this.#next) this.#dropFirst();
  }

  /** Undefined where it is gone or not made yet. */
  find(sequence: number): Uint8Array | undefined {
    if (!(sequence >= this.#first && sequence < this.#next)) return undefined;
    return this.#frames[this.#placeOf(sequence)];
  }

  #placeOf(sequence: number): number {
    return sequence % this.#limits.frames;
  }

  #dropFirst(): void {
    const place = this.#placeOf(this.#first);
    this.#bytes -= this.#frames[place]?.byteLength ?? 0;
    this.#frames[place] = undefined;
    this.#first += 1;
  }
}
