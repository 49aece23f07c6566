// The buildings of an ingest: scanned here, read and built by the crew.

import { type ConvertedBuildings, convertBuildings } from '#conversion/convert.ts';
import type { ScannedInput } from '#conversion/input.ts';
import { Findings } from '#conversion/report.ts';
import { scanInput } from '#conversion/scan.ts';
import { loadGeoidGrid } from './geoid-file.ts';
import { type IngestOptions, type Opened, secondsSince } from './ingest-options.ts';
import { createNodeHost } from './node-host.ts';
import type { Workplace } from './publish.ts';
import type { ElevationFiles } from './thread-job.ts';
import { createCrew } from './threads.ts';

export interface BuiltBuildings {
  readonly scanned: readonly ScannedInput[];
  readonly buildings: ConvertedBuildings | undefined;
  /** Wall time, s. */
  readonly seconds: { readonly scan: number; readonly buildings: number };
}

/** Scans and converts; the threads start while the files are scanned, since that takes them half a second. */
export async function buildBuildings(
  inputs: readonly Opened[],
  elevation: ElevationFiles | undefined,
  { scratch, packageFolder }: Workplace,
  options: IngestOptions,
): Promise<BuiltBuildings> {
  const { jobs, progress, signal } = options;
  const started = performance.now();
  if (inputs.length === 0) {
    return { scanned: [], buildings: undefined, seconds: { scan: 0, buildings: 0 } };
  }
  const setup = { scratch, outFolder: packageFolder, geoid: loadGeoidGrid(), elevation };
  const crew = await createCrew(jobs, setup);
  try {
    const findings = new Findings();
    const scanned = inputs.map(({ source }, number) => {
      progress.start('scan', source.file);
      return scanInput(source, number, options, findings);
    });
    const scan = secondsSince(started);
    const paths = inputs.map(({ plainPath }) => plainPath);
    const node = createNodeHost({ crew, scratch, outFolder: packageFolder, paths });
    try {
      const buildings = await convertBuildings(scanned, findings, node.host, {
        onProgress: (stage, done, total) => progress.update(stage, done, total),
        signal,
      });
      return { scanned, buildings, seconds: { scan, buildings: secondsSince(started) - scan } };
    } finally {
      node.close();
    }
  } finally {
    await crew.close();
  }
}
