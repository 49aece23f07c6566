// How every element of the open models looks, as one table.

import type { BimLook, LiveValue } from '#features/bim/contract.ts';
import { type Colouring, colourModels } from '#features/bim/kernel/colouring.ts';
import { flagElements, writeRgba } from '#features/bim/kernel/element-flags.ts';
import { colourLive } from '#features/bim/kernel/live-colouring.ts';
import type { LiveScale } from '#features/bim/kernel/live-scale.ts';
import type { ModelList } from './model-list.ts';
import type { Paint } from './protocol.ts';

/** By row of each model what has a live value, where colours are live. */
type LookColouring = Colouring & { readonly live?: readonly Uint8Array[] };

/** Paints, and keeps what a live scale spans from one painting to the next. */
export class Painter {
  readonly #list: ModelList;
  #scale: LiveScale | undefined;

  constructor(list: ModelList) {
    this.#list = list;
  }

  async paint(look: BimLook, values: readonly LiveValue[]): Promise<Paint> {
    const { all } = this.#list;
    const colouring = await this.#colour(look, values);
    const rgba = new Uint8Array(4 * this.#list.count);
    let [shown, total] = [0, 0];
    for (const [at, model] of all.entries()) {
      const seen = await this.#list.seen(model, look);
      const flagged = flagElements(model.data, { ...seen, live: colouring?.live?.[at] });
      writeRgba(rgba, model.base, flagged.flags, colouring?.classes[at], colouring?.colours ?? []);
      shown += flagged.shown;
      total += flagged.total;
    }
    return { rgba, legend: colouring?.legend, shown, total };
  }

  async #colour(
    { colourBy }: BimLook,
    values: readonly LiveValue[],
  ): Promise<LookColouring | undefined> {
    if (!colourBy) return undefined;
    const { all, found } = this.#list;
    const datas = all.map(({ data }) => data);
    switch (colourBy.kind) {
      case 'live': {
        const colouring = colourLive(datas, values, colourBy.property, this.#scale);
        this.#scale = colouring.scale;
        return colouring;
      }
      case 'comparison':
        return found.colouring?.(datas);
      default: {
        const isProperty = colourBy.kind === 'property';
        const coloured = await Promise.all(
          all.map(async (model) => ({
            data: model.data,
            properties: isProperty ? await model.properties() : undefined,
          })),
        );
        return colourModels(coloured, colourBy);
      }
    }
  }
}
