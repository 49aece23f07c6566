// `panopolis inspect`: says what a file holds.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { detectFormat, type InputFormat } from '#conversion/detect.ts';
import { inspectSource } from '#conversion/inspect.ts';
import type { ByteSource } from '#conversion/json/byte-source.ts';
import { classifyInput } from './ingest/classify.ts';
import { type FileSource, openFileSource, unpack } from './ingest/file-source.ts';
import { loadGeoidGrid } from './ingest/geoid-file.ts';
import { convertModel } from './ingest/models/convert-model.ts';
import { toUtility } from './ingest/network-flags.ts';
import { formatInspection } from './inspect/inspection-text.ts';
import { formatModelInspection } from './inspect/model-text.ts';
import { inspectNetworks } from './inspect/network-text.ts';

const EXAMPLES = `
Examples:
  panopolis inspect delfshaven.city.json
  panopolis inspect footprints.geojson.gz
  panopolis inspect station.ifc
  panopolis inspect ky4.inp --crs EPSG:3089
`;

export function addInspect(program: Command): void {
  program
    .command('inspect')
    .description('say what a file holds: types, levels of detail, attributes, extent, oddities')
    .argument(
      '<file>',
      'CityJSON, CityJSONSeq, GeoJSON, IFC, networks; of other formats only the kind is told',
    )
    .option('--crs <code>', 'where a network lies that does not say so, e.g. EPSG:3089')
    .option('--utility <utility>', 'what a network carries that does not say so, e.g. storm')
    .addHelpText('after', EXAMPLES)
    .action(runInspect);
}

interface InspectFlags {
  readonly crs?: string;
  readonly utility?: string;
}

async function runInspect(path: string, { crs, utility }: InspectFlags): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'panopolis-inspect-'));
  try {
    const source = openFileSource(await unpack(path, scratch, 0), basename(path));
    const role = classifyInput(source);
    const isOwn = role === 'model' || role === 'network';
    const other = isOwn ? undefined : describeOther(source);
    if (role === 'model') process.stdout.write(await inspectModel(source));
    else if (role === 'network') {
      const bytes = source.read(0, source.size);
      const utilities = new Map(utility === undefined ? [] : [['', toUtility(utility)] as const]);
      process.stdout.write(await inspectNetworks({ name: source.file, bytes }, crs, utilities));
    } else
      process.stdout.write(
        other === undefined
          ? formatInspection(source.file, source.size, role, inspectSource(source))
          : `${source.file}: ${other}\n  used as  ${role}\n`,
      );
    source.close();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function inspectModel({ path, file }: FileSource): Promise<string> {
  const converted = await convertModel(
    {
      ...{ path, file, id: 'model', name: undefined, crs: undefined, cityCrs: undefined },
      ...{ given: undefined, fallback: undefined, outFolder: undefined },
      geoid: await loadGeoidGrid(),
    },
    { signal: new AbortController().signal },
  );
  return formatModelInspection(converted);
}

/** What the formats that have no features to tell are called; undefined for those that have. */
const describeOther = (source: ByteSource): string | undefined => OTHERS[detectFormat(source)];

const OTHERS: { readonly [format in InputFormat]?: string } = {
  geotiff: 'GeoTIFF',
  'ascii-grid': 'ASCII grid',
  pmtiles: 'PMTiles archive',
};
