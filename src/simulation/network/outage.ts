// What is lost when links or nodes are out: a transformer, a feeder, a pump, a station. Lost is what a source reaches
// in the state given and doesn't reach without them.

import type { NetworkChanges } from '#model/network-changes.ts';
import { lost, type PreparedNetwork } from './isolate.ts';
import { toOperation } from './operation.ts';
import { findSources, type Reached, reach } from './reach.ts';

/** Rows of what is out; nodes that stand at one that is out are out with it. */
export function findLost(
  { network, graph }: PreparedNetwork,
  out: { readonly links: readonly number[]; readonly nodes: readonly number[] },
  changes: NetworkChanges,
): Reached {
  const operation = toOperation(network, graph, changes);
  const barred = {
    nodes: new Uint8Array(network.nodes.ids.length),
    links: new Uint8Array(network.links.ids.length),
  };
  for (const link of out.links) barred.links[link] = 1;
  for (const node of out.nodes) barred.nodes[graph.host[node]!] = 1;
  const sources = { nodes: findSources(network) };
  const before = reach(network, graph, operation, sources);
  return lost(before, reach(network, graph, operation, sources, { barred }));
}
