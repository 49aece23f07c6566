// What the worker knows about the open city, with what is costly to find out kept for the next call.

import type { AttributeColumn, BuildingsLayer } from '#contract/city-package.ts';
import type { TextColumn } from '#contract/column-data.ts';
import { type FeatureIndex, parseFeatureIndex } from '#contract/feature-index.ts';
import type { ColourBy, Filter } from '#features/city/contract.ts';
import { type Categories, findCategories } from '#features/city/kernel/categories.ts';
import { type Classes, classify } from '#features/city/kernel/classify.ts';
import type { Column } from '#features/city/kernel/column.ts';
import { intersectMasks, matchFilter } from '#features/city/kernel/filter.ts';
import { createSearchIndex, type SearchIndex } from '#features/city/kernel/search.ts';
import { InputError } from '#model/input-error.ts';
import type { BuildingMeshes } from './building-meshes.ts';
import type { ColumnStore } from './column-store.ts';
import type { Named } from './protocol.ts';

/** Values without a role that the search reads, so that its index stays light. */
const MOST_OTHER_TEXTS = 500_000;
const KEPT_RESULTS = 24;

export class OpenCity {
  readonly layer: BuildingsLayer;
  readonly columns: ColumnStore;
  readonly meshes: BuildingMeshes;
  readonly #results = new Map<string, Promise<unknown>>();

  constructor(layer: BuildingsLayer, columns: ColumnStore, meshes: BuildingMeshes) {
    this.layer = layer;
    this.columns = columns;
    this.meshes = meshes;
  }

  get count(): number {
    return this.layer.count;
  }

  index(): Promise<FeatureIndex> {
    return this.#once('index', async () => {
      const index = parseFeatureIndex(await this.columns.index());
      if (index.count === this.count) return index;
      throw new InputError(
        { file: this.layer.index },
        `it holds ${index.count} buildings; expected ${this.count}.`,
      );
    });
  }

  async ids(): Promise<TextColumn> {
    const meta = this.layer.columns.find(({ role, type }) => role === 'id' && type === 'text');
    const column = meta && (await this.columns.get(meta.name));
    if (column?.type === 'text') return column.texts;
    throw new InputError({ file: 'city.json' }, 'it has no text column with the role id.');
  }

  /** Undefined where the city doesn't have the column, or it doesn't fit the filter. */
  mask(filter: Filter): Promise<Uint8Array | undefined> {
    return this.#once(`mask ${JSON.stringify(filter)}`, async () => {
      const column = await this.columns.get(filter.column);
      return column && matchFilter(filter, column, this.count);
    });
  }

  /** Buildings that meet every filter that fits. */
  async matching(filters: readonly Filter[]): Promise<Uint8Array> {
    const masks = await Promise.all(filters.map((filter) => this.mask(filter)));
    return intersectMasks(
      masks.filter((mask) => mask !== undefined),
      this.count,
    );
  }

  classes(by: Pick<ColourBy, 'column' | 'method' | 'classes' | 'breaks'>) {
    const key = JSON.stringify([by.column, by.method, by.classes, by.breaks]);
    return this.#once<Classes | undefined>(`classes ${key}`, async () => {
      const column = await this.columns.get(by.column);
      return column && classify(column, by, this.count);
    });
  }

  categories(name: string): Promise<Categories | undefined> {
    return this.#once(`categories ${name}`, async () => {
      const column = await this.columns.get(name);
      return column && findCategories(column, this.count);
    });
  }

  /** One pass over all ids: 100,000 take about 20 ms, and no map of them is kept. */
  resolve(ids: readonly string[]): Promise<readonly Named[]> {
    return this.#once(`resolve ${ids.join('\n')}`, async () => {
      const wanted = new Set(ids);
      const found: Named[] = [];
      if (wanted.size === 0) return found;
      const known = await this.ids();
      for (let index = 0; index < this.count && found.length < wanted.size; index++) {
        const id = known.at(index);
        if (wanted.has(id)) found.push({ index, id });
      }
      return found;
    });
  }

  search(): Promise<SearchIndex> {
    return this.#once('search', async () => {
      const columns = await Promise.all(this.#searched().map(({ name }) => this.columns.get(name)));
      const read = columns.filter((column): column is Column => column !== undefined);
      return createSearchIndex(await this.ids(), read, this.count);
    });
  }

  /** What has a role, then others while they are few. */
  #searched(): readonly AttributeColumn[] {
    let others = 0;
    return this.layer.columns.filter(({ type, role, present }) => {
      if (role === 'id' || type === 'number' || type === 'boolean') return false;
      if (role === undefined) others += present;
      return role !== undefined || others <= MOST_OTHER_TEXTS;
    });
  }

  /** Keeps the latest results, but no failures. */
  #once<Value>(key: string, find: () => Promise<Value>): Promise<Value> {
    const known = this.#results.get(key) as Promise<Value> | undefined;
    const result = known ?? find();
    this.#results.delete(key);
    this.#results.set(key, result);
    if (!known) result.catch(() => this.#results.delete(key));
    for (const oldest of this.#results.keys()) {
      if (this.#results.size <= KEPT_RESULTS) break;
      if (oldest !== 'search' && oldest !== 'index') this.#results.delete(oldest);
    }
    return result;
  }
}
