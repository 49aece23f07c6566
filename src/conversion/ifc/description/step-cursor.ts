// Reads the arguments of a record one after the other. What isn't of the asked kind counts as absent and is
// passed over, so that a malformed record never stops a file.

import { isDigit, isName, type StepRecords, skipSpace } from './step-records.ts';
import { NO_SPAN, type StepSpans } from './step-spans.ts';

/** Absent ($ and *), a number, a string, #12, .WORD., IFCLABEL('x'), a list. */
export type StepValue =
  | undefined
  | number
  | string
  | { readonly reference: number }
  | { readonly word: string }
  | { readonly type: string; readonly value: StepValue }
  | readonly StepValue[];

/** A simple value with the name of its type, as `StepCursor.simple` fills it in. */
export interface SimpleValue {
  /** Span of the type's name, NO_SPAN where the value has none. */
  type: number;
  kind: 'absent' | 'text' | 'number' | 'word' | 'other';
  /** Of a text or a word. */
  span: number;
  number: number;
}

const [QUOTE, OPEN, CLOSE, COMMA, DOT] = [0x27, 0x28, 0x29, 0x2c, 0x2e] as const;
const [HASH, DOUBLE_QUOTE, MINUS, PLUS, SLASH] = [0x23, 0x22, 0x2d, 0x2b, 0x2f] as const;
const MAX_DEPTH = 64;

export class StepCursor {
  readonly #bytes: Uint8Array;
  readonly #records: StepRecords;
  readonly #spans: StepSpans;
  #at = 0;

  constructor(records: StepRecords, spans: StepSpans) {
    this.#bytes = records.bytes;
    this.#records = records;
    this.#spans = spans;
  }

  /** Where it stands; to be given back only. */
  get at(): number {
    return this.#at;
  }

  set at(at: number) {
    this.#at = at;
  }

  /** Goes to an argument of a record, the first is 0. */
  begin(row: number, argument = 0): this {
    let at = this.#records.start[row] ?? this.#bytes.length;
    while (at < this.#bytes.length && this.#bytes[at] !== OPEN) at++;
    this.#at = at + 1;
    return this.skip(argument);
  }

  skip(count = 1): this {
    for (let done = 0; done < count; done++) this.#next();
    return this;
  }

  /** Number of the entity, 0 where it is absent. */
  reference(): number {
    this.#space();
    const id = this.#bytes[this.#at] === HASH ? this.#id() : 0;
    this.#next();
    return id;
  }

  /** Numbers of a list's entities, or of the one that stands where a list should. */
  references(): number[] {
    const found: number[] = [];
    this.#space();
    if (this.#bytes[this.#at] === HASH) {
      found.push(this.#id());
    } else if (this.#bytes[this.#at] === OPEN) {
      for (this.#at++; this.#at < this.#bytes.length; ) {
        this.#space();
        if (this.#bytes[this.#at] === CLOSE) break;
        if (this.#bytes[this.#at] === HASH) found.push(this.#id());
        this.#next();
      }
      this.#at++;
    }
    this.#next();
    return found;
  }

  /** Span of a string, NO_SPAN where it is absent. */
  span(): number {
    this.#space();
    const span = this.#bytes[this.#at] === QUOTE ? this.#string() : NO_SPAN;
    this.#next();
    return span;
  }

  /** Span of the argument as it is written, white space and all. */
  raw(): number {
    this.#space();
    const start = this.#at;
    this.#pass();
    const span = this.#spans.rowOf(start, this.#at);
    this.#next();
    return span;
  }

  text(): string | undefined {
    const span = this.span();
    return span < 0 ? undefined : this.#spans.text(span);
  }

  /** What stands between dots. */
  word(): string | undefined {
    this.#space();
    const span = this.#bytes[this.#at] === DOT ? this.#word() : NO_SPAN;
    this.#next();
    return span < 0 ? undefined : this.#spans.text(span);
  }

  /** NaN where it is absent. A measure may stand in its type. */
  number(): number {
    const value = this.simple(scratch);
    return value.kind === 'number' ? value.number : Number.NaN;
  }

  /** Fills `into` and returns it. */
  simple(into: SimpleValue): SimpleValue {
    this.#space();
    into.type = NO_SPAN;
    if (isLetter(this.#bytes[this.#at])) {
      into.type = this.#name();
      this.#space();
      if (this.#bytes[this.#at] !== OPEN) {
        into.kind = 'absent';
        this.#next();
        return into;
      }
      this.#at++;
      this.#space();
      this.#fill(into);
      // The cursor stands before the type's closing bracket, or before what is not understood.
      while (this.#at < this.#bytes.length && !this.#isEnd()) this.#pass();
      if (this.#bytes[this.#at] === CLOSE) this.#at++;
    } else {
      this.#fill(into);
    }
    this.#next();
    return into;
  }

  /** Anything, parsed whole. */
  value(): StepValue {
    const value = this.#value(0);
    this.#next();
    return value;
  }

  /** The rest of the record's arguments, parsed whole. */
  values(): StepValue[] {
    const values: StepValue[] = [];
    for (;;) {
      this.#space();
      if (this.#at >= this.#bytes.length || this.#bytes[this.#at] === CLOSE) return values;
      values.push(this.value());
    }
  }

  #value(depth: number): StepValue {
    this.#space();
    const byte = this.#bytes[this.#at];
    if (byte === HASH) return { reference: this.#id() };
    if (byte === OPEN) return this.#list(depth);
    if (!isLetter(byte)) {
      this.#fill(scratch);
      return this.#toValue(scratch);
    }
    const type = this.#spans.text(this.#name()).toUpperCase();
    this.#space();
    if (this.#bytes[this.#at] !== OPEN) return undefined;
    const inner = this.#list(depth);
    return { type, value: inner?.[0] };
  }

  #list(depth: number): readonly StepValue[] | undefined {
    if (depth > MAX_DEPTH) {
      this.#pass();
      return undefined;
    }
    const items: StepValue[] = [];
    for (this.#at++; ; ) {
      this.#space();
      if (this.#at >= this.#bytes.length) return items;
      if (this.#bytes[this.#at] === CLOSE) {
        this.#at++;
        return items;
      }
      items.push(this.#value(depth + 1));
      this.#next();
    }
  }

  #toValue({ kind, span, number }: SimpleValue): StepValue {
    if (kind === 'number') return number;
    if (kind === 'text') return this.#spans.text(span);
    return kind === 'word' ? { word: this.#spans.text(span) } : undefined;
  }

  #fill(into: SimpleValue): void {
    const byte = this.#bytes[this.#at];
    if (byte === QUOTE) {
      into.kind = 'text';
      into.span = this.#string();
    } else if (byte === DOT) {
      into.kind = 'word';
      into.span = this.#word();
    } else if (byte === DOUBLE_QUOTE) {
      const start = this.#at + 1;
      const close = this.#bytes.indexOf(DOUBLE_QUOTE, start);
      this.#at = close < 0 ? this.#bytes.length : close + 1;
      into.kind = 'text';
      into.span = this.#spans.rowOf(start, this.#at - 1);
    } else if (byte !== undefined && (isDigit(byte) || byte === MINUS || byte === PLUS)) {
      into.number = this.#number();
      into.kind = Number.isNaN(into.number) ? 'absent' : 'number';
    } else {
      const isAbsent = byte === undefined || byte === 0x24 || byte === 0x2a;
      into.kind = isAbsent ? 'absent' : 'other';
      if (isAbsent && byte !== undefined) this.#at++;
    }
  }

  #id(): number {
    let id = 0;
    for (this.#at++; isDigit(this.#bytes[this.#at] ?? 0); this.#at++) {
      id = id * 10 + this.#bytes[this.#at]! - 0x30;
    }
    return id;
  }

  #string(): number {
    const start = this.#at + 1;
    let close = this.#bytes.indexOf(QUOTE, start);
    while (close >= 0 && this.#bytes[close + 1] === QUOTE) {
      close = this.#bytes.indexOf(QUOTE, close + 2);
    }
    if (close < 0) close = this.#bytes.length;
    this.#at = close + 1;
    return this.#spans.rowOf(start, close);
  }

  #word(): number {
    const start = ++this.#at;
    while (isName(this.#bytes[this.#at] ?? 0)) this.#at++;
    const span = this.#spans.rowOf(start, this.#at);
    if (this.#bytes[this.#at] === DOT) this.#at++;
    return span;
  }

  #name(): number {
    const start = this.#at;
    while (isName(this.#bytes[this.#at] ?? 0)) this.#at++;
    return this.#spans.rowOf(start, this.#at);
  }

  /** Exact for up to 15 digits and powers of ten up to 22 (Clinger 1990); the rest is left to the engine. */
  #number(): number {
    const bytes = this.#bytes;
    const start = this.#at;
    let at = start;
    const isNegative = bytes[at] === MINUS;
    if (isNegative || bytes[at] === PLUS) at++;
    let [mantissa, digits, power] = [0, 0, 0];
    for (; isDigit(bytes[at] ?? 0); at++, digits++) mantissa = mantissa * 10 + bytes[at]! - 0x30;
    if (bytes[at] === DOT) {
      for (at++; isDigit(bytes[at] ?? 0); at++, digits++, power--) {
        mantissa = mantissa * 10 + bytes[at]! - 0x30;
      }
    }
    if (((bytes[at] ?? 0) | 0x20) === 0x65) {
      const isDown = bytes[++at] === MINUS;
      if (isDown || bytes[at] === PLUS) at++;
      let exponent = 0;
      for (; isDigit(bytes[at] ?? 0); at++) exponent = exponent * 10 + bytes[at]! - 0x30;
      power += isDown ? -exponent : exponent;
    }
    this.#at = at;
    if (digits === 0) return Number.NaN;
    if (digits > 15 || power > 22 || power < -22) {
      return Number(String.fromCharCode(...bytes.subarray(start, at)));
    }
    const size = power < 0 ? mantissa / 10 ** -power : mantissa * 10 ** power;
    return isNegative ? -size : size;
  }

  #space(): void {
    if (this.#bytes[this.#at]! <= 0x20 || this.#bytes[this.#at] === SLASH) {
      this.#at = skipSpace(this.#bytes, this.#at);
    }
  }

  #isEnd(): boolean {
    const byte = this.#bytes[this.#at];
    return byte === COMMA || byte === CLOSE;
  }

  /** To the comma or bracket that ends this argument. */
  #pass(): void {
    const bytes = this.#bytes;
    let depth = 0;
    for (; this.#at < bytes.length; this.#at++) {
      const byte = bytes[this.#at]!;
      if (byte === QUOTE) {
        const close = bytes.indexOf(QUOTE, this.#at + 1);
        this.#at = close < 0 ? bytes.length : close;
      } else if (byte === OPEN) {
        depth++;
      } else if (byte === CLOSE) {
        if (depth-- === 0) return;
      } else if (byte === COMMA && depth === 0) {
        return;
      }
    }
  }

  /** Behind the comma that ends this argument; stays before the bracket that ends the record. */
  #next(): void {
    this.#pass();
    if (this.#bytes[this.#at] === COMMA) this.#at++;
  }
}

const isLetter = (byte: number | undefined) =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));

export const createSimpleValue = (): SimpleValue => ({
  type: NO_SPAN,
  kind: 'absent',
  span: NO_SPAN,
  number: Number.NaN,
});

const scratch = createSimpleValue();
