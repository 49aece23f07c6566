// Two tables of colours that take turns: the one that is seen stays as it is while the next is painted, and is handed
// on only where a byte differs, because a table is uploaded whole.

export class ColourTable {
  #seen: Uint32Array | undefined;
  #next: Uint32Array | undefined;

  /** Paints `count` words; the bytes where they differ from those seen, else undefined. */
  paint(count: number, paint: (words: Uint32Array) => void): Uint8Array | undefined {
    const next = this.#next?.length === count ? this.#next : new Uint32Array(count);
    paint(next);
    this.#next = next;
    if (isSame(next, this.#seen)) return undefined;
    this.#next = this.#seen;
    this.#seen = next;
    return new Uint8Array(next.buffer);
  }

  /** The next table counts as another one, whatever is in it. */
  forget(): void {
    this.#seen = undefined;
  }
}

function isSame(one: Uint32Array, other: Uint32Array | undefined): boolean {
  if (one.length !== other?.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
