// Builds the columns of small cities for tests and benches, as `panopolis ingest` would write them.

import type { AttributeColumn, BuildingsLayer } from '#contract/city-package.ts';
import { formatTextColumn, NO_BOOLEAN, NO_CATEGORY } from '#contract/column-data.ts';
import { createFeatureIndex } from '#contract/feature-index.ts';

type Traits = Partial<Pick<AttributeColumn, 'role' | 'unit' | 'label'>>;
type Maybe<Value> = readonly (Value | undefined)[];

export interface BuiltCity {
  readonly layer: BuildingsLayer;
  /** Content of each file by its path in the package. */
  readonly files: ReadonlyMap<string, ArrayBuffer>;
}

export const aCity = (count: number) => new CityBuilder(count);

class CityBuilder {
  readonly #count: number;
  readonly #columns: AttributeColumn[] = [];
  readonly #files = new Map<string, ArrayBuffer>();

  constructor(count: number) {
    this.#count = count;
    this.withTexts(
      'identificatie',
      this.#each((index) => `B-${index}`),
      { role: 'id' },
    );
  }

  /** Replaces the ids B-0, B-1, … */
  withIds(ids: readonly string[]): this {
    this.#columns.length = 0;
    return this.withTexts('identificatie', ids, { role: 'id' });
  }

  withNumbers(name: string, values: Maybe<number>, traits: Traits = {}): this {
    const numbers = Float64Array.from(values, (value) => value ?? Number.NaN);
    const known = numbers.filter((value) => !Number.isNaN(value)).sort();
    return this.#add(name, 'number', numbers.buffer, values, {
      ...traits,
      range: [known[0] ?? 0, known.at(-1) ?? 0],
    });
  }

  withCategories(name: string, values: Maybe<string>, traits: Traits = {}): this {
    const names = [...new Set(values.filter((value) => value !== undefined))];
    const codes = Uint16Array.from(values, (value) =>
      value === undefined ? NO_CATEGORY : names.indexOf(value),
    );
    return this.#add(name, 'category', codes.buffer, values, { ...traits, values: names });
  }

  withBooleans(name: string, values: Maybe<boolean>, traits: Traits = {}): this {
    const flags = Uint8Array.from(values, (value) =>
      value === undefined ? NO_BOOLEAN : Number(value),
    );
    return this.#add(name, 'boolean', flags.buffer, values, traits);
  }

  withTexts(name: string, values: Maybe<string>, traits: Traits = {}): this {
    const buffer = formatTextColumn(this.#each((index) => values[index] ?? ''));
    return this.#add(name, 'text', buffer, values, traits);
  }

  /** Buildings stand in a row to the east, `stepRad` apart, at latitude 0. */
  build(stepRad = 1e-6): BuiltCity {
    const place = createFeatureIndex(this.#count);
    for (let index = 0; index < this.#count; index++) {
      place.longitude[index] = index * stepRad;
      place.groundM[index] = 40;
      place.topM[index] = 50;
      place.radiusM[index] = 6;
    }
    const layer: BuildingsLayer = {
      kind: 'buildings',
      id: 'buildings',
      name: 'Buildings',
      tileset: '0123456789ab/buildings/tileset.json',
      index: '0123456789ab/buildings/index.bin',
      count: this.#count,
      columns: [...this.#columns],
    };
    const index = place.longitude.buffer as ArrayBuffer;
    return { layer, files: new Map([...this.#files, [layer.index, index]]) };
  }

  #add(
    name: string,
    type: AttributeColumn['type'],
    buffer: ArrayBuffer,
    values: Maybe<unknown>,
    traits: Partial<AttributeColumn>,
  ): this {
    const path = `0123456789ab/buildings/columns/${this.#columns.length}.bin`;
    const present = values.filter((value) => value !== undefined && value !== '').length;
    this.#columns.push({ name, type, path, present, ...traits });
    this.#files.set(path, buffer);
    return this;
  }

  #each<Value>(make: (index: number) => Value): Value[] {
    return Array.from({ length: this.#count }, (_, index) => make(index));
  }
}
