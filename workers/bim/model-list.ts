// The models that are open, and how indices and names of parts lead to their rows.

import type { BimLook, ModelSource, PartKey } from '#features/bim/contract.ts';
import type { Seen } from '#features/bim/kernel/element-flags.ts';
import { type Part, parsePartKeys } from '#features/bim/kernel/part-key.ts';
import {
  maskOf,
  meshRowsOf,
  needsProperties,
  type PartSources,
} from '#features/bim/kernel/parts.ts';
import type { FoundByOthers } from './found-by-others.ts';
import { type LoadedModel, openModels } from './open-models.ts';
import type { OpenFailure } from './protocol.ts';

export class ModelList {
  all: readonly LoadedModel[] = [];
  failures: readonly OpenFailure[] = [];
  /** What comparisons found; replaced by them. */
  found: FoundByOthers = {};
  #opening = 0;

  async open(sources: readonly ModelSource[]): Promise<readonly LoadedModel[]> {
    const own = ++this.#opening;
    const { models, failures } = await openModels(sources, this.all);
    // A later call may have opened others meanwhile.
    if (own === this.#opening) {
      this.all = models;
      this.failures = failures;
    }
    return models;
  }

  /** Elements of all models. */
  get count(): number {
    const last = this.all.at(-1);
    return last ? last.base + last.data.count : 0;
  }

  find(id: string): LoadedModel | undefined {
    return this.all.find(({ source }) => source.id === id);
  }

  /** The model that an index belongs to, and the row there. */
  locate(index: number): { readonly model: LoadedModel; readonly row: number } | undefined {
    const model = this.all.findLast(({ base }) => base <= index);
    const row = model ? index - model.base : 0;
    return model && row < model.data.count ? { model, row } : undefined;
  }

  /** Rows by model, in the order asked. */
  locateAll(indices: Iterable<number>): ReadonlyMap<LoadedModel, number[]> {
    const rows = new Map<LoadedModel, number[]>();
    for (const index of indices) {
      const at = this.locate(index);
      if (!at) continue;
      const known = rows.get(at.model);
      if (known) known.push(at.row);
      else rows.set(at.model, [at.row]);
    }
    return rows;
  }

  /** Rows of the parts' elements that have a mesh, ascending. */
  async meshRows(model: LoadedModel, keys: readonly PartKey[]): Promise<Uint32Array> {
    return meshRowsOf(model.data, await this.#mask(model, parsePartKeys(keys)));
  }

  /** What a look lets be seen of a model, live values left out. */
  async seen(model: LoadedModel, look: BimLook): Promise<Seen> {
    const isolated = parsePartKeys(look.isolated);
    return {
      isolated: isolated.length > 0 ? await this.#mask(model, isolated) : undefined,
      hidden: await this.hidden(model, look),
      ghost: look.ghost,
      showSpaces: look.showSpaces,
      live: undefined,
    };
  }

  hidden(model: LoadedModel, look: BimLook): Promise<Uint8Array> {
    return this.#mask(model, parsePartKeys(look.hidden));
  }

  async #mask(model: LoadedModel, parts: readonly Part[]): Promise<Uint8Array> {
    const sources: PartSources = {
      properties: parts.some(needsProperties) ? await model.properties() : undefined,
      found: this.found.rows,
    };
    return maskOf(model.data, parts, sources);
  }
}
