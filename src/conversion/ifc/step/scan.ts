// Where the instances of a STEP file lie in its bytes: found in one pass, without parsing what they say.

import { signatureOf } from './signatures.ts';
import { endOfInstance, endOfOther, isDigit } from './statement.ts';
import { typeHash } from './type-hash.ts';
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
  /** Instances that are not put together as they should, first byte and the one after the last: not among
   * the instances that count. */
  readonly broken: readonly (readonly [start: number, end: number])[];
  /** Rows whose number an earlier row has. */
  readonly repeated: readonly number[];
  /** Row of an instance; undefined where the file lacks it. */
  rowOf(id: number): number | undefined;
}

export interface StepInstance {
  readonly id: number;
  /** In capitals, e.g. `IFCWALL`. */
  readonly type: string;
  readonly values: readonly StepValue[];
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
  const broken: [number, number][] = [];
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
    if (byte !== 0x23) {
      const close = endOfOther(bytes, start);
      if (close === 0) break;
      isWhole ||= isEndMark(bytes, start);
      at = close;
      end = at;
      continue;
    }
    let id = 0;
    for (at++; isDigit(bytes[at]); at++) id = id * 10 + bytes[at]! - 0x30;
    while (at < length && (bytes[at]! <= 0x20 || bytes[at] === 0x3d)) at++;
    let hash = 0x811c9dc5;
    const name = at;
    for (; at < length && isWordByte(bytes[at]!); at++) {
      const letter = bytes[at]!;
      hash = Math.imul(hash ^ (letter >= 0x61 ? letter - 0x20 : letter), 0x01000193);
    }
    const close = endOfInstance(bytes, name, signatureOf(hash >>> 0));
    if (close === 0) break;
    at = Math.abs(close);
    if (close < 0 || id === 0 || id > 0xffffffff) {
      broken.push([start, at]);
    } else {
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
    }
    end = at;
  }
  ids = ids.slice(0, count);
  const repeated: number[] = [];
  return {
    bytes,
    count,
    ids,
    starts: starts.slice(0, count),
    types: types.slice(0, count),
    end,
    isWhole,
    broken,
    rowOf: toRowFinder(ids, repeated),
    repeated,
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

/** By a table where numbers are dense, else by a map. @param repeated gets the rows that come too late. */
function toRowFinder(ids: Uint32Array, repeated: number[]): (id: number) => number | undefined {
  let greatest = 0;
  for (const id of ids) if (id > greatest) greatest = id;
  if (greatest <= 8 * ids.length + 1024) {
    const rows = new Uint32Array(greatest + 1);
    for (let row = 0; row < ids.length; row++) {
      if (rows[ids[row]!] === 0) rows[ids[row]!] = row + 1;
      else repeated.push(row);
    }
    return (id) => {
      const row = rows[id];
      return row ? row - 1 : undefined;
    };
  }
  const rows = new Map<number, number>();
  for (let row = 0; row < ids.length; row++) {
    if (rows.has(ids[row]!)) repeated.push(row);
    else rows.set(ids[row]!, row);
  }
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

const isWordByte = (byte: number) =>
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  isDigit(byte) ||
  byte === 0x5f;
