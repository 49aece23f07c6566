// Changes a STEP file and leaves every byte alone that isn't meant.

import { listStartAt, type StepIndex } from '../step/scan.ts';
import { endOfComment } from '../step/values.ts';

export class StepEdit {
  readonly #index: StepIndex;
  readonly #changes: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  readonly #added: string[] = [];
  #nextId: number;

  constructor(index: StepIndex) {
    this.#index = index;
    let greatest = 0;
    for (const id of index.ids) if (id > greatest) greatest = id;
    this.#nextId = greatest + 1;
  }

  /** A new instance at the end of the data; gives its number. */
  add(type: string, values: string): number {
    const id = this.#nextId++;
    this.#added.push(`#${id}=${type}(${values});`);
    return id;
  }

  /** Another text in the place of an instance, its number kept. */
  replace(id: number, type: string, values: string): void {
    const { from, to } = this.#spanOf(id);
    this.#changes.push({ from, to, text: `#${id}=${type}(${values});` });
  }

  remove(id: number): void {
    const { from, to } = this.#spanOf(id);
    this.#changes.push({ from, to, text: '' });
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    const { bytes } = this.#index;
    const encoder = new TextEncoder();
    const newline = bytes.includes(0x0d) ? '\r\n' : '\n';
    const end = this.#endOfData();
    const changes = [...this.#changes];
    if (this.#added.length > 0) {
      const text = this.#added.map((line) => `${newline}${line}`).join('');
      changes.push({ from: end, to: end, text });
    }
    changes.sort((a, b) => a.from - b.from);
    const parts: Uint8Array[] = [];
    let at = 0;
    for (const { from, to, text } of changes) {
      parts.push(bytes.subarray(at, from), encoder.encode(text));
      at = to;
    }
    parts.push(bytes.subarray(at));
    const size = parts.reduce((sum, part) => sum + part.length, 0);
    const result = new Uint8Array(size);
    let offset = 0;
    for (const part of parts) {
      result.set(part, offset);
      offset += part.length;
    }
    return result;
  }

  #spanOf(id: number) {
    const row = this.#index.rowOf(id);
    if (row === undefined) throw new RangeError(`The file has no instance #${id}.`);
    return { from: this.#index.starts[row]!, to: this.#endOf(row) };
  }

  #endOfData(): number {
    const { count } = this.#index;
    if (count === 0) throw new RangeError('The file has no instances.');
    return this.#endOf(count - 1);
  }

  /** Byte after the `;` of an instance. */
  #endOf(row: number): number {
    const { bytes } = this.#index;
    let at = listStartAt(this.#index, row);
    for (; at < bytes.length && bytes[at] !== 0x3b; at++) {
      if (bytes[at] === 0x27) {
        do at++;
        while (at < bytes.length && bytes[at] !== 0x27);
      } else if (bytes[at] === 0x2f && bytes[at + 1] === 0x2a) {
        at = endOfComment(bytes, at) - 1;
      }
    }
    return Math.min(at + 1, bytes.length);
  }
}

/** A text as STEP writes it, quotes and all that isn't ASCII escaped. */
export function formatStepText(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''");
  const coded = escaped.replace(/[^\x20-\x7e]+/g, (run) => {
    const codes = Array.from({ length: run.length }, (_, at) =>
      run.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0'),
    );
    return `\\X2\\${codes.join('')}\\X0\\`;
  });
  return `'${coded}'`;
}

/** A number as STEP writes it, with a point. */
export function formatStepReal(value: number): string {
  const text = String(value).toUpperCase();
  if (text.includes('.')) return text;
  return text.includes('E') ? text.replace('E', '.E') : `${text}.`;
}
