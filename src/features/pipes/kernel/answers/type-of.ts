import { linkKinds, nodeKinds, type PipeNetwork } from '#model/pipe-network.ts';
import type { Element } from '../index-space.ts';

/** Kind of node or link; `isolation` or `switch` of a valve. */
export function typeOf({ nodes, links, valves }: PipeNetwork, { kind, row }: Element): string {
  if (kind === 'link') return linkKinds[links.kind[row]!] ?? '';
  if (kind === 'node') return nodeKinds[nodes.kind[row]!] ?? '';
  return valves.isSwitch[row] === 1 ? 'switch' : 'isolation';
}
