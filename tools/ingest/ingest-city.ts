// One ingest from files to a published city.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import tzLookup from '@photostructure/tz-lookup';
import { type CityManifest, type PackageLayer, parseCityManifest } from '#contract/city-package.ts';
import { hashBytes } from '#conversion/content-hash.ts';
import { type ConvertedBuildings, convertBuildings, toBuildName } from '#conversion/convert.ts';
import type { HeightRules } from '#conversion/footprints/height.ts';
import type { ScannedInput } from '#conversion/input.ts';
import { Findings } from '#conversion/report.ts';
import { scanInput } from '#conversion/scan.ts';
import { crsOf } from '#conversion/workshop.ts';
import type { CompoundCrs } from '#model/crs.ts';
import { InputError } from '#model/input-error.ts';
import type { Elevation } from '../terrain/index.ts';
import { classifyInput, type InputRole } from './classify.ts';
import { type FileSource, openFileSource, unpack } from './file-source.ts';
import { toFootings } from './footings.ts';
import { loadGeoidGrid } from './geoid-file.ts';
import { createNodeHost } from './node-host.ts';
import type { Progress } from './progress.ts';
import { createWorkplace, publish, type Workplace } from './publish.ts';
import { openTerrain } from './terrain-tool.ts';
import { createCrew } from './threads.ts';

export interface IngestOptions {
  readonly files: readonly string[];
  /** Files whose role is given instead of found out. */
  readonly roles: ReadonlyMap<string, InputRole>;
  /** The city's folder; its last part is the city's id. */
  readonly out: string;
  readonly name?: string | undefined;
  readonly crs?: string | undefined;
  readonly lod?: number | undefined;
  readonly timeZone?: string | undefined;
  readonly licence?: string | undefined;
  readonly attribution?: string | undefined;
  readonly isFictional?: boolean | undefined;
  readonly view?: CityManifest['view'];
  readonly heights: HeightRules;
  readonly jobs: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface IngestReport {
  readonly manifest: CityManifest;
  readonly seconds: number;
  readonly stages: StageSeconds;
  readonly bytesRead: number;
  readonly buildings: ConvertedBuildings | undefined;
  /** Lines about terrain and basemap. */
  readonly notes: readonly string[];
}

/** Wall time by stage, s. */
export interface StageSeconds {
  readonly scan: number;
  readonly buildings: number;
  readonly terrain: number;
  readonly basemap: number;
}

interface Opened {
  readonly path: string;
  readonly plainPath: string;
  readonly role: InputRole;
  readonly source: FileSource;
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
    const built = await buildLayers(opened, workplace, options);
    options.signal.throwIfAborted();
    const manifest = createManifest(built, options);
    const report = {
      manifest,
      seconds: secondsSince(started),
      stages: built.stages,
      bytesRead: opened.reduce((sum, { source }) => sum + source.size, 0),
      buildings: built.buildings,
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

const secondsSince = (moment: number) => Math.round(performance.now() - moment) / 1000;

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

interface Built {
  readonly scanned: readonly ScannedInput[];
  readonly buildings: ConvertedBuildings | undefined;
  readonly layers: readonly PackageLayer[];
  readonly boundsDeg: readonly [number, number, number, number];
  readonly heightM: readonly [number, number];
  readonly crs: CompoundCrs | undefined;
  readonly sources: CityManifest['sources'];
  readonly fingerprints: readonly string[];
  readonly notes: readonly string[];
  readonly stages: StageSeconds;
}

async function buildLayers(
  opened: readonly Opened[],
  workplace: Workplace,
  options: IngestOptions,
): Promise<Built> {
  const byRole = (role: InputRole) => opened.filter((input) => input.role === role);
  const terrainInputs = byRole('terrain');
  const elevationFiles =
    terrainInputs.length > 0
      ? { files: terrainInputs.map(({ plainPath }) => plainPath), crs: options.crs }
      : undefined;
  const elevation = elevationFiles && (await openTerrain(elevationFiles, options.signal));
  const conversion = await convertInputs(byRole('buildings'), elevationFiles, workplace, options);
  const { scanned, buildings } = conversion;
  const boundsDeg = buildings?.boundsDeg ?? elevation?.boundsDeg;
  if (!boundsDeg) {
    throw new InputError(
      { file: options.files.map((file) => basename(file)).join(', ') },
      'there are neither buildings nor terrain in it, so there is no city to place.',
    );
  }
  const terrainStarted = performance.now();
  const terrain = await buildTerrainLayer(elevation, buildings, boundsDeg, workplace, options);
  const terrainSeconds = secondsSince(terrainStarted);
  const basemapStarted = performance.now();
  const basemap = await buildBasemapLayer(byRole('basemap'), boundsDeg, workplace, options);
  const [bottom, top] = buildings?.heightM ?? terrain.heightM;
  const crs = scanned[0] ? crsOf(scanned[0].input) : elevation?.crs;
  const credit = creditOf(options);
  return {
    scanned,
    buildings,
    layers: [...(buildings ? [buildings.layer] : []), terrain.layer, ...basemap.layers],
    boundsDeg,
    heightM: [Math.min(bottom, terrain.heightM[0]), Math.max(top, terrain.heightM[1])],
    crs,
    sources: [
      ...scanned.map(({ input: { file }, format }, number) => ({
        file,
        format,
        features: buildings?.featuresByInput[number] ?? 0,
        ...credit,
      })),
      ...terrainInputs.map(({ source: { file } }) => ({
        file,
        format: 'elevation model',
        features: 0,
        ...credit,
      })),
      ...basemap.sources.map((source) => ({ ...credit, ...source })),
    ],
    fingerprints: [
      ...(buildings?.fingerprints ?? []),
      ...hashFolder(workplace.packageFolder, 'terrain'),
      ...hashFolder(workplace.packageFolder, 'basemap'),
    ],
    notes: [...terrain.report, ...basemap.notes],
    stages: {
      ...conversion.seconds,
      terrain: terrainSeconds,
      basemap: secondsSince(basemapStarted),
    },
  };
}

const creditOf = ({ licence, attribution }: IngestOptions) => ({
  ...(licence === undefined ? {} : { licence }),
  ...(attribution === undefined ? {} : { attribution }),
});

/** Scans and converts; the threads start while the files are scanned, since that takes them half a second. */
async function convertInputs(
  inputs: readonly Opened[],
  elevation: { readonly files: readonly string[]; readonly crs: string | undefined } | undefined,
  { scratch, packageFolder }: Workplace,
  options: IngestOptions,
) {
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

async function buildTerrainLayer(
  elevation: Elevation | undefined,
  buildings: ConvertedBuildings | undefined,
  boundsDeg: readonly [number, number, number, number],
  { packageFolder }: Workplace,
  { progress, signal }: IngestOptions,
) {
  const { buildTerrain } = await import('../terrain/index.ts');
  return buildTerrain({
    ground: elevation ?? toFootings(buildings),
    boundsDeg,
    outFolder: join(packageFolder, 'terrain'),
    path: 'terrain',
    onProgress: (done, total) => progress.update('terrain', done, total),
    signal,
  });
}

async function buildBasemapLayer(
  inputs: readonly Opened[],
  boundsDeg: readonly [number, number, number, number],
  { packageFolder }: Workplace,
  { crs, progress, signal }: IngestOptions,
) {
  if (inputs.length === 0) return { layers: [], sources: [], notes: [] };
  const { buildBasemap } = await import('../basemap/index.ts');
  const { layer, report } = await buildBasemap({
    inputs: inputs.map(({ plainPath, source: { file } }) => ({
      path: plainPath,
      name: file,
      ...(crs === undefined ? {} : { crs }),
    })),
    outFolder: join(packageFolder, 'basemap'),
    boundsDeg: widen(boundsDeg),
    onProgress: ({ done, total }) => progress.update('basemap', done, total),
    signal,
  });
  const tiles = `basemap/${layer.tiles}`;
  return {
    layers: [{ ...layer, tiles, id: 'basemap', name: 'Basemap' }],
    sources: report.sources,
    notes: [
      `basemap: ${report.tiles} tiles, ${report.bytes} bytes`,
      ...report.dropped.map(({ reason, count }) => `basemap: ${count} dropped, ${reason}`),
    ],
  };
}

/** A map goes on around the city: a fifth of its size on each side. */
function widen([west, south, east, north]: readonly [number, number, number, number]) {
  const x = Math.max((east - west) / 5, 0.005);
  const y = Math.max((north - south) / 5, 0.005);
  return [west - x, south - y, east + x, north + y] as const;
}

function createManifest(built: Built, options: IngestOptions): CityManifest {
  const [west, south, east, north] = built.boundsDeg;
  const id = basename(options.out);
  const build = toBuildName(built.fingerprints);
  const { crs } = built;
  const manifest = {
    format: 'panopolis-city',
    version: 1,
    id,
    name: options.name ?? titleOf(built.scanned) ?? toName(id),
    ...(options.isFictional ? { fictional: true } : {}),
    ...(options.view ? { view: options.view } : {}),
    build,
    boundsDeg: [west, south, east, north],
    heightM: [...built.heightM],
    crs: {
      horizontal: crs?.horizontal.code ?? 'OGC:CRS84',
      vertical: crs?.vertical.code ?? 'ellipsoidal',
    },
    timeZone: options.timeZone ?? tzLookup((south + north) / 2, (west + east) / 2),
    sources: built.sources,
    layers: built.layers.map((layer) => withBuild(layer, build)),
  };
  return parseCityManifest(manifest, join(options.out, 'city.json'));
}

/** Paths in layers are relative to the build until its name is known. */
function withBuild(layer: PackageLayer, build: string): PackageLayer {
  switch (layer.kind) {
    case 'buildings':
      return {
        ...layer,
        tileset: `${build}/${layer.tileset}`,
        index: `${build}/${layer.index}`,
        columns: layer.columns.map((column) => ({ ...column, path: `${build}/${column.path}` })),
      };
    case 'terrain':
      return {
        ...layer,
        tiles: `${build}/${layer.tiles}`,
        ...(layer.grid === undefined ? {} : { grid: `${build}/${layer.grid}` }),
      };
    case 'basemap':
      return { ...layer, tiles: `${build}/${layer.tiles}` };
    case 'collection':
    case 'sensors':
      return { ...layer, items: `${build}/${layer.items}` };
    case 'network':
      return { ...layer, model: `${build}/${layer.model}` };
  }
}

function titleOf(scanned: readonly ScannedInput[]): string | undefined {
  for (const { input } of scanned) {
    if (input.kind === 'cityjson' && input.header.title) return input.header.title;
  }
  return undefined;
}

const toName = (id: string) =>
  id
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');

function hashFolder(root: string, folder: string): string[] {
  let entries: string[];
  try {
    entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => /\.\w+$/.test(entry) && !/\.(gz|br)$/.test(entry))
    .toSorted()
    .map((entry) => `${folder}/${entry} ${hashBytes(readFileSync(join(root, folder, entry)))}`);
}

function toPlainReport({ manifest, seconds, stages, bytesRead, buildings, notes }: IngestReport) {
  return {
    city: manifest.id,
    seconds,
    stages,
    bytesRead,
    sources: manifest.sources,
    features: buildings?.layer.count ?? 0,
    classes: Object.fromEntries(buildings?.classes ?? []),
    tiles: buildings?.tiles,
    findings: buildings?.findings.counts ?? {},
    notes,
  };
}
