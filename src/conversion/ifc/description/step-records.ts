// The records of a STEP file by type: rows of the index that all steps of the conversion share.

import type { StepIndex } from '../step/scan.ts';

export interface StepRecords {
  readonly bytes: Uint8Array;
  readonly count: number;
  /** By row, in the file's order: number of the entity. */
  readonly id: Uint32Array;
  /** Row in `types`. */
  readonly type: Uint32Array;
  /** Offset of the record's first byte. */
  readonly start: Uint32Array;
  /** Upper case, as they first appear. */
  readonly types: readonly string[];
  /** Row of an entity, -1 where the file has none; the first of several with one number. */
  rowOf(id: number): number;
  /** Rows of exactly this type, in the file's order. */
  rowsOf(type: string): Uint32Array;
}

const [SPACE, STAR, SLASH, EQUALS] = [0x20, 0x2a, 0x2f, 0x3d] as const;

export function toStepRecords({ bytes, count, ids, starts, ...index }: StepIndex): StepRecords {
  const types: string[] = [];
  const typeOfHash = new Map<number, number>();
  const type = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    const hash = index.types[row]!;
    let known = typeOfHash.get(hash);
    if (known === undefined) {
      known = types.length;
      typeOfHash.set(hash, known);
      types.push(readTypeName(bytes, starts[row]!));
    }
    type[row] = known;
  }
  const first = new Uint32Array(types.length + 1);
  for (const one of type) first[one + 1]!++;
  for (let row = 0; row < types.length; row++) first[row + 1]! += first[row]!;
  const next = first.slice();
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[next[type[row]!]!++] = row;
  const typeRows = new Map(types.map((name, row) => [name, row]));
  return {
    ...{ bytes, count, id: ids, type, start: starts, types },
    rowOf: (id) => index.rowOf(id) ?? -1,
    rowsOf(name) {
      const row = typeRows.get(name);
      return row === undefined ? rows.subarray(0, 0) : rows.subarray(first[row], first[row + 1]);
    },
  };
}

function readTypeName(bytes: Uint8Array, start: number): string {
  const equals = bytes.indexOf(EQUALS, start);
  const from = skipSpace(bytes, equals + 1);
  let to = from;
  while (isName(bytes[to] ?? 0)) to++;
  return String.fromCharCode(...bytes.subarray(from, to)).toUpperCase();
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
