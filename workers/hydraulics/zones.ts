import { NO_ZONE } from '#model/build-network.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';

/** The zone of a node: that of a pipe at it; '' where none has one. */
export function zonesOfNodes({ nodes, links }: PipeNetwork): (node: string) => string {
  const zones = new Map<string, string>();
  for (let link = 0; link < links.ids.length; link += 1) {
    const zone = links.zone[link]!;
    if (zone === NO_ZONE) continue;
    for (const end of [links.from[link]!, links.to[link]!]) {
      zones.set(nodes.ids[end]!, links.zones[zone]!);
    }
  }
  return (node) => zones.get(node) ?? '';
}
