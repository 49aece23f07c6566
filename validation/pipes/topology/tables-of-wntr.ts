// WNTR 1.5's golden tables of Net3: segments for two layers of valves, and the criticality of each valve.

import { readFileSync } from 'node:fs';
import { type NamedValve, readInpNetwork } from '#conversion/networks/inp-network.ts';
import { buildGraph } from '#simulation/network/graph.ts';
import { findSegments } from '#simulation/network/segments.ts';
import { rankNeighbours } from '#simulation/network/valve-ranks.ts';
import type { ReportRow } from '../../report.ts';

const SOURCE = 'WNTR 1.5, examples of valve segmentation on Net3';

/** @param folder shared pipes folder, with `wntr/` and `water/` */
export function compareWithWntr(folder: string): readonly ReportRow[] {
  const inp = readFileSync(`${folder}water/Net3.inp`, 'utf8');
  const table = (file: string) =>
    readFileSync(`${folder}wntr/${file}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(','));
  const layer = table('valve_layer_stategic_1.csv').map(
    ([id = '', link = '', node = '']): NamedValve => ({ id: `V${id}`, link, node }),
  );
  const network = readInpNetwork(inp, 'Net3.inp', layer);
  const graph = buildGraph(network);
  const segments = findSegments(network, graph);
  const pairs = [
    ...table('link_segments_strategic.csv').map(
      ([id = '', theirs = '']) => [segments.ofLink[network.links.ids.indexOf(id)], theirs] as const,
    ),
    ...table('node_segments_strategic.csv').map(
      ([id = '', theirs = '']) => [segments.ofNode[network.nodes.ids.indexOf(id)], theirs] as const,
    ),
  ];
  const ranks = rankNeighbours({ network, graph, segments });
  const ranked = [
    ['number of valves around', 'valve_crit_valve.csv', ranks.neighbours],
    ['growth of length', 'valve_crit_length.csv', ranks.length],
    ['growth of demand', 'valve_crit_demand.csv', ranks.demand],
  ] as const;
  const row = (metric: string, value: number, unit: string): ReportRow => ({
    ...{ case: 'Net3, strategic valves', metric, value, limit: 0, unit, pass: value === 0 },
    source: SOURCE,
  });
  return [
    row(`of ${pairs.length} elements in another segment`, countOdd(pairs), 'elements'),
    ...ranked.map(([metric, file, values]) =>
      row(
        `of ${values.length} valves with another ${metric}`,
        table(file).filter(([, theirs], at) => Math.abs(Number(theirs) - values[at]!) > 1e-5)
          .length,
        'valves',
      ),
    ),
  ];
}

/** Elements whose sets differ: numbers of segments mean nothing by themselves. */
function countOdd(pairs: readonly (readonly [number | undefined, string])[]): number {
  const [there, back] = [new Map<string, number | undefined>(), new Map<unknown, string>()];
  let odd = 0;
  for (const [ours, theirs] of pairs) {
    if (!there.has(theirs)) there.set(theirs, ours);
    if (!back.has(ours)) back.set(ours, theirs);
    if (ours === undefined || there.get(theirs) !== ours || back.get(ours) !== theirs) odd++;
  }
  return odd;
}
