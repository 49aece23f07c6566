// What lets something through: the register's state of valves and links, with what an incident changed about it.

import type { NetworkChanges } from '#model/network-changes.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';
import { type NetworkGraph, valveEnds } from './graph.ts';

export interface Operation {
  /** 1: lets nothing through, by row of valves and of links. */
  readonly isValveClosed: Uint8Array;
  readonly isLinkClosed: Uint8Array;
  /** 1: a closed valve sits at this end of a link. */
  readonly isEndClosed: Uint8Array;
  /** Ids of the changes that the network doesn't have. */
  readonly unknownIds: readonly string[];
}

/**
 * A link that the register has closed because of a closed valve on it is open once the valve is; one without such
 * a valve stays closed.
 */
export function toOperation(
  network: PipeNetwork,
  graph: NetworkGraph,
  changes?: NetworkChanges,
): Operation {
  const { links, valves } = network;
  const isLinkClosed = links.isClosed.map((closed, link) =>
    Number(closed === 1 || graph.isOut[link] === 1),
  );
  for (let valve = 0; valve < valves.ids.length; valve++) {
    const link = valves.link[valve]!;
    if (valves.isClosed[valve] === 1 && graph.isOut[link] === 0) isLinkClosed[link] = 0;
  }
  const isValveClosed = valves.isClosed.slice();
  const unknownIds = changes ? applyChanges(network, changes, isValveClosed, isLinkClosed) : [];
  const isEndClosed = new Uint8Array(2 * links.ids.length);
  for (let valve = 0; valve < valves.ids.length; valve++) {
    if (isValveClosed[valve] === 0) continue;
    const node = graph.host[valves.node[valve]!]!;
    for (const end of valveEnds(graph.nodeAt, valves.link[valve]!, node)) isEndClosed[end] = 1;
  }
  return { isValveClosed, isLinkClosed, isEndClosed, unknownIds };
}

function applyChanges(
  { links, valves }: PipeNetwork,
  changes: NetworkChanges,
  isValveClosed: Uint8Array,
  isLinkClosed: Uint8Array,
): string[] {
  const unknown: string[] = [];
  const set = (table: Uint8Array, ids: readonly string[], wanted: readonly string[], to: 0 | 1) => {
    if (wanted.length === 0) return;
    const missing = new Set(wanted);
    for (let row = 0; row < ids.length && missing.size > 0; row++) {
      if (missing.delete(ids[row]!)) table[row] = to;
    }
    unknown.push(...missing);
  };
  set(isValveClosed, valves.ids, changes.openedValves, 0);
  set(isValveClosed, valves.ids, changes.closedValves, 1);
  set(isLinkClosed, links.ids, changes.closedLinks, 1);
  set(isLinkClosed, links.ids, changes.stoppedPumps, 1);
  return unknown;
}
