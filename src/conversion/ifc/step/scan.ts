// Where the instances of a STEP file lie in its bytes: found in one pass, without parsing what they say.

import { endOfComment, parseStepList, type StepValue } from './values.ts';

export interface StepIndex {
  readonly bytes: Uint8Array;
  /** Instances in the order of the file. */
  readonly count: number;
  readonly ids: Uint32Array;
  /** Byte of the `#` of an instance. */
  readonly starts: Uint32Array;
  /** Hash of the type's name, see `typeHash`. */
  readonly types: Uint32Array;
  /** Byte after the `;` of the last whole statement. */
  readonly end: number;
  /** Whether the file ends as it should. */
  readonly isWhole: boolean;
  /** Whether some instance refers to itself or to one with a greater number: only then can there be cycles. */
  readonly hasForwardReferences: boolean;
  /** Row of an instance; undefined where the file lacks it. */
  rowOf(id: number): number | undefined;
}

export interface StepInstance {
  readonly id: number;
  /** In capitals, e.g. `IFCWALL`. */
  readonly type: string;
  readonly values: readonly StepValue[];
}

/** FNV-1a of the name in capitals. */
export function typeHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Finds the instances of a STEP file. What is no statement is passed over. */
export function scanStep(bytes: Uint8Array): StepIndex {
  const { length } = bytes;
  let capacity = Math.max(64, Math.ceil(length / 48));
  let ids = new Uint32Array(capacity);
  let starts = new Uint32Array(capacity);
  let types = new Uint32Array(capacity);
  let count = 0;
  let end = 0;
  let isWhole = false;
  let hasForwardReferences = false;
  let at = 0;
  while (at < length) {
    const byte = bytes[at]!;
    if (byte <= 0x20) {
      at++;
      continue;
    }
    if (byte === 0x2f && bytes[at + 1] === 0x2a) {
      at = endOfComment(bytes, at);
      continue;
    }
    const start = at;
    let id = 0;
    let hash = 0x811c9dc5;
    if (byte === 0x23) {
      for (at++; isDigit(bytes[at]); at++) id = id * 10 + bytes[at]! - 0x30;
      while (at < length && (bytes[at]! <= 0x20 || bytes[at] === 0x3d)) at++;
      for (; at < length && isWordByte(bytes[at]!); at++) {
        const letter = bytes[at]!;
        hash = Math.imul(hash ^ (letter >= 0x61 ? letter - 0x20 : letter), 0x01000193);
      }
    }
    // To the `;`, not in a text or a comment.
    for (; at < length; at++) {
      const one = bytes[at]!;
      if (one === 0x3b) break;
      if (one === 0x27) {
        do at++;
        while (at < length && bytes[at] !== 0x27);
      } else if (one === 0x23) {
        let target = 0;
        while (isDigit(bytes[at + 1])) target = target * 10 + bytes[++at]! - 0x30;
        if (target >= id) hasForwardReferences = true;
      } else if (one === 0x2f && bytes[at + 1] === 0x2a) {
        at = endOfComment(bytes, at) - 1;
      }
    }
    if (at >= length) break;
    at++;
    if (byte === 0x23 && id > 0 && id <= 0xffffffff) {
      if (count === capacity) {
        capacity = Math.ceil(capacity * 1.5);
        ids = grown(ids, capacity);
        starts = grown(starts, capacity);
        types = grown(types, capacity);
      }
      ids[count] = id;
      starts[count] = start;
      types[count] = hash >>> 0;
      count++;
    } else if (byte === 0x45 || byte === 0x65) {
      isWhole ||= isEndMark(bytes, start);
    }
    end = at;
  }
  ids = ids.slice(0, count);
  return {
    bytes,
    count,
    ids,
    starts: starts.slice(0, count),
    types: types.slice(0, count),
    end,
    isWhole,
    hasForwardReferences,
    rowOf: toRowFinder(ids),
  };
}

/** Rows of the instances of a type, its name in capitals. */
export function rowsOfType({ types, count }: StepIndex, name: string): readonly number[] {
  const hash = typeHash(name);
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (types[row] === hash) rows.push(row);
  return rows;
}

/** What an instance says; undefined where the file lacks it. */
export function instanceOf(index: StepIndex, id: number | undefined): StepInstance | undefined {
  const row = id === undefined ? undefined : index.rowOf(id);
  return row === undefined ? undefined : instanceAt(index, row);
}

export function instanceAt(index: StepIndex, row: number): StepInstance {
  const { type, list } = openingOf(index, row);
  return { id: index.ids[row] ?? 0, type, values: parseStepList(index.bytes, list) };
}

/** Name of an instance's type in capitals. */
export const typeAt = (index: StepIndex, row: number): string => openingOf(index, row).type;

/** Byte of the `(` of an instance's values. */
export const listStartAt = (index: StepIndex, row: number): number => openingOf(index, row).list;

/** Line of a byte, from 1. */
export function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < offset; at = bytes.indexOf(0x0a, at + 1))
    line++;
  return line;
}

function openingOf({ bytes, starts }: StepIndex, row: number) {
  let at = bytes.indexOf(0x3d, starts[row]) + 1;
  while (bytes[at]! <= 0x20) at++;
  const name = at;
  while (at < bytes.length && isWordByte(bytes[at]!)) at++;
  const type = String.fromCharCode(...bytes.subarray(name, at)).toUpperCase();
  while (at < bytes.length && bytes[at] !== 0x28) at++;
  return { type, list: at };
}

/** By a table where numbers are dense, else by bisection. */
function toRowFinder(ids: Uint32Array): (id: number) => number | undefined {
  let greatest = 0;
  for (const id of ids) if (id > greatest) greatest = id;
  if (greatest <= 8 * ids.length + 1024) {
    const rows = new Uint32Array(greatest + 1);
    for (let row = 0; row < ids.length; row++) rows[ids[row]!] = row + 1;
    return (id) => {
      const row = rows[id];
      return row ? row - 1 : undefined;
    };
  }
  const rows = new Map<number, number>();
  for (let row = 0; row < ids.length; row++) rows.set(ids[row]!, row);
  return (id) => rows.get(id);
}

function isEndMark(bytes: Uint8Array, start: number): boolean {
  const mark = 'END-ISO-10303-21';
  for (let at = 0; at < mark.length; at++) {
    if ((bytes[start + at]! & ~0x20) !== (mark.charCodeAt(at) & ~0x20)) return false;
  }
  return true;
}

function grown(values: Uint32Array<ArrayBuffer>, capacity: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(capacity);
  larger.set(values);
  return larger;
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;

const isWordByte = (byte: number) =>
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  isDigit(byte) ||
  byte === 0x5f;
