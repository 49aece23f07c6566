import { type LiveFrame, parseLiveFrame } from '#contract/live-frame.ts';
import type { Wire } from './frame-reader.ts';

/** A wire that keeps what it is given; while it is shut, nothing leaves it. */
export class TestWire implements Wire {
  readonly received: (LiveFrame | string)[] = [];
  isShut = false;
  isDropped = false;
  bufferedBytes = 0;
  #waiting: (() => void)[] = [];
  send(data: Uint8Array | string, onSent: () => void): void {
    const bytes = data.length;
    this.bufferedBytes += bytes;
    this.#waiting.push(() => {
      this.bufferedBytes -= bytes;
      this.received.push(typeof data === 'string' ? data : parseSent(data));
      onSent();
    });
    if (!this.isShut) this.open();
  }
  open(): void {
    this.isShut = false;
    queueMicrotask(() => {
      while (!this.isShut && this.#waiting.length > 0) this.#waiting.shift()?.();
    });
  }
  drop(): void {
    this.isDropped = true;
  }
  get frames(): LiveFrame[] {
    return this.received.filter((one) => typeof one !== 'string');
  }
}

export const parseSent = (bytes: Uint8Array) =>
  parseLiveFrame(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
