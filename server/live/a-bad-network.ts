// For tests of recovery with fake timers: what happens between a hub and one who reads it.

import { FrameReader, type Wire } from './frame-reader.ts';
import { Hub } from './hub.ts';

interface Listener {
  onMessage(data: unknown): void;
  onClose(reason: string): void;
}

/** A network between one hub and one line that does what a test tells it. */
export class BadNetwork {
  hub: Hub;
  isDown = false;
  isHeld = false;
  #drops = 0;
  #duplicates = 0;
  #startSequence: number;
  #starts = 0;
  /** Whether all that the connection sends is lost without a word. */
  #isBlackHole = false;
  /** What the connection has delivered. */
  #delivered: unknown[] = [];
  #held: (() => void)[] = [];
  #listener: Listener | undefined;
  #reader: FrameReader | undefined;

  constructor(startSequence: number) {
    this.#startSequence = startSequence;
    this.hub = this.#createHub();
  }

  #createHub = () =>
    new Hub({
      topic: this.#starts++,
      startSequence: this.#startSequence,
      sourceTimeMs: Date.now,
      ring: { bytes: 4000, frames: 20 },
    });

  connect = (since: number | undefined, listener: Listener) => {
    this.#leave();
    this.#listener = listener;
    const isMine = () => this.#listener === listener;
    setTimeout(() => {
      if (!isMine()) return;
      if (this.isDown) return this.cut();
      this.#reader = new FrameReader(this.hub, this.#wireTo(isMine), since);
    }, 10);
    return {
      close: () => {
        if (isMine()) this.#leave();
      },
    };
  };

  #wireTo(isMine: () => boolean): Wire {
    let bufferedBytes = 0;
    return {
      get bufferedBytes() {
        return bufferedBytes;
      },
      send: (data, onSent) => {
        bufferedBytes += data.length;
        const deliver = () => {
          bufferedBytes -= data.length;
          if (isMine()) this.#deliver(typeof data === 'string' ? data : data.slice().buffer);
          onSent();
        };
        if (this.isHeld) this.#held.push(deliver);
        else setTimeout(deliver, 5);
      },
      drop: () => this.cut(),
    };
  }

  #deliver(message: unknown): void {
    if (this.#isBlackHole) return;
    if (this.#drops > 0) {
      this.#drops -= 1;
      return;
    }
    this.#delivered.push(message);
    const copies = 1 + this.#duplicates;
    this.#duplicates = 0;
    for (let copy = 0; copy < copies; copy += 1) this.#listener?.onMessage(message);
  }

  swallow(): void {
    this.#isBlackHole = true;
  }

  dropNext(): void {
    this.#drops += 1;
  }

  duplicateNext(): void {
    this.#duplicates += 1;
  }

  /** Something that was delivered long ago comes once more. */
  echo(): void {
    const [oldest] = this.#delivered;
    if (oldest !== undefined) this.#listener?.onMessage(oldest);
  }

  release(): void {
    this.isHeld = false;
    for (const deliver of this.#held.splice(0)) setTimeout(deliver, 5);
  }

  cut(): void {
    const listener = this.#listener;
    this.#leave();
    listener?.onClose('cut');
  }

  /** `sequencesBy`: how much later the sequences of the new server begin. */
  restartServer(sequencesBy: number): void {
    this.cut();
    this.#startSequence += sequencesBy;
    this.hub = this.#createHub();
  }

  #leave(): void {
    this.#reader?.stop();
    this.#reader = undefined;
    this.#listener = undefined;
    this.#held = [];
    this.#isBlackHole = false;
    this.#delivered = [];
  }
}
