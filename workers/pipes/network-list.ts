// The open networks with everything that can be asked of them.

import type { NetworkFault } from '#conversion/networks/read-collections.ts';
import type { NetworkSource, OpenNetwork, PipeKey } from '#features/pipes/contract.ts';
import { ElementSearch, type StreetOf } from '#features/pipes/kernel/answers/search.ts';
import { indexStreets, noStreets } from '#features/pipes/kernel/answers/streets.ts';
import {
  type Element,
  isOf,
  parseKey,
  placeNetworks,
  toElement,
} from '#features/pipes/kernel/index-space.ts';
import { KnownNetwork } from '#features/pipes/kernel/open-network.ts';
import { middleOf } from '#features/pipes/kernel/place/move-network.ts';
import { type LoadedNetwork, loadNetworks } from './open-networks.ts';
import type { OpenedNetworks, StreetSource } from './protocol.ts';
import { loadStreets } from './streets.ts';

export interface Found {
  readonly known: KnownNetwork;
  readonly element: Element;
}

export class NetworkList {
  all: readonly KnownNetwork[] = [];
  /** Counts how often other networks were opened. */
  version = 0;
  #loaded: readonly LoadedNetwork[] = [];
  #streets: StreetSource | undefined;
  #search: Promise<ElementSearch> | undefined;

  /** Opens these and closes all others; the newest call wins. */
  async open(
    sources: readonly NetworkSource[],
    streets: StreetSource | undefined,
    signal: AbortSignal,
  ): Promise<OpenedNetworks> {
    const { networks, failures } = await loadNetworks(sources, this.#loaded, signal);
    signal.throwIfAborted();
    const before = new Map(this.#loaded.map((loaded, at) => [loaded, this.all[at]]));
    const placed = placeNetworks(networks.map(({ network }) => network));
    this.all = networks.map((loaded, at) => {
      const { base, network } = placed[at]!;
      const known = before.get(loaded);
      if (known) known.base = base;
      return (
        known ??
        new KnownNetwork({ base, network }, (kind, row) => loaded.records.properties(kind, row))
      );
    });
    this.#loaded = networks;
    this.#streets = streets;
    this.#search = undefined;
    this.version++;
    // So that the first burst is answered as fast as the others.
    for (const known of this.all) known.prepare();
    return {
      networks: networks.map((loaded, at) => toOpenNetwork(loaded, this.all[at]!)),
      failures,
      faults: networks.map(({ network, faults }) => ({
        network: network.id,
        count: countElements(faults),
      })),
    };
  }

  get(network: string): KnownNetwork | undefined {
    return this.all.find((known) => known.network.id === network);
  }

  faults(network: string): readonly NetworkFault[] {
    return this.#loaded.find((loaded) => loaded.network.id === network)?.faults ?? [];
  }

  find(key: PipeKey): Found | undefined {
    const parsed = parseKey(key);
    const known = parsed && this.get(parsed.network);
    const row = known?.rowOf(parsed!.kind, parsed!.id);
    return known && row !== undefined ? { known, element: { kind: parsed!.kind, row } } : undefined;
  }

  /** Throws one sentence where there is no such element. */
  require(key: PipeKey): Found {
    const found = this.find(key);
    if (!found) throw new Error(`${key} is no element of an open network.`);
    return found;
  }

  at(index: number): Found | undefined {
    const known = this.all.find(({ base }) => isOf(base, index));
    return known && { known, element: toElement(known.base, index) };
  }

  /** Made when it is first needed: it takes as long as the reading of a network. */
  search(): Promise<ElementSearch> {
    this.#search ??= this.#prepareSearch();
    return this.#search;
  }

  async #prepareSearch(): Promise<ElementSearch> {
    const networks = this.all;
    return new ElementSearch(networks, await this.#readStreets());
  }

  /** Without streets a pipe is found by its id and material all the same. */
  async #readStreets(): Promise<StreetOf> {
    if (!this.#streets) return noStreets;
    const lines = await loadStreets(this.#streets.url).catch(() => []);
    return indexStreets(lines);
  }
}

/** An element may be at fault in several ways. */
const countElements = (faults: readonly NetworkFault[]): number =>
  new Set(faults.map(({ table, line }) => `${table} ${line}`)).size;

function toOpenNetwork({ source, network }: LoadedNetwork, { base }: KnownNetwork): OpenNetwork {
  const { links, nodes } = network;
  return {
    ...base,
    name: network.name,
    utility: network.utility,
    lengthM: links.lengthM.reduce((sum, length) => sum + length, 0),
    customers: nodes.customers.reduce((sum, one) => sum + one, 0),
    hasModel: source.model !== undefined,
    model: source.model,
    isFictional: network.isFictional,
    ...(source.isPlaceable ? { middle: middleOf(network) } : {}),
  };
}
