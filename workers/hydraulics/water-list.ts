import type { OpenWater, WaterMatch } from '#features/pipes/contract/water.ts';
import { openWater } from './open-water.ts';
import type { WaterNetwork } from './water-network.ts';

/** The networks that are open, by id. */
export class WaterList {
  readonly #networks = new Map<string, WaterNetwork>();

  async open(water: OpenWater): Promise<WaterMatch> {
    const network = await openWater(water);
    network.place(water.source.move);
    this.close(water.source.id);
    this.#networks.set(water.source.id, network);
    return network.match;
  }

  close(id: string): void {
    this.#networks.get(id)?.close();
    this.#networks.delete(id);
  }

  /** Throws where it is not open. */
  get(id: string): WaterNetwork {
    const network = this.#networks.get(id);
    if (!network) throw new Error(`The water network ${id} is not open.`);
    return network;
  }
}
