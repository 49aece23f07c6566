// The open models with their tables; properties are fetched when first asked for.

import { parseBimElements } from '#contract/bim-elements.ts';
import { type BimModel, parseBimModel } from '#contract/bim-model.ts';
import { type BimProperties, parseBimProperties } from '#contract/bim-properties.ts';
import type { ModelSource } from '#features/bim/contract.ts';
import { ModelData } from '#features/bim/kernel/model-data.ts';
import { createSearchIndex, type SearchIndex } from '#features/bim/kernel/search.ts';
import { fetchFile } from '../fetch-file.ts';
import type { MeshModel } from './mesh.ts';
import type { OpenFailure, OpenModel } from './protocol.ts';

/** One open model with everything that can be asked of it. */
export class LoadedModel implements MeshModel {
  readonly model: BimModel;
  readonly #folder: string;
  #source: ModelSource;
  #data: ModelData;
  #properties: Promise<BimProperties> | undefined;
  #search: Promise<SearchIndex> | undefined;

  constructor(source: ModelSource, model: BimModel, data: ModelData) {
    this.#source = source;
    this.model = model;
    this.#data = data;
    this.#folder = source.url.slice(0, source.url.lastIndexOf('/') + 1);
  }

  get source(): ModelSource {
    return this.#source;
  }

  get data(): ModelData {
    return this.#data;
  }

  get elements() {
    return this.data.elements;
  }

  get base(): number {
    return this.data.base;
  }

  /** Fetches a file of the model; throws `FileError`. */
  readonly read = (path: string): Promise<ArrayBuffer> => fetchFile(this.#folder, path, () => {});

  properties(): Promise<BimProperties> {
    this.#properties ??= this.#readProperties();
    // A server that was away may be back at the next try.
    this.#properties.catch(() => {
      this.#properties = undefined;
    });
    return this.#properties;
  }

  search(): Promise<SearchIndex> {
    this.#search ??= this.properties().then((properties) =>
      createSearchIndex(this.data, properties),
    );
    this.#search.catch(() => {
      this.#search = undefined;
    });
    return this.#search;
  }

  /** Takes a place among other models, or another one on the Earth; keeps what is loaded. */
  settle(source: ModelSource, base: number): this {
    this.#source = source;
    if (base !== this.base) {
      const { id, elements, storeys } = this.#data;
      this.#data = new ModelData(id, base, elements, storeys);
    }
    return this;
  }

  async #readProperties(): Promise<BimProperties> {
    const { properties: path } = this.model;
    const properties = parseBimProperties(await this.read(path), path);
    if (properties.count === this.data.count) return properties;
    throw new Error(`${path} is about ${properties.count} elements; expected ${this.data.count}.`);
  }
}

export interface Opened {
  readonly models: readonly LoadedModel[];
  readonly failures: readonly OpenFailure[];
}

/** Opens what is not open yet; keeps the tables of what is. Bases follow the order of the sources. */
export async function openModels(
  sources: readonly ModelSource[],
  known: readonly LoadedModel[],
): Promise<Opened> {
  const results = await Promise.allSettled(
    sources.map((source) => known.find((one) => isSameFile(one.source, source)) ?? load(source)),
  );
  const models: LoadedModel[] = [];
  const failures: OpenFailure[] = [];
  let base = 0;
  for (const [at, result] of results.entries()) {
    const source = sources[at]!;
    if (result.status === 'fulfilled') {
      models.push(result.value.settle(source, base));
      base += result.value.data.count;
    } else {
      failures.push(toFailure(source.id, result.reason));
    }
  }
  return { models, failures };
}

const isSameFile = (a: ModelSource, b: ModelSource) => a.id === b.id && a.url === b.url;

async function load(source: ModelSource): Promise<LoadedModel> {
  const slash = source.url.lastIndexOf('/') + 1;
  const folder = source.url.slice(0, slash);
  const file = source.url.slice(slash);
  const json = new TextDecoder().decode(await fetchFile(folder, file, () => {}));
  const model = parseBimModel(JSON.parse(json), file);
  const buffer = await fetchFile(folder, model.elements, () => {});
  const elements = parseBimElements(buffer, model.elements);
  if (elements.count !== model.count) {
    throw new Error(`${model.elements} holds ${elements.count} elements; expected ${model.count}.`);
  }
  return new LoadedModel(source, model, new ModelData(source.id, 0, elements, model.storeys));
}

function toFailure(id: string, error: unknown): OpenFailure {
  const reason = error instanceof Error ? error.message : String(error);
  const isFile = error instanceof Error && error.name === 'FileError';
  const status = isFile && 'status' in error ? error.status : undefined;
  const isPassing =
    isFile && (status === undefined || (typeof status === 'number' && status >= 500));
  return { id, reason, isPassing };
}

export const toOpenModel = ({ source, model, data }: LoadedModel): OpenModel => ({
  source,
  model,
  base: data.base,
  count: data.count,
});
