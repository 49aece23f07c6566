// Where a statement of a STEP file ends, and whether its values are put together as they should.

import { kinds } from './signatures.ts';
import { endOfComment } from './values.ts';

// What may come next.
const VALUE = 0;
const SEPARATOR = 1;
/** After the name of a type only its bracket. */
const BRACKET = 2;

/**
 * Follows an instance from the byte after its number and `=`.
 * @param signature kinds that its values may have, in their order; further ones may be whatever.
 * @returns byte after the `;`; negative where something is wrong with what it says, then the byte at which to
 * go on; 0 where the file ends before.
 */
export function endOfInstance(
  bytes: Uint8Array,
  start: number,
  signature: Uint16Array | undefined,
): number {
  const { length } = bytes;
  let isSound = true;
  let depth = 0;
  let next = VALUE;
  /** Of the values of the instance, how many are passed. */
  let place = 0;
  let kind = 0;
  /** Kind of the list or typed value that is open among them. */
  let list = 0;
  for (let at = start; at < length; at++) {
    const byte = bytes[at]!;
    if (byte <= 0x20) continue;
    if (byte === 0x2c) {
      if (next !== SEPARATOR || depth === 0) isSound = false;
      next = VALUE;
      if (depth === 1) place++;
      continue;
    }
    if (byte === 0x28) {
      if (next === SEPARATOR) isSound = false;
      if (depth === 1) list = next === BRACKET ? kinds.typed : kinds.empty;
      else if (depth === 2 && list === kinds.empty)
        list = next === BRACKET ? kinds.others : kinds.lists;
      depth++;
      next = VALUE;
      continue;
    }
    if (byte === 0x3b) {
      const isFull = signature === undefined || place + 1 >= signature.length;
      return isSound && isFull && depth === 0 && next === SEPARATOR ? at + 1 : -(at + 1);
    }
    if (byte === 0x2f && bytes[at + 1] === 0x2a) {
      at = endOfComment(bytes, at) - 1;
      continue;
    }
    if (byte === 0x29) {
      if (next === BRACKET || --depth < 0) isSound = false;
      next = SEPARATOR;
      kind = list;
      if (depth !== 1) continue;
    } else {
      if (byte === 0x23) {
        // The `;` before is missing.
        if (next === SEPARATOR && depth <= 0) return -at;
        if (!isDigit(bytes[at + 1])) isSound = false;
        while (isDigit(bytes[at + 1])) at++;
        kind = kinds.reference;
      } else if (byte === 0x27) {
        kind = kinds.text;
        for (at++; bytes[at] !== 0x27 || bytes[at + 1] === 0x27; at++) {
          if (at >= length) return 0;
          if (bytes[at] === 0x27) at++;
          // A text that is never closed would take in all the rest.
          else if (bytes[at] === 0x0a && isInstance(bytes, at + 1)) return -at;
        }
      } else if (byte === 0x24 || byte === 0x2a) kind = kinds.none;
      else if (byte === 0x22) {
        at = closeOf(bytes, at, byte);
        kind = kinds.text;
      } else if (byte === 0x2e && isLetter(bytes[at + 1])) {
        while (isLetter(bytes[at + 1]) || isDigit(bytes[at + 1])) at++;
        if (bytes[++at] !== 0x2e) isSound = false;
        kind = kinds.enumeration;
      } else if (isLetter(byte)) {
        if (next !== VALUE) isSound = false;
        while (isLetter(bytes[at + 1]) || isDigit(bytes[at + 1])) at++;
        next = BRACKET;
        continue;
      } else {
        if (!isNumberByte(byte)) isSound = false;
        while (isNumberByte(bytes[at + 1])) at++;
        kind = kinds.number;
      }
      if (next !== VALUE) isSound = false;
      next = SEPARATOR;
    }
    if (depth === 1) {
      if (signature !== undefined && place < signature.length && (signature[place]! & kind) === 0) {
        isSound = false;
      }
    } else if (depth === 2 && list === kinds.empty) {
      if (kind === kinds.reference) list = kinds.references;
      else list = kind === kinds.number ? kinds.numbers : kinds.others;
    }
  }
  return 0;
}

/** Byte after the `;` of a statement that is no instance; 0 where the file ends before. */
export function endOfOther(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 0x3b) return at + 1;
    if (byte === 0x27) at = closeOf(bytes, at, byte);
    else if (byte === 0x2f && bytes[at + 1] === 0x2a) at = endOfComment(bytes, at) - 1;
  }
  return 0;
}

function closeOf(bytes: Uint8Array, start: number, quote: number): number {
  const close = bytes.indexOf(quote, start + 1);
  return close < 0 ? bytes.length : close;
}

/** Whether `#12=` stands at a byte. */
function isInstance(bytes: Uint8Array, start: number): boolean {
  let at = start;
  if (bytes[at] !== 0x23 || !isDigit(bytes[at + 1])) return false;
  for (at++; isDigit(bytes[at]); at++);
  while (bytes[at] === 0x20) at++;
  return bytes[at] === 0x3d;
}

export const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39;

const isLetter = (byte: number | undefined) =>
  byte !== undefined &&
  ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f);

/** Digits, point, signs and the mark of an exponent. */
const isNumberByte = (byte: number | undefined) =>
  isDigit(byte) ||
  byte === 0x2e ||
  byte === 0x2d ||
  byte === 0x2b ||
  byte === 0x45 ||
  byte === 0x65;
