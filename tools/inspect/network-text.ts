// What files of networks hold, for a terminal: counts, assumptions, how fields are understood and, where the file
// says where it lies, what is wrong with it.

import { importNetworks, usualWishes } from '#conversion/networks/import-networks.ts';
import type { ImportedNetwork } from '#conversion/networks/imported-network.ts';
import { type NetworkFile, readNetworkFiles } from '#conversion/networks/read-network-files.ts';
import { createGeoid } from '#model/geoid.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import { loadGeoidGrid } from '../ingest/geoid-file.ts';
import { formatNetwork } from '../ingest/network-text.ts';

/** Throws `InputError` for what can't be read. */
export async function inspectNetworks(
  file: NetworkFile,
  crs: string | undefined,
  utilities: ReadonlyMap<string, UtilityNetwork>,
): Promise<string> {
  const wishes = { ...usualWishes, crs, utilities };
  const read = await readNetworkFiles([file], wishes);
  const isPlaced = read.every(({ plane }) => plane.kind === 'crs') || crs !== undefined;
  const lines = [`${file.name}: ${read[0]?.source.format ?? 'network'}`];
  if (isPlaced) {
    const geoid = createGeoid(await loadGeoidGrid());
    const { reports } = await importNetworks([file], wishes, { geoid });
    for (const report of reports) lines.push(...formatNetwork(report));
  } else {
    for (const network of read) lines.push(...formatUnplaced(network));
    lines.push(
      '  place    it names no coordinate reference system: --crs tells what is wrong, too',
    );
  }
  for (const [name, { fields }] of read.flatMap(({ mappings }) => Object.entries(mappings ?? {}))) {
    for (const [field, rule] of Object.entries(fields)) {
      const unit = rule.unit === undefined ? '' : ` in ${rule.unit}`;
      const sure = `${Math.round(rule.confidence * 100)} % sure`;
      lines.push(`  field    ${name}: ${field} = ${rule.source}${unit} (${sure})`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function formatUnplaced({ id, pipes, nodes, devices, valves, assumptions }: ImportedNetwork) {
  const count = (number: number) => number.toLocaleString('en');
  return [
    `  network  ${id}: ${count(pipes.length)} pipes, ${count(nodes.length)} nodes, ${count(devices.length)} devices, ${count(valves.length)} valves`,
    ...assumptions.map(({ text }) => `  assumed  ${text.en}`),
  ];
}
