// What comes on a channel, each frame once, just before a picture.

import type { Frames } from '#scene/frames.ts';

export interface Latest<Frame> {
  /** The newest frame where it is another than before; `undefined` in a box where it was taken back. */
  next(): { readonly frame: Frame | undefined } | undefined;
  readonly frame: Frame | undefined;
  /** The same frame counts as new once more. */
  again(): void;
}

/** `leastMs`: between two that are taken; the newest of those that come sooner waits. */
export function createLatest<Frame>(frames: Frames, channel: string, leastMs = 0): Latest<Frame> {
  let taken: Frame | undefined;
  let isFresh = true;
  let at = Number.NEGATIVE_INFINITY;
  return {
    next() {
      const frame = frames.peek<Frame>(channel);
      if (!isFresh && frame === taken) return undefined;
      const now = performance.now();
      if (!isFresh && now - at < leastMs && frame !== undefined) return undefined;
      at = now;
      isFresh = false;
      taken = frame;
      return { frame };
    },
    get frame() {
      return taken;
    },
    again() {
      isFresh = true;
    },
  };
}
