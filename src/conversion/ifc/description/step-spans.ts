// Strings of a file by their bytes, each known once: thousands of properties share a few names and values.

import { GrowingUint32 } from '../../geometry/growing.ts';
import { toStepText } from '../step/text.ts';

/** Row of no string. */
export const NO_SPAN = -1;

export interface StepSpans {
  /** Row of the bytes from start to end, the same for the same bytes. */
  rowOf(start: number, end: number): number;
  /** Decoded text of a row; empty for `NO_SPAN`. */
  text(row: number): string;
}

export function createStepSpans(bytes: Uint8Array): StepSpans {
  const [starts, ends] = [new GrowingUint32(), new GrowingUint32()];
  const texts: (string | undefined)[] = [];
  let slots = new Int32Array(1 << 12).fill(-1);

  function hashOf(start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    return hash ^ (hash >>> 15);
  }
  function isSame(row: number, start: number, end: number): boolean {
    const other = starts.values[row]!;
    if (ends.values[row]! - other !== end - start) return false;
    for (let place = end - start - 1; place >= 0; place--) {
      if (bytes[other + place] !== bytes[start + place]) return false;
    }
    return true;
  }
  function grow(): void {
    slots = new Int32Array(slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let row = 0; row < starts.length; row++) {
      let slot = hashOf(starts.values[row]!, ends.values[row]!) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = row;
    }
  }
  return {
    rowOf(start, end) {
      if (starts.length * 2 >= slots.length) grow();
      const mask = slots.length - 1;
      let slot = hashOf(start, end) & mask;
      for (let row = slots[slot]!; row >= 0; row = slots[slot]!) {
        if (isSame(row, start, end)) return row;
        slot = (slot + 1) & mask;
      }
      slots[slot] = starts.length;
      starts.push(start);
      ends.push(end);
      return starts.length - 1;
    },
    text(row) {
      if (row < 0) return '';
      texts[row] ??= toStepText(bytes, starts.values[row]!, ends.values[row]!);
      return texts[row];
    },
  };
}
