// `panopolis ifc-samples`: three buildings of the demo town as IFC, with what is in them.

import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { compareSamples } from './ifc-samples/compare-samples.ts';
import { toExpectations } from './ifc-samples/expectations.ts';
import { usualSamples, writeLater } from './ifc-samples/samples.ts';

/** Names of the files written and their contents. */
export function toSampleFiles(): ReadonlyMap<string, string> {
  const samples = usualSamples();
  const first = samples.find(({ id }) => id === 'fire-station');
  if (!first) throw new Error('The demo town has no plot for its fire station.');
  const later = writeLater(first);
  const all = [...samples, later];
  const expected = { ...toExpectations(all), changes: compareSamples(first, later) };
  return new Map([
    ...all.map(({ id, text }) => [`${id}.ifc`, text] as const),
    ['expected.json', `${JSON.stringify(expected, null, 2)}\n`],
  ]);
}

export function addIfcSamples(program: Command): void {
  program
    .command('ifc-samples')
    .description('write a fire station, a hospital wing and a pumping station as IFC4')
    .option('--out <folder>', 'where the files go', 'ifc-samples')
    .action(async ({ out }: { readonly out: string }) => {
      const folder = resolve(out);
      await mkdir(folder, { recursive: true });
      const files = toSampleFiles();
      for (const [name, content] of files) await writeFile(join(folder, name), content);
      process.stdout.write(`Wrote ${[...files.keys()].join(', ')} to ${out}.\n`);
    });
}
