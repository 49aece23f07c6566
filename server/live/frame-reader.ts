// Who reads a hub over one connection: gets every frame once and in order; who can't keep up gets the
// latest values instead of the frames between.

import type { Hub } from './hub.ts';

/** The part of a socket that a reader needs. */
export interface Wire {
  /** What was sent and has not left this process yet. */
  readonly bufferedBytes: number;
  /** Calls `onSent` when it has left this process or was lost. */
  send(data: Uint8Array | string, onSent: () => void): void;
  /** Ends a connection that reads nothing. */
  drop(): void;
}

const FULL_BYTES = 1024 * 1024;
const DRAINED_BYTES = FULL_BYTES / 4;
/** Events are small; a wire with so much waiting is dead in all but name. */
const STUCK_BYTES = 4 * FULL_BYTES;
/** Frames that one who catches up may fall further behind before it gets a snapshot. */
const MOST_LOST_GROUND = 30;

export class FrameReader {
  readonly #hub: Hub;
  readonly #wire: Wire;
  readonly #forget: () => void;
  /** Sequence of the next frame to send; undefined where a snapshot is. */
  #next: number | undefined;
  /** Frames that it may be behind without a snapshot: it began that far behind. */
  #allowance = 0;
  #isStopped = false;

  /** `since`: sequence of the last frame that the other end has. */
  constructor(hub: Hub, wire: Wire, since: number | undefined) {
    this.#hub = hub;
    this.#wire = wire;
    if (since !== undefined && this.#isHeld(since)) {
      this.#next = since + 1;
      this.#allowance = hub.sequence - since + MOST_LOST_GROUND;
    }
    this.#forget = hub.listen({
      onFrame: () => this.#pump(),
      onEvent: (text) => this.#tell(text),
    });
    this.#pump();
  }

  stop(): void {
    this.#isStopped = true;
    this.#forget();
  }

  #isHeld(since: number): boolean {
    return since === this.#hub.sequence || this.#hub.findFrame(since + 1) !== undefined;
  }

  #tell(text: string): void {
    if (this.#wire.bufferedBytes > STUCK_BYTES) this.#wire.drop();
    else this.#wire.send(text, () => {});
  }

  readonly #pump = (): void => {
    while (!this.#isStopped && this.#hasRoom()) {
      const frame = this.#take();
      if (!frame) return;
      this.#wire.send(frame, this.#pump);
    }
    if (this.#next !== undefined && this.#hub.sequence - this.#next >= this.#allowance) {
      this.#next = undefined;
    }
  };

  #hasRoom(): boolean {
    return this.#wire.bufferedBytes <= (this.#next === undefined ? DRAINED_BYTES : FULL_BYTES);
  }

  #take(): Uint8Array | undefined {
    if (this.#next !== undefined && this.#next > this.#hub.sequence) {
      this.#allowance = 0;
      return undefined;
    }
    const frame = this.#next === undefined ? undefined : this.#hub.findFrame(this.#next);
    this.#next = frame && this.#next !== undefined ? this.#next + 1 : this.#hub.sequence + 1;
    return frame ?? this.#hub.snapshot();
  }
}
