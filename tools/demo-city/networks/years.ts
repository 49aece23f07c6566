// When the pipes below a street were laid: with its houses, or renewed since.

import { createRandom } from '#model/random.ts';
import { manners } from '../plan.ts';
import type { StreetGraph } from '../street-graph.ts';
import { mannerAt, middleOf } from './quarters.ts';

/** `earliest`: when the town got this network; `renewed`: share that was laid anew since 1990. */
export function createYears(
  graph: StreetGraph,
  seed: string,
  network: string,
  { earliest, renewed }: { readonly earliest: number; readonly renewed: number },
): (edge: number) => number {
  const years = graph.edges.map((edge) => {
    const random = createRandom(`${seed}/${network}/${edge.id}`);
    const [first, last] = manners[mannerAt(middleOf(edge))].built;
    const laid = Math.max(earliest, random.whole(first, last));
    return random.chance(renewed) ? Math.max(laid, random.whole(1990, 2024)) : laid;
  });
  return (edge) => years[edge]!;
}
