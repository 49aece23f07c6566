// Where the records of a STEP file (ISO 10303-21) lie in its bytes: found in one pass, parsed only when asked
// for. An IFC engine's call per line costs more than the whole of this for files of any size.

import { GrowingUint32 } from '../../geometry/growing.ts';

export interface StepRecords {
  readonly bytes: Uint8Array;
  readonly count: number;
  /** By row, in the file's order: number of the entity. */
  readonly id: Uint32Array;
  /** Row in `types`. */
  readonly type: Uint32Array;
  /** Offset of the first byte behind the opening bracket. */
  readonly at: Uint32Array;
  /** Upper case, as they first appear. */
  readonly types: readonly string[];
  /** Row of an entity, -1 where the file has none; the last of several with one number. */
  rowOf(id: number): number;
  /** Rows of exactly this type, in the file's order. */
  rowsOf(type: string): Uint32Array;
}

const [SPACE, QUOTE, STAR, SLASH, HASH] = [0x20, 0x27, 0x2a, 0x2f, 0x23] as const;
const [SEMICOLON, EQUALS, OPEN] = [0x3b, 0x3d, 0x28] as const;
const TYPE_SLOTS = 1 << 13;

/** Finds the records of every DATA section. A record that isn't closed, as in a truncated file, is left out. */
export function scanStepRecords(bytes: Uint8Array): StepRecords {
  const [ids, kinds, offsets] = [new GrowingUint32(), new GrowingUint32(), new GrowingUint32()];
  const types = createTypeNames(bytes);
  const end = bytes.length;
  let at = 0;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte <= SPACE) {
      at++;
    } else if (byte === HASH) {
      let id = 0;
      for (at++; at < end && isDigit(bytes[at]!); at++) id = id * 10 + bytes[at]! - 0x30;
      at = skipSpace(bytes, at);
      if (bytes[at] !== EQUALS) {
        at = endOfStatement(bytes, at);
        continue;
      }
      at = skipSpace(bytes, at + 1);
      const nameAt = at;
      while (at < end && isName(bytes[at]!)) at++;
      const nameEnd = at;
      at = skipSpace(bytes, at);
      const bodyAt = at + 1;
      const isRecord = bytes[at] === OPEN && nameEnd > nameAt && id <= 0xffffffff;
      at = endOfStatement(bytes, at);
      if (isRecord && at <= end) {
        ids.push(id);
        kinds.push(types.rowOf(nameAt, nameEnd));
        offsets.push(bodyAt);
      }
    } else if (byte === SLASH && bytes[at + 1] === STAR) {
      at = skipSpace(bytes, at);
    } else {
      at = endOfStatement(bytes, at);
    }
  }
  return toRecords(bytes, ids.take(), kinds.take(), offsets.take(), types.names);
}

function toRecords(
  bytes: Uint8Array,
  id: Uint32Array,
  type: Uint32Array,
  at: Uint32Array,
  types: readonly string[],
): StepRecords {
  const rowOf = createRowLookup(id);
  const rowOfType = new Map(types.map((name, row) => [name, row]));
  const first = new Uint32Array(types.length + 1);
  for (const one of type) first[one + 1]!++;
  for (let row = 0; row < types.length; row++) first[row + 1]! += first[row]!;
  const next = first.slice();
  const rows = new Uint32Array(type.length);
  for (let row = 0; row < type.length; row++) rows[next[type[row]!]!++] = row;
  return {
    ...{ bytes, count: id.length, id, type, at, types, rowOf },
    rowsOf(name) {
      const row = rowOfType.get(name);
      return row === undefined ? rows.subarray(0, 0) : rows.subarray(first[row], first[row + 1]);
    },
  };
}

/** A table by number where numbers are dense, else hashed. */
function createRowLookup(id: Uint32Array): (id: number) => number {
  let greatest = 0;
  for (const one of id) if (one > greatest) greatest = one;
  if (greatest <= id.length * 4 + 65536) {
    const rowPlusOne = new Uint32Array(greatest + 1);
    for (let row = 0; row < id.length; row++) rowPlusOne[id[row]!] = row + 1;
    return (one) => (rowPlusOne[one] ?? 0) - 1;
  }
  const rows = new Map<number, number>();
  for (let row = 0; row < id.length; row++) rows.set(id[row]!, row);
  return (one) => rows.get(one) ?? -1;
}

function createTypeNames(bytes: Uint8Array) {
  const names: string[] = [];
  const starts: number[] = [];
  const slots = new Int32Array(TYPE_SLOTS).fill(-1);
  const overflow = new Map<string, number>();

  function add(start: number, end: number): number {
    names.push(String.fromCharCode(...bytes.subarray(start, end)).toUpperCase());
    starts.push(start);
    return names.length - 1;
  }
  function isSame(row: number, start: number, end: number): boolean {
    const other = starts[row]!;
    const length = end - start;
    if (names[row]!.length !== length) return false;
    for (let place = 0; place < length; place++) {
      if ((bytes[other + place]! | 0x20) !== (bytes[start + place]! | 0x20)) return false;
    }
    return true;
  }
  return {
    names,
    rowOf(start: number, end: number): number {
      let hash = 0x811c9dc5;
      for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at]! | 0x20), 0x01000193);
      let slot = (hash ^ (hash >>> 15)) & (TYPE_SLOTS - 1);
      for (let tries = 0; tries < 64; tries++) {
        const row = slots[slot]!;
        if (row < 0) {
          slots[slot] = add(start, end);
          return slots[slot]!;
        }
        if (isSame(row, start, end)) return row;
        slot = (slot + 1) & (TYPE_SLOTS - 1);
      }
      // Only a file of thousands of made-up types comes here.
      const name = String.fromCharCode(...bytes.subarray(start, end)).toUpperCase();
      const known = overflow.get(name) ?? add(start, end);
      overflow.set(name, known);
      return known;
    },
  };
}

/** Offset behind the next semicolon outside of strings and comments; beyond the bytes where there is none. */
function endOfStatement(bytes: Uint8Array, from: number): number {
  const end = bytes.length;
  let at = from;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte === SEMICOLON) return at + 1;
    if (byte === QUOTE) {
      const close = bytes.indexOf(QUOTE, at + 1);
      if (close < 0) return end + 1;
      at = close + 1;
    } else if (byte === SLASH && bytes[at + 1] === STAR) {
      at = skipSpace(bytes, at);
    } else {
      at++;
    }
  }
  return end + 1;
}

/** Skips white space and comments. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  const end = bytes.length;
  let at = from;
  while (at < end) {
    if (bytes[at]! <= SPACE) {
      at++;
    } else if (bytes[at] === SLASH && bytes[at + 1] === STAR) {
      at += 2;
      while (at < end && !(bytes[at] === STAR && bytes[at + 1] === SLASH)) at++;
      at += 2;
    } else {
      return at;
    }
  }
  return at;
}

export const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** Letters, digits and the underscore. */
export const isName = (byte: number) =>
  isDigit(byte) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  byte === 0x5f;
