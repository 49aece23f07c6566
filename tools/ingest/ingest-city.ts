// One ingest from files to a published city.

import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CityManifest } from '#contract/city-package.ts';
import type { ConvertedBuildings } from '#conversion/convert.ts';
import type { NetworkReport } from '#conversion/networks/network-report.ts';
import { buildLayers, type StageSeconds } from './build-layers.ts';
import { classifyInput } from './classify.ts';
import { openFileSource, unpack } from './file-source.ts';
import { type IngestOptions, type Opened, secondsSince } from './ingest-options.ts';
import { createManifest } from './manifest.ts';
import type { BuiltModels } from './models/build-models.ts';
import { compileEngine } from './models/engine-code.ts';
import { createWorkplace, publish, type Workplace } from './publish.ts';

export interface IngestReport {
  readonly manifest: CityManifest;
  readonly seconds: number;
  readonly stages: StageSeconds;
  readonly bytesRead: number;
  readonly buildings: ConvertedBuildings | undefined;
  readonly models: BuiltModels;
  readonly networks: readonly NetworkReport[];
  /** Lines about terrain and basemap. */
  readonly notes: readonly string[];
}

/** Throws `InputError` for anything malformed; leaves the city as it was unless all went well. */
export async function ingestCity(options: IngestOptions): Promise<IngestReport> {
  const started = performance.now();
  const workplace = createWorkplace(options.out);
  const opened: Opened[] = [];
  try {
    for (const [number, path] of options.files.entries()) {
      opened.push(await openInput(path, number, workplace, options));
    }
    const models = opened.filter(({ role }) => role === 'model');
    const bytes = models.reduce((sum, { source }) => sum + source.size, 0);
    if (bytes > 0) void compileEngine(bytes);
    const built = await buildLayers(opened, workplace, options);
    options.signal.throwIfAborted();
    const manifest = createManifest(built, options);
    const report: IngestReport = {
      manifest,
      seconds: secondsSince(started),
      stages: built.stages,
      bytesRead: opened.reduce((sum, { source }) => sum + source.size, 0),
      buildings: built.buildings,
      models: built.models,
      networks: built.networks,
      notes: built.notes,
    };
    writeFileSync(
      join(workplace.packageFolder, 'report.json'),
      `${JSON.stringify(toPlainReport(report), null, 2)}\n`,
    );
    publish(options.out, workplace.packageFolder, manifest);
    return report;
  } finally {
    for (const { source } of opened) source.close();
    workplace.clear();
  }
}

async function openInput(
  path: string,
  number: number,
  { scratch }: Workplace,
  { roles, signal }: IngestOptions,
): Promise<Opened> {
  const plainPath = await unpack(path, scratch, number, signal);
  const source = openFileSource(plainPath, basename(path));
  try {
    return { path, plainPath, role: roles.get(path) ?? classifyInput(source), source };
  } catch (error) {
    source.close();
    throw error;
  }
}

function toPlainReport(report: IngestReport) {
  const { manifest, seconds, stages, bytesRead, buildings, models, networks, notes } = report;
  return {
    city: manifest.id,
    seconds,
    stages,
    bytesRead,
    sources: manifest.sources,
    features: buildings?.layer.count ?? 0,
    classes: Object.fromEntries(buildings?.classes ?? []),
    tiles: buildings?.tiles,
    models: models.converted.map(({ model, sizes, tiles }) => ({
      ...{ id: model.id, count: model.count, tiles, sizes },
      ...{ georeferencing: model.georeferencing, report: model.report },
    })),
    networks,
    findings: buildings?.findings.counts ?? {},
    notes,
  };
}
