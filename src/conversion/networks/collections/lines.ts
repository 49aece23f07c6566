// The lines of a collection, kept as bytes: objects of 26,000 pipes would take ten times the room. What is asked of
// one element later is parsed from its line then.

const NEW_LINE = 10;

export class CollectionLines {
  readonly #bytes: Uint8Array;
  /** Byte at which each line begins, and the one after the last. */
  readonly #starts: Uint32Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const starts = [0];
    for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) {
      starts.push(at + 1);
    }
    if (starts.at(-1) !== bytes.length) starts.push(bytes.length);
    this.#starts = Uint32Array.from(starts);
  }

  get count(): number {
    return this.#starts.length - 1;
  }

  get byteLength(): number {
    return this.#bytes.byteLength + this.#starts.byteLength;
  }

  /** Without the end of the line. */
  read(line: number): string {
    const { [line]: from = 0, [line + 1]: to = from } = this.#starts;
    return new TextDecoder().decode(this.#bytes.subarray(from, to)).trimEnd();
  }

  /** All lines in order; decoded at once, which is several times faster than one by one. */
  *texts(): Generator<string> {
    const text = new TextDecoder().decode(this.#bytes);
    let from = 0;
    for (let line = 0; line < this.count; line++) {
      const found = text.indexOf('\n', from);
      const to = found < 0 ? text.length : found;
      yield text.slice(from, to);
      from = to + 1;
    }
  }
}
