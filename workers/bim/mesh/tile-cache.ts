import { bytesOf, type TileContent } from './tile-content.ts';

interface Kept {
  readonly content: Promise<TileContent>;
  bytes: number;
}

/** Decoded tiles within a budget of bytes: those not asked for longest go first. */
export class TileCache {
  readonly #budgetBytes: number;
  /** In the order of their last use. */
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(budgetBytes: number) {
    this.#budgetBytes = budgetBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Loads the tile where it isn't kept; one that could not be loaded is asked for again next time. */
  get(uri: string, load: () => Promise<TileContent>): Promise<TileContent> {
    const known = this.#kept.get(uri);
    if (known) {
      this.#kept.delete(uri);
      this.#kept.set(uri, known);
      return known.content;
    }
    const kept: Kept = { content: load(), bytes: 0 };
    this.#kept.set(uri, kept);
    kept.content.then(
      (content) => {
        kept.bytes = bytesOf(content);
        this.#bytes += kept.bytes;
        this.#shrink();
      },
      () => {
        if (this.#kept.get(uri) === kept) this.#kept.delete(uri);
      },
    );
    return kept.content;
  }

  #shrink(): void {
    for (const [uri, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#budgetBytes) return;
      // What is still on its way weighs nothing yet.
      if (bytes === 0) continue;
      this.#kept.delete(uri);
      this.#bytes -= bytes;
    }
  }
}
