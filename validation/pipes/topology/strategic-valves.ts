import type { NamedValve } from '#conversion/networks/inp-network.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';

/**
 * Valves on all links of a node but one (the N−1 rule of Walski 1993), as a model without valves of its own might
 * have them; `keep` leaves out some of them.
 */
export function strategicValves(
  { nodes, links }: PipeNetwork,
  keep: (valve: number) => boolean = () => true,
): readonly NamedValve[] {
  const met = nodes.ids.map((): number[] => []);
  for (let link = 0; link < links.ids.length; link++) {
    met[links.from[link]!]!.push(link);
    if (links.to[link] !== links.from[link]) met[links.to[link]!]!.push(link);
  }
  let count = 0;
  return met.flatMap((around, node) =>
    around
      .slice(1)
      .flatMap((link) =>
        keep(count++)
          ? [{ id: `V${count}`, link: links.ids[link] ?? '', node: nodes.ids[node] ?? '' }]
          : [],
      ),
  );
}
