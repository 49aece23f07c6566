// Values of a STEP file (ISO 10303-21), read from its bytes.

import { toStepText } from './text.ts';

export type StepValue =
  | null
  | number
  | string
  | StepReference
  | StepEnumeration
  | StepTyped
  | readonly StepValue[];

export interface StepReference {
  readonly kind: 'reference';
  readonly id: number;
}

/** `.METRE.`, without its dots. */
export interface StepEnumeration {
  readonly kind: 'enumeration';
  readonly name: string;
}

/** `IFCLABEL('x')`: a value with its type. */
export interface StepTyped {
  readonly kind: 'typed';
  readonly type: string;
  readonly values: readonly StepValue[];
}

const utf8 = new TextDecoder();

/** Reads the list that begins with `(` at `start`; what is no value becomes null. `$` and `*` are null. */
export function parseStepList(bytes: Uint8Array, start: number): readonly StepValue[] {
  return new Reader(bytes, start).list();
}

export const referenceOf = (value: StepValue | undefined): number | undefined =>
  isObject(value) && value.kind === 'reference' ? value.id : undefined;

export const enumerationOf = (value: StepValue | undefined): string | undefined =>
  isObject(value) && value.kind === 'enumeration' ? value.name : undefined;

/** A number, bare or typed; undefined for what is none. */
export function numberOf(value: StepValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (isObject(value) && value.kind === 'typed') return numberOf(value.values[0]);
  return undefined;
}

export const listOf = (value: StepValue | undefined): readonly StepValue[] =>
  Array.isArray(value) ? value : [];

const isObject = (
  value: StepValue | undefined,
): value is StepReference | StepEnumeration | StepTyped =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class Reader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#at = start;
  }

  list(): StepValue[] {
    const values: StepValue[] = [];
    this.#at++;
    for (;;) {
      this.#skipBlanks();
      const byte = this.#bytes[this.#at];
      if (byte === undefined || byte === 0x3b) return values;
      if (byte === 0x29) {
        this.#at++;
        return values;
      }
      if (byte === 0x2c) this.#at++;
      else values.push(this.#value(byte));
    }
  }

  #value(byte: number): StepValue {
    const bytes = this.#bytes;
    if (byte === 0x28) return this.list();
    if (byte === 0x27) return this.#text();
    if (byte === 0x23) {
      const start = ++this.#at;
      this.#skipWhile(isDigit);
      return { kind: 'reference', id: Number(utf8.decode(bytes.subarray(start, this.#at))) };
    }
    if (byte === 0x2e) {
      const start = ++this.#at;
      this.#skipWhile((one) => one !== 0x2e && one !== 0x3b);
      return { kind: 'enumeration', name: utf8.decode(bytes.subarray(start, this.#at++)) };
    }
    if (byte === 0x24 || byte === 0x2a) {
      this.#at++;
      return null;
    }
    const start = this.#at;
    this.#skipWhile((one) => !isEnd(one));
    const word = utf8.decode(bytes.subarray(start, this.#at)).trim();
    this.#skipBlanks();
    if (bytes[this.#at] === 0x28) {
      return { kind: 'typed', type: word.toUpperCase(), values: this.list() };
    }
    if (this.#at === start) this.#at++;
    const number = word === '' ? Number.NaN : Number(word);
    return Number.isNaN(number) ? null : number;
  }

  #text(): string {
    const start = ++this.#at;
    const bytes = this.#bytes;
    for (;;) {
      const end = bytes.indexOf(0x27, this.#at);
      if (end < 0) {
        this.#at = bytes.length;
        return toStepText(bytes, start, bytes.length);
      }
      this.#at = end + 1;
      if (bytes[this.#at] !== 0x27) {
        return toStepText(bytes, start, end);
      }
      this.#at++;
    }
  }

  #skipWhile(isPart: (byte: number) => boolean) {
    const { length } = this.#bytes;
    while (this.#at < length && isPart(this.#bytes[this.#at]!)) this.#at++;
  }

  #skipBlanks() {
    const bytes = this.#bytes;
    for (;;) {
      this.#skipWhile((byte) => byte <= 0x20);
      if (bytes[this.#at] !== 0x2f || bytes[this.#at + 1] !== 0x2a) return;
      const close = endOfComment(bytes, this.#at);
      this.#at = close;
    }
  }
}

/** Byte after the `*` + `/` of the comment that begins at `start`. */
export function endOfComment(bytes: Uint8Array, start: number): number {
  for (let at = start + 2; ; at++) {
    at = bytes.indexOf(0x2a, at);
    if (at < 0) return bytes.length;
    if (bytes[at + 1] === 0x2f) return at + 2;
  }
}

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

const isEnd = (byte: number) =>
  byte === 0x2c || byte === 0x28 || byte === 0x29 || byte === 0x3b || byte <= 0x20 || byte === 0x2f;
