// The header section of a STEP file.

import { endOfComment, parseStepList, type StepValue } from './values.ts';

export interface StepHeader {
  /** First of FILE_SCHEMA; undefined where the header lacks it. */
  readonly schema: string | undefined;
  /** The program that wrote the file. */
  readonly application: string | undefined;
  /** ISO 8601, as written. */
  readonly written: string | undefined;
}

const GREATEST_BYTES = 2 ** 20;

/** Whether bytes begin as a STEP file does: after blanks and comments stands `ISO-10303-21`. */
export function isStep(bytes: Uint8Array): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (;;) {
    while (at < bytes.length && bytes[at]! <= 0x20) at++;
    if (bytes[at] !== 0x2f || bytes[at + 1] !== 0x2a) break;
    at = endOfComment(bytes, at);
  }
  return /^(ISO-10303-21|HEADER)/i.test(latin1.decode(bytes.subarray(at, at + 16)));
}

/** Reads what the header says, as far as there is one. */
export function parseStepHeader(bytes: Uint8Array): StepHeader {
  const text = latin1.decode(bytes.subarray(0, Math.min(bytes.length, GREATEST_BYTES)));
  const data = /\bDATA\s*(\([^;]*\))?;/i.exec(text);
  const header = data ? text.slice(0, data.index) : text;
  const values = (name: string): readonly StepValue[] => {
    const found = new RegExp(`\\b${name}\\s*\\(`, 'i').exec(header);
    return found ? parseStepList(bytes, found.index + found[0].length - 1) : [];
  };
  const [schemas] = values('FILE_SCHEMA');
  const name = values('FILE_NAME');
  return {
    schema: textOf(Array.isArray(schemas) ? schemas[0] : schemas),
    application: textOf(name[5]) ?? textOf(name[4]),
    written: textOf(name[1]),
  };
}

const latin1 = new TextDecoder('latin1');

const textOf = (value: StepValue | undefined) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
