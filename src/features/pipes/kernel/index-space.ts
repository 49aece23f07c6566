// The one index space of all open networks: links, nodes, valves of the first, then of the next.

import type { PipeNetwork } from '#model/pipe-network.ts';
import type { ElementKind, ElementName } from '../contract/answers.ts';
import type { NetworkBase, PipeKey } from '../contract.ts';

/** A network and where its indices begin. */
export interface PlacedNetwork {
  readonly base: NetworkBase;
  readonly network: PipeNetwork;
}

export function placeNetworks(networks: readonly PipeNetwork[]): readonly PlacedNetwork[] {
  let next = 0;
  return networks.map((network) => {
    const [links, nodes, valves] = [network.links, network.nodes, network.valves].map(
      ({ ids }) => ids.length,
    ) as [number, number, number];
    const base = { network: network.id, links, nodes, valves, base: next };
    next += links + nodes + valves;
    return { base, network };
  });
}

export const countIndices = (bases: readonly NetworkBase[]): number =>
  bases.reduce((sum, { links, nodes, valves }) => sum + links + nodes + valves, 0);

/** One element of one network. */
export interface Element {
  readonly kind: ElementKind;
  readonly row: number;
}

export function toIndex({ base, links, nodes }: NetworkBase, { kind, row }: Element): number {
  if (kind === 'link') return base + row;
  return kind === 'node' ? base + links + row : base + links + nodes + row;
}

export const isOf = ({ base, links, nodes, valves }: NetworkBase, index: number): boolean =>
  index >= base && index < base + links + nodes + valves;

/** Of an index of this network. */
export function toElement({ base, links, nodes }: NetworkBase, index: number): Element {
  const at = index - base;
  if (at < links) return { kind: 'link', row: at };
  if (at < links + nodes) return { kind: 'node', row: at - links };
  return { kind: 'valve', row: at - links - nodes };
}

export const toKey = (network: string, kind: ElementKind, id: string): PipeKey =>
  `${network}/${kind}/${id}`;

const kinds: readonly ElementKind[] = ['link', 'node', 'valve'];

/** Undefined where it is no key; ids may hold slashes. */
export function parseKey(
  key: PipeKey,
): { readonly network: string; readonly kind: ElementKind; readonly id: string } | undefined {
  const [network = '', word = ''] = key.split('/', 2);
  const kind = kinds.find((one) => one === word);
  const id = key.slice(network.length + word.length + 2);
  return kind && network !== '' && id !== '' ? { network, kind, id } : undefined;
}

export const idsOf = ({ links, nodes, valves }: PipeNetwork, kind: ElementKind) =>
  kind === 'link' ? links.ids : kind === 'node' ? nodes.ids : valves.ids;

export function nameElement({ base, network }: PlacedNetwork, element: Element): ElementName {
  const id = idsOf(network, element.kind)[element.row] ?? '';
  return {
    index: toIndex(base, element),
    key: toKey(network.id, element.kind, id),
    network: network.id,
    kind: element.kind,
    id,
  };
}
