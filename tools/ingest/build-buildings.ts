// The buildings of an ingest: scanned here, read and built by the crew.

import { type ConvertedBuildings, convertBuildings } from '#conversion/convert.ts';
import { detectFormat } from '#conversion/detect.ts';
import type { ScannedInput } from '#conversion/input.ts';
import { Findings } from '#conversion/report.ts';
import { type ScanOptions, scanInput } from '#conversion/scan.ts';
import { loadGeoidGrid } from './geoid-file.ts';
import { type IngestOptions, type Opened, secondsSince } from './ingest-options.ts';
import { createNodeHost } from './node-host.ts';
import type { Workplace } from './publish.ts';

import type { ElevationFiles, FoundVertices } from './thread-job.ts';
import { type Crew, createCrew } from './threads.ts';

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
  const setup = { scratch, outFolder: packageFolder, geoid: await loadGeoidGrid(), elevation };
  const crew = await createCrew(jobs, setup);
  try {
    const findings = new Findings();
    const scanned: ScannedInput[] = [];
    for (const [number, input] of inputs.entries()) {
      progress.start('scan', input.source.file);
      const verticesAt = readVerticesMeanwhile(crew, input);
      scanned.push(await scanInput(input.source, number, { ...options, verticesAt }, findings));
    }
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

/** A thread reads the vertices while the main thread scans the objects. */
function readVerticesMeanwhile(
  crew: Crew,
  { plainPath, source }: Opened,
): ScanOptions['verticesAt'] {
  if (crew.size === 1 || detectFormat(source) !== 'cityjson') return undefined;
  const job = crew.run({ kind: 'vertices', path: plainPath, file: source.file });
  // Not asked for where the scan fails first; the threads' own death is told by the next job.
  job.catch(() => {});
  return async (at) => {
    const found = (await job) as FoundVertices | undefined;
    return found?.at === at ? found.vertices : undefined;
  };
}
