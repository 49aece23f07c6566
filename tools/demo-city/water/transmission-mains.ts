// The transmission mains as junctions and pipes of the model.

import type { Random } from '#model/random.ts';
import type { Corridor } from '../corridor.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { Draft } from './draft.ts';
import { transmissionNode } from './inlets.ts';
import type { EdgePart } from './network.ts';
import type { TransmissionChain } from './transmission.ts';

const axisDepthM = 1.8;

export function addTransmissionMains(
  draft: Draft,
  graph: StreetGraph,
  chains: readonly TransmissionChain[],
  corridor: Corridor,
  random: Random,
): void {
  const crossings = new Set(chains.flatMap(({ from, to }) => [from, to]));
  for (const crossing of [...crossings].sort((a, b) => a - b)) {
    const { x, y } = corridor.nodeOf('waterTransmission', crossing);
    draft.nodes.push({
      ...{ id: transmissionNode(graph, crossing), kind: 'junction', at: { x, y } },
      elevationM: graph.nodes[crossing]!.at.z - axisDepthM,
      ...{ crossing, dma: undefined, role: 'transmission', demands: [] },
    });
  }
  for (const [index, { from, to, edges }] of chains.entries()) {
    let at = from;
    const parts = edges.map((edge): EdgePart => {
      const street = graph.edges[edge]!;
      const isForward = street.from === at;
      at = isForward ? street.to : street.from;
      const ends = [0, street.lengthM] as const;
      return { edge, startM: ends[isForward ? 0 : 1], endM: ends[isForward ? 1 : 0] };
    });
    const id = `TM-${String(index + 1).padStart(3, '0')}`;
    const chance = random.fork(id);
    draft.pipes.push({
      ...{ id, from: transmissionNode(graph, from), to: transmissionNode(graph, to) },
      ...{ role: 'transmission', leastMm: 300, dma: undefined },
      // Each works supplies its own bank; the mains over the bridges are opened when one of them fails.
      isClosed: edges.some((edge) => graph.edges[edge]!.bridge),
      lengthM: edges.reduce((sum, edge) => sum + graph.edges[edge]!.lengthM, 0),
      course: { kind: 'street', isTransmission: true, edges: parts },
      ...{ year: chance.whole(1955, 2016), chance: chance.next() },
    });
  }
}
