// `panopolis inspect`: says what a file holds.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { detectFormat, type InputFormat } from '#conversion/detect.ts';
import { inspectSource } from '#conversion/inspect.ts';
import type { ByteSource } from '#conversion/json/byte-source.ts';
import { readInp } from '#conversion/networks/read-inp.ts';
import { classifyInput } from './ingest/classify.ts';
import { type FileSource, openFileSource, unpack } from './ingest/file-source.ts';
import { loadGeoidGrid } from './ingest/geoid-file.ts';
import { convertModel } from './ingest/models/convert-model.ts';
import { formatInspection } from './inspect/inspection-text.ts';
import { formatModelInspection } from './inspect/model-text.ts';

const EXAMPLES = `
Examples:
  panopolis inspect delfshaven.city.json
  panopolis inspect footprints.geojson.gz
  panopolis inspect station.ifc
`;

export function addInspect(program: Command): void {
  program
    .command('inspect')
    .description('say what a file holds: types, levels of detail, attributes, extent, oddities')
    .argument(
      '<file>',
      'CityJSON, CityJSONSeq, GeoJSON, IFC; of other formats only the kind is told',
    )
    .addHelpText('after', EXAMPLES)
    .action(runInspect);
}

async function runInspect(path: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'panopolis-inspect-'));
  try {
    const source = openFileSource(await unpack(path, scratch, 0), basename(path));
    const role = classifyInput(source);
    const other = role === 'model' ? undefined : describeOther(source);
    if (role === 'model') process.stdout.write(await inspectModel(source));
    else
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
function describeOther(source: ByteSource): string | undefined {
  const format = detectFormat(source);
  if (format !== 'epanet-inp') return OTHERS[format];
  const bytes = source.read(0, source.size);
  const { title, nodes, links } = readInp(new TextDecoder().decode(bytes), source.file);
  return `EPANET model, ${nodes} nodes, ${links} links${title === undefined ? '' : `, “${title}”`}`;
}

const OTHERS: { readonly [format in InputFormat]?: string } = {
  geotiff: 'GeoTIFF',
  'ascii-grid': 'ASCII grid',
  pmtiles: 'PMTiles archive',
};
