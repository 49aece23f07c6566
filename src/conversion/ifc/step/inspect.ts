// What an instance says together with all that it refers to: two instances with the same content have the
// same key, whatever their numbers. References that lead nowhere or in a circle are found on the way.

import type { StepIndex } from './scan.ts';
import { endOfComment } from './values.ts';

export interface Inspection {
  /** 53 bits of hash of the content. */
  readonly key: number;
  /** What is wrong with the references below, e.g. `it refers to #9, which the file lacks`. */
  readonly fault: string | undefined;
}

export interface Inspector {
  /** Looks at an instance and all below it, each once. */
  inspect(id: number): Inspection;
}

const NEW = 0;
const OPEN = 1;
const DONE = 2;

/**
 * @param companions instances that belong to the content of another without being referred to, e.g. its
 * style; what is wrong with them doesn't count.
 * @param isNameless whether the texts of a type, by its hash, are mere names that don't count.
 */
export function createInspector(
  index: StepIndex,
  companions: ReadonlyMap<number, readonly number[]>,
  isNameless: (typeHash: number) => boolean,
): Inspector {
  const { bytes, count, ids, starts, types } = index;
  const states = new Uint8Array(count);
  const firsts = new Uint32Array(count);
  const seconds = new Uint32Array(count);
  const faults = new Map<number, string>();
  const references: number[] = [];
  const frames: { row: number; next: number; readonly end: number; readonly from: number }[] = [];

  function mix(row: number, word: number) {
    firsts[row] = Math.imul(firsts[row]! ^ word, 0x85ebca6b) ^ (firsts[row]! >>> 13);
    seconds[row] = Math.imul(seconds[row]! ^ word, 0xc2b2ae35) ^ (seconds[row]! >>> 16);
  }

  function open(row: number) {
    states[row] = OPEN;
    const from = references.length;
    readText(row);
    const end = references.length;
    references.push(...(companions.get(ids[row]!) ?? []));
    frames.push({ row, next: from, end, from });
  }

  /** Hashes the values, without blanks and comments; references are collected, a mark stands for them. */
  function readText(row: number) {
    const skipsTexts = isNameless(types[row]!);
    let first = types[row]!;
    let second = ~types[row]!;
    let at = bytes.indexOf(0x28, starts[row]!);
    for (; at >= 0 && at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === 0x3b) break;
      if (byte <= 0x20) continue;
      if (byte === 0x23) {
        let target = 0;
        for (at++; bytes[at]! >= 0x30 && bytes[at]! <= 0x39; at++) {
          target = target * 10 + bytes[at]! - 0x30;
        }
        at--;
        references.push(target);
      } else if (byte === 0x27) {
        for (at++; bytes[at] !== 0x27 && at < bytes.length; at++) {
          if (skipsTexts) continue;
          first = Math.imul(first ^ bytes[at]!, 0x01000193);
          second = Math.imul(second + bytes[at]!, 0x9e3779b1) ^ (second >>> 15);
        }
      } else if (byte === 0x2f && bytes[at + 1] === 0x2a) {
        at = endOfComment(bytes, at) - 1;
        continue;
      }
      first = Math.imul(first ^ byte, 0x01000193);
      second = Math.imul(second + byte, 0x9e3779b1) ^ (second >>> 15);
    }
    firsts[row] = first;
    seconds[row] = second;
  }

  function circleFrom(row: number): string {
    const start = frames.findIndex((frame) => frame.row === row);
    const circle = [...frames.slice(start), { row }].map((frame) => `#${ids[frame.row]}`);
    const shown = circle.length > 6 ? [...circle.slice(0, 5), '…', circle.at(-1)] : circle;
    return `it refers to itself: ${shown.join(' → ')}`;
  }

  function run(root: number) {
    const depth = frames.length;
    open(root);
    while (frames.length > depth) {
      const frame = frames.at(-1)!;
      if (frame.next === references.length) {
        states[frame.row] = DONE;
        references.length = frame.from;
        frames.pop();
        const above = frames.at(-1);
        if (above && frames.length > depth) take(above, frame.row);
        continue;
      }
      const id = references[frame.next++]!;
      const row = index.rowOf(id);
      if (row === undefined) blame(frame, `it refers to #${id}, which the file lacks`);
      else if (states[row] === OPEN) blame(frame, circleFrom(row));
      else if (states[row] === DONE) take(frame, row);
      else open(row);
    }
  }

  function take(frame: { row: number; next: number; readonly end: number }, row: number) {
    mix(frame.row, firsts[row]!);
    mix(frame.row, seconds[row]!);
    const fault = faults.get(row);
    if (fault !== undefined) blame(frame, fault);
  }

  function blame({ row, next, end }: { row: number; next: number; end: number }, fault: string) {
    if (next <= end && !faults.has(row)) faults.set(row, fault);
  }

  return {
    inspect(id) {
      const row = index.rowOf(id);
      if (row === undefined) return { key: 0, fault: `it refers to #${id}, which the file lacks` };
      if (states[row] === NEW) run(row);
      const key = firsts[row]! * 0x200000 + (seconds[row]! & 0x1fffff);
      return { key, fault: faults.get(row) };
    },
  };
}
