// Which columns of each padded row hold water: what lies outside is dry and still, and no sweep goes there. Spans are
// inclusive; an empty one has first > last.
import type { PaddedGround } from '../reference/padded-ground.ts';

export function createWetSpans({ width, height, stride }: PaddedGround, skipsDry: boolean) {
  const first = new Int32Array(height + 2);
  const last = new Int32Array(height + 2);
  /** Columns of each row that may change in the coming step: the span and its neighbours'. */
  const from = new Int32Array(height + 2);
  const to = new Int32Array(height + 2);

  first.fill(width + 1);

  return {
    ...{ first, last, from, to },
    /** Everything may be wet. */
    fill(): void {
      first.fill(1, 1, height + 1);
      last.fill(width, 1, height + 1);
    },
    touch(at: number): void {
      const row = Math.floor(at / stride);
      const column = at % stride;
      if (column < first[row]!) first[row] = column;
      if (column > last[row]!) last[row] = column;
    },
    /** From the spans to what has to be swept, the ring rows too. */
    widen(): void {
      for (let row = 0; row <= height + 1; row++) {
        let [least, most] = skipsDry ? [width + 1, 0] : [1, width];
        for (let near = Math.max(1, row - 1); near <= Math.min(height, row + 1); near++) {
          if (first[near]! > last[near]!) continue;
          least = Math.min(least, first[near]! - 1);
          most = Math.max(most, last[near]! + 1);
        }
        from[row] = Math.max(1, least);
        to[row] = Math.min(width, most);
      }
    },
  };
}

export type WetSpans = ReturnType<typeof createWetSpans>;
