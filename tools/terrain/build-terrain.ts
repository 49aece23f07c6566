import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { BoxRad } from '#conversion/terrain/box.ts';
import {
  createFootingsSurface,
  createSurveySurface,
  type Surface,
} from '#conversion/terrain/surface.ts';
import { terrainFiles } from '#conversion/terrain/terrain-files.ts';
import { createGeoid } from '#model/geoid.ts';
import { fromDegrees } from '#model/units.ts';
import { bundleFolder } from '../bundle.mjs';
import { loadGeoidGrid } from '../ingest/geoid-file.ts';
import type { BuildTerrainOptions, BuiltTerrain, Elevation, Footing } from './index.ts';
import { openKeptGlobe } from './kept-globe.ts';
import { writeGrid } from './write-grid.ts';

const toGzip = promisify(gzip);
const HEIGHT_PROBES = 256;

/**
 * Builds the terrain of a city into a folder: `layer.json`, `{level}/{x}/{y}.terrain` with `.gz` beside each, and
 * `grid.json` + `grid.f32` where there was a survey. Throws AbortError when `signal` says so.
 */
export async function buildTerrain(options: BuildTerrainOptions): Promise<BuiltTerrain> {
  const { ground, outFolder, path, signal } = options;
  const [west, south, east, north] = options.boundsDeg;
  const bounds: BoxRad = [
    fromDegrees(west),
    fromDegrees(south),
    fromDegrees(east),
    fromDegrees(north),
  ];
  const surface = await createSurface(ground, bounds);
  const files: string[] = [];
  let bytes = 0;
  const write = async (name: string, content: Uint8Array) => {
    const target = join(outFolder, name);
    const packed = await toGzip(content);
    await mkdir(dirname(target), { recursive: true });
    await Promise.all([writeFile(target, content), writeFile(`${target}.gz`, packed)]);
    files.push(name, `${name}.gz`);
    bytes += packed.length;
  };

  const name = options.name ?? 'Terrain';
  let tiles = 0;
  let levels = 0;
  let pending: Promise<void> = Promise.resolve();
  const globe = openKeptGlobe(bundleFolder);
  for (const file of terrainFiles(surface, name, globe)) {
    signal?.throwIfAborted();
    await pending;
    pending = write(file.path, file.bytes);
    ({ total: tiles, levels } = file);
    options.onProgress?.(file.done, file.total);
  }
  await pending;
  globe?.save();

  const report = [
    `${tiles} terrain tiles, levels 0–${levels - 1}, ${(bytes / 1e6).toFixed(1)} MB gzipped`,
  ];
  const isSurvey = 'survey' in ground;
  if (isSurvey) {
    const grid = await writeGrid(ground.grids, outFolder, signal);
    files.push(...grid.files);
    report.push(grid.report);
  }
  return {
    layer: {
      kind: 'terrain',
      id: 'terrain',
      name,
      tiles: path,
      ...(isSurvey && { grid: `${path}/grid.json` }),
      origin: isSurvey ? 'survey' : 'footings',
    },
    heightM: probeHeights(surface, bounds),
    heightAt: (longitude, latitude) => surface.heightAt(longitude, latitude),
    files,
    bytes,
    report,
  };
}

async function createSurface(ground: Elevation | readonly Footing[], bounds: BoxRad) {
  const geoid = createGeoid(await loadGeoidGrid());
  if ('survey' in ground) return createSurveySurface(ground.survey, geoid);
  const footings = {
    longitudes: Float64Array.from(ground, ({ longitude }) => longitude),
    latitudes: Float64Array.from(ground, ({ latitude }) => latitude),
    groundsM: Float64Array.from(ground, ({ groundM }) => groundM),
  };
  return createFootingsSurface(footings, bounds, geoid);
}

function probeHeights(surface: Surface, [west, south, east, north]: BoxRad): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row <= HEIGHT_PROBES; row++) {
    const latitude = south + ((north - south) * row) / HEIGHT_PROBES;
    for (let column = 0; column <= HEIGHT_PROBES; column++) {
      const longitude = west + ((east - west) * column) / HEIGHT_PROBES;
      const height = surface.heightAt(longitude, latitude);
      least = Math.min(least, height);
      greatest = Math.max(greatest, height);
    }
  }
  return [least, greatest];
}
