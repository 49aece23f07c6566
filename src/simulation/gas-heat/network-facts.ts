// What the solvers read from a city's networks beside the tables: the elements' own properties, what differs from
// normal operation, what is measured. What is assumed is said in words; what is missing is an error with the id.

import type { NetworkChanges } from '#model/network-changes.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';
import type { Text } from '#model/text.ts';

export type PropertiesOf = (
  table: 'link' | 'node' | 'valve',
  row: number,
) => Readonly<Record<string, unknown>>;

/** A network whose data lack something that a solve needs, or contradict themselves. */
export class NetworkDataError extends Error {
  override readonly name = 'NetworkDataError';
  readonly element: string;
  readonly text: Text;
  constructor(element: string, text: Text) {
    super(text.en);
    this.element = element;
    this.text = text;
  }
}

/** NaN where the property is missing or is no number. */
export function numberOf(properties: Readonly<Record<string, unknown>>, name: string): number {
  const value = properties[name];
  return typeof value === 'number' ? value : Number.NaN;
}

/** Roughness (m) of `roughness: { model, value }`; NaN where there is none. */
export function roughnessOf(properties: Readonly<Record<string, unknown>>): number {
  const { roughness } = properties;
  const value =
    typeof roughness === 'object' && roughness !== null && 'value' in roughness
      ? roughness.value
      : undefined;
  return typeof value === 'number' && value > 0 ? value : Number.NaN;
}

/** Height of each node, m; throws with the id of one that has none. */
export function heightsOf({ nodes }: PipeNetwork): Float64Array {
  return Float64Array.from(nodes.ids, (id, row) => {
    const height = nodes.places[row * 3 + 2]!;
    if (Number.isFinite(height)) return height;
    throw new NetworkDataError(id, {
      en: `Node ${id} has no height.`,
      zh: `节点 ${id} 没有高程。`,
    });
  });
}

/** 1 for each link that lets nothing through: closed itself, out of service, or by a closed valve on it. */
export function closedLinks(network: PipeNetwork, changes: NetworkChanges): Uint8Array {
  const { links, valves } = network;
  const inService = 0;
  const isClosed = links.isClosed.map((closed, row) =>
    closed === 1 || links.status[row] !== inService ? 1 : 0,
  );
  const closed = new Set(changes.closedValves);
  const opened = new Set(changes.openedValves);
  for (const [row, id] of valves.ids.entries()) {
    const isShut = (valves.isClosed[row] === 1 && !opened.has(id)) || closed.has(id);
    if (isShut) isClosed[valves.link[row]!] = 1;
  }
  const shut = new Set([...changes.closedLinks, ...changes.stoppedPumps]);
  if (shut.size > 0) {
    for (const [row, id] of links.ids.entries()) if (shut.has(id)) isClosed[row] = 1;
  }
  return isClosed;
}

/** Sets of rows that hang together over the links that `joins` counts; the lowest row names each. */
export function partsOf(
  count: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  joins: (link: number) => boolean,
): Uint32Array {
  const parent = Uint32Array.from({ length: count }, (_, row) => row);
  const rootOf = (row: number): number => {
    let at = row;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let link = 0; link < from.length; link++) {
    if (!joins(link)) continue;
    const [a, b] = [rootOf(from[link]!), rootOf(to[link]!)];
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  return parent.map((_, row) => rootOf(row));
}
