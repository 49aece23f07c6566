// WNTR's example of closing each segment of Net3 (60 valves) and counting junctions and people whose pressure falls.
// The counts are its simulator's; what topology says of them is that pipes of one segment break alike.

import { readFileSync } from 'node:fs';
import { type NamedValve, readInpNetwork } from '#conversion/networks/inp-network.ts';
import { buildGraph } from '#simulation/network/graph.ts';
import { findSegments } from '#simulation/network/segments.ts';
import type { ReportRow } from '../../report.ts';

/** @param folder shared pipes folder, with `wntr/` and `water/` */
export function compareBreaks(folder: string): readonly ReportRow[] {
  const table = (file: string) =>
    readFileSync(`${folder}wntr/${file}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(','));
  const layer = table('valve_layer_stategic_2.csv').map(
    ([id = '', link = '', node = '']): NamedValve => ({ id: `V${id}`, link, node }),
  );
  const inp = readFileSync(`${folder}water/Net3.inp`, 'utf8');
  const network = readInpNetwork(inp, 'Net3.inp', layer);
  const { ofLink } = findSegments(network, buildGraph(network));
  return ['junctions', 'people'].map((what) => {
    const rows = table(`segment_break_${what}_impacted.csv`);
    const counts = new Map<number | undefined, Set<string>>();
    for (const [id = '', count = ''] of rows) {
      const segment = ofLink[network.links.ids.indexOf(id)];
      counts.set(segment, (counts.get(segment) ?? new Set()).add(count));
    }
    const odd = [...counts.values()].filter(({ size }) => size > 1).length;
    return {
      ...{ case: 'Net3, 60 valves', value: odd, limit: 0, unit: 'segments', pass: odd === 0 },
      metric: `of ${counts.size} segments whose ${rows.length} links differ in ${what} out`,
      source: 'WNTR 1.5, example of segment breaks on Net3',
    };
  });
}
