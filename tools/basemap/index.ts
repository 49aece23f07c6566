// Builds a city's basemap: one PMTiles archive in the basemap schema from archives and GeoJSON files.

import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Archive, openArchive } from '#conversion/basemap/archive.ts';
import type { MapFeature } from '#conversion/basemap/geojson.ts';
import { boundsOf, createFeatureTiles } from '#conversion/basemap/geojson-tiles.ts';
import { DEEPEST_ZOOM } from '#conversion/basemap/schema.ts';
import { type Bounds, intersection, union } from '#conversion/basemap/tile-grid.ts';
import { InputError } from '#model/input-error.ts';
import { type ArchiveFile, openArchiveFile } from './archive-file.ts';
import { createArchiveOutput } from './archive-output.ts';
import type { BasemapInput, BasemapOptions, BasemapResult, BasemapSource } from './basemap-job.ts';
import { readGeoJsonFile } from './geojson-file.ts';
import { describeLayers, writeTiles } from './write-tiles.ts';

export type {
  BasemapInput,
  BasemapOptions,
  BasemapProgress,
  BasemapReport,
  BasemapResult,
  BasemapSource,
} from './basemap-job.ts';

const ARCHIVE_NAME = 'basemap.pmtiles';

/** Throws `InputError` for a malformed file and the signal's reason when aborted; leaves no half archive behind. */
export async function buildBasemap(options: BasemapOptions): Promise<BasemapResult> {
  const files: ArchiveFile[] = [];
  try {
    const inputs = await readInputs(options, files);
    return await writeArchive(options, inputs);
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

interface Inputs {
  readonly archives: readonly Archive[];
  readonly features: readonly MapFeature[];
  readonly sources: readonly (BasemapSource & { readonly archive?: Archive })[];
  readonly dropped: ReadonlyMap<string, number>;
}

async function readInputs(options: BasemapOptions, files: ArchiveFile[]): Promise<Inputs> {
  const { inputs, onProgress, signal } = options;
  const archives: Archive[] = [];
  const features: MapFeature[] = [];
  const sources: (BasemapSource & { readonly archive?: Archive })[] = [];
  const dropped = new Map<string, number>();
  for (const [done, input] of inputs.entries()) {
    onProgress?.({ stage: 'read', done, total: inputs.length });
    signal?.throwIfAborted();
    const file = input.name ?? basename(input.path);
    if (await isArchive(input)) {
      const source = await openArchiveFile(input.path);
      files.push(source);
      const archive = await openArchive(source, file);
      archives.push(archive);
      const { attribution } = archive;
      sources.push({
        file,
        format: 'PMTiles',
        features: 0,
        archive,
        ...(attribution && { attribution }),
      });
    } else {
      const content = await readGeoJsonFile(input.path, file, input.crs);
      for (const feature of content.features) features.push(feature);
      for (const [reason, count] of content.dropped) {
        dropped.set(reason, (dropped.get(reason) ?? 0) + count);
      }
      sources.push({ file, format: 'GeoJSON', features: content.count });
    }
  }
  onProgress?.({ stage: 'read', done: inputs.length, total: inputs.length });
  return { archives, features, sources, dropped };
}

async function isArchive({ path }: BasemapInput): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(7), 0, 7, 0);
    return buffer.toString('latin1', 0, bytesRead) === 'PMTiles' || /\.pmtiles$/i.test(path);
  } finally {
    await handle.close();
  }
}

async function writeArchive(options: BasemapOptions, inputs: Inputs): Promise<BasemapResult> {
  const { archives, features, sources, dropped } = inputs;
  const boundsDeg = boundsOfAll(options, inputs);
  const maxZoom = Math.max(...archives.map((archive) => archive.maxZoom), 0) || DEEPEST_ZOOM;
  const minZoom = features.length > 0 ? 0 : Math.min(...archives.map(({ minZoom: z }) => z));
  const output = await createArchiveOutput(options.outFolder, ARCHIVE_NAME);
  try {
    const { tiles, archiveFeatures } = await writeTiles(output.writer, {
      archives,
      features: features.length > 0 ? createFeatureTiles(features, maxZoom) : undefined,
      boundsDeg,
      minZoom,
      maxZoom,
      onTile: (done, total) => options.onProgress?.({ stage: 'tile', done, total }),
      signal: options.signal,
    });
    const attribution = archives.flatMap((archive) => archive.attribution ?? []).join(', ');
    const bytes = await output.finish({
      boundsDeg,
      minZoom,
      maxZoom,
      metadata: {
        name: 'basemap',
        type: 'baselayer',
        ...(attribution && { attribution }),
        vector_layers: describeLayers(minZoom, maxZoom),
      },
    });
    return {
      layer: { kind: 'basemap', tiles: ARCHIVE_NAME, minZoom, maxZoom },
      report: {
        sources: sources.map(({ archive, ...source }) => ({
          ...source,
          features: archive ? (archiveFeatures.get(archive) ?? 0) : source.features,
        })),
        dropped: Array.from(dropped, ([reason, count]) => ({ reason, count })),
        boundsDeg,
        tiles,
        bytes,
      },
    };
  } catch (error) {
    await output.discard();
    throw error;
  }
}

function boundsOfAll({ boundsDeg, inputs: files }: BasemapOptions, inputs: Inputs): Bounds {
  const parts = [boundsOf(inputs.features), ...inputs.archives.map((one) => one.boundsDeg)];
  const all = parts
    .filter((part) => part !== undefined)
    .reduce<Bounds | undefined>(union, undefined);
  const names = files.map(({ path, name }) => name ?? basename(path)).join(', ');
  if (!all) throw new InputError({ file: names }, 'has nothing that belongs on a basemap.');
  const kept = boundsDeg ? intersection(all, boundsDeg) : all;
  if (!kept) throw new InputError({ file: names }, 'lies outside of the city.');
  return kept;
}
