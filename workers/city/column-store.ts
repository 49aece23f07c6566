// The columns of the open city: fetched when first asked for, forgotten when others need the room.

import type { AttributeColumn, BuildingsLayer } from '#contract/city-package.ts';
import type { AttributeValue, Loading } from '#features/city/contract.ts';
import { type Column, parseColumn, valueAt } from '#features/city/kernel/column.ts';
import { fetchFile, fetchRange } from '../fetch-file.ts';

const BUDGET_BYTES = 192 * 2 ** 20;
/** A column this small is fetched whole even where one value of it is wanted. */
const SMALL_BYTES = 2 ** 20;
/** Guess for one text, to tell small columns from large ones. */
const BYTES_PER_TEXT = 24;
const BYTES_PER_VALUE = { number: 8, category: 2, boolean: 1, text: 4 + BYTES_PER_TEXT } as const;

interface Kept {
  readonly column: Promise<Column>;
  bytes: number;
}

export class ColumnStore {
  readonly #baseUrl: string;
  readonly #layer: BuildingsLayer;
  readonly #onLoading: (loading: Loading | undefined) => void;
  readonly #metas: ReadonlyMap<string, AttributeColumn>;
  /** In the order of last use. */
  readonly #kept = new Map<string, Kept>();
  #pending = 0;

  constructor(
    baseUrl: string,
    layer: BuildingsLayer,
    onLoading: (loading: Loading | undefined) => void,
  ) {
    this.#baseUrl = baseUrl;
    this.#layer = layer;
    this.#onLoading = onLoading;
    this.#metas = new Map(layer.columns.map((column) => [column.name, column]));
  }

  /** Undefined where the city has no such column; throws `FileError` or `InputError`. */
  get(name: string): Promise<Column | undefined> {
    const meta = this.#metas.get(name);
    if (!meta) return Promise.resolve(undefined);
    const known = this.#kept.get(name);
    if (known) {
      this.#kept.delete(name);
      this.#kept.set(name, known);
      return known.column;
    }
    const kept: Kept = { column: this.#fetchColumn(meta), bytes: 0 };
    this.#kept.set(name, kept);
    // A failed column is asked for again next time.
    kept.column.catch(() => this.#kept.delete(name));
    return kept.column;
  }

  /** One building's value, by a request for its few bytes where the column is large and not here. */
  async valueAt(name: string, index: number): Promise<AttributeValue | undefined> {
    const meta = this.#metas.get(name);
    if (!meta) return undefined;
    const isLarge = this.#layer.count * BYTES_PER_VALUE[meta.type] > SMALL_BYTES;
    if (isLarge && !this.#kept.has(name)) {
      const one = await this.#fetchOne(meta, index);
      if (one) return valueAt(one, 0);
    }
    const column = await this.get(name);
    return column && valueAt(column, index);
  }

  async index(): Promise<ArrayBuffer> {
    return await this.#watch(this.#layer.index);
  }

  async #fetchColumn(meta: AttributeColumn): Promise<Column> {
    const buffer = await this.#watch(meta.path);
    const column = parseColumn(meta, buffer, this.#layer.count);
    const kept = this.#kept.get(meta.name);
    if (kept) kept.bytes = buffer.byteLength;
    this.#makeRoom();
    return column;
  }

  async #watch(file: string): Promise<ArrayBuffer> {
    this.#pending++;
    try {
      return await fetchFile(this.#baseUrl, file, this.#onLoading);
    } finally {
      if (--this.#pending === 0) this.#onLoading(undefined);
    }
  }

  /** A column of one value; undefined where the server sends whole files only. */
  async #fetchOne(meta: AttributeColumn, index: number): Promise<Column | undefined> {
    const fetchPart = (from: number, to: number) => fetchRange(this.#baseUrl, meta.path, from, to);
    if (meta.type !== 'text') {
      const size = BYTES_PER_VALUE[meta.type];
      const bytes = await fetchPart(index * size, (index + 1) * size);
      return bytes && parseColumn(meta, bytes, 1);
    }
    const offsets = await fetchPart(index * 4, (index + 2) * 4);
    if (!offsets) return undefined;
    const [start = 0, end = 0] = new Uint32Array(offsets);
    const header = 4 * (this.#layer.count + 1);
    const text = end > start ? await fetchPart(header + start, header + end) : new ArrayBuffer(0);
    if (!text) return undefined;
    const one = new Uint8Array(8 + text.byteLength);
    one.set(new Uint8Array(Uint32Array.of(0, text.byteLength).buffer));
    one.set(new Uint8Array(text), 8);
    return parseColumn(meta, one.buffer, 1);
  }

  #makeRoom(): void {
    let total = [...this.#kept.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    for (const [name, { bytes }] of this.#kept) {
      if (total <= BUDGET_BYTES) return;
      if (bytes === 0) continue;
      this.#kept.delete(name);
      total -= bytes;
    }
  }
}
