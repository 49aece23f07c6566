// One-way streets of the narrow quarters: as many as leave every crossing reachable from every other.

import type { Random } from '#model/random.ts';
import type { StreetEdge } from './street-graph.ts';

/** Indices of the edges that may be driven from `from` to `to` alone. */
export function chooseOneWays(
  nodeCount: number,
  edges: readonly StreetEdge[],
  random: Random,
): ReadonlySet<number> {
  const streets = new Map<number, number[]>();
  for (const [index, edge] of edges.entries()) {
    if (edge.class !== 'residential' || edge.bridge) continue;
    streets.set(edge.street, [...(streets.get(edge.street) ?? []), index]);
  }
  const chosen = new Map([...streets].filter(() => random.chance(0.16)));
  for (;;) {
    const oneWays = new Set([...chosen.values()].flat());
    const isWhole = mainComponent(nodeCount, edges, oneWays);
    const bad = [...chosen].filter(([, members]) =>
      members.some((index) => !isWhole(edges[index]!.from) || !isWhole(edges[index]!.to)),
    );
    if (bad.length === 0) return oneWays;
    for (const [street] of bad) chosen.delete(street);
  }
}

/** Nodes that node 0 reaches and that reach node 0. */
function mainComponent(
  nodeCount: number,
  edges: readonly StreetEdge[],
  oneWays: ReadonlySet<number>,
): (node: number) => boolean {
  const onward = Array.from({ length: nodeCount }, (): number[] => []);
  const backward = Array.from({ length: nodeCount }, (): number[] => []);
  for (const [index, { from, to }] of edges.entries()) {
    onward[from]!.push(to);
    backward[to]!.push(from);
    if (oneWays.has(index)) continue;
    onward[to]!.push(from);
    backward[from]!.push(to);
  }
  const [reached, reaching] = [flood(onward), flood(backward)];
  return (node) => reached.has(node) && reaching.has(node);
}

function flood(neighbours: readonly (readonly number[])[]): ReadonlySet<number> {
  const reached = new Set([0]);
  for (const node of reached) for (const next of neighbours[node]!) reached.add(next);
  return reached;
}
