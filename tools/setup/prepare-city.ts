import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listCities } from '#server/storage/cities.ts';
import { site } from '#tools/demo-city/site.ts';
import { fingerprint } from '#tools/fingerprint.ts';
import { runNode } from './children.ts';
import { createRecord } from './records.ts';

export interface CityRequest {
  /** Absolute paths of the files a person named. */
  readonly files: readonly string[];
  /** Handed on to `panopolis ingest` as they are, e.g. `--crs EPSG:7415`. */
  readonly options: readonly string[];
}

/** Ingests the files into the data folder unless that was done with these very files; returns the city's id. */
export async function prepareCity(
  root: string,
  dataFolder: string,
  { files, options }: CityRequest,
): Promise<string> {
  const id = toCityId(files[0] ?? '');
  const out = join(dataFolder, id);
  const record = recordOf(root, out);
  const key = hash(JSON.stringify([files.map(describeFile), options, builderVersion(root)]));
  if ((await isThere(dataFolder, id)) && record.compare(key) === 'current') return id;
  await runPanopolis(root, ['ingest', ...files, '--out', out, ...options]);
  record.write(key);
  return id;
}

/** Builds the demo town where the data folder holds no city at all, and again when its builder changed. */
export async function prepareDemo(
  root: string,
  dataFolder: string,
  { districts }: { readonly districts?: string } = {},
): Promise<void> {
  const out = join(dataFolder, site.id);
  const record = recordOf(root, out);
  const key = builderVersion(root);
  const { cities } = await listCities(dataFolder);
  const isOutdated = (await isThere(dataFolder, site.id)) && record.compare(key) === 'outdated';
  if (cities.length > 0 && !isOutdated) return;
  console.log(`Building ${site.name}, an invented town to look at …`);
  const source = join(root, '.cache', site.id);
  const part = districts === undefined ? [] : ['--districts', districts];
  await runPanopolis(root, ['demo-city', '--out', source, ...part]);
  // Folders hold what a city hands over beside its maps and models, e.g. the register of buildings.
  const files = readdirSync(source, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(source, entry.name)] : [],
  );
  const facts = ['--name', site.name, '--time-zone', site.timeZone, '--licence', 'CC0-1.0'];
  const look = ['--attribution', `${site.name}, an invented town`, '--view', site.view];
  await runPanopolis(root, ['ingest', ...files, '--out', out, ...facts, ...look, '--fictional']);
  record.write(key);
}

const recordOf = (root: string, out: string) =>
  createRecord(root, `city-${hash(out).slice(0, 16)}`);

const isThere = async (dataFolder: string, id: string): Promise<boolean> =>
  (await listCities(dataFolder)).cities.some((city) => city.id === id);

async function runPanopolis(root: string, parameters: readonly string[]): Promise<void> {
  const { exitCode } = await runNode([join(root, 'tools/panopolis.mjs'), ...parameters], {
    cwd: root,
  });
  if (exitCode !== 0) throw new Error('The city could not be built; the lines above say why.');
}

/** `rotterdam_3-20-DELFSHAVEN.city.json` → `rotterdam-3-20-delfshaven`. */
export function toCityId(file: string): string {
  const name = basename(file).replace(
    /(\.(city|gz|jsonl?|geojson|gml|xml|tiff?|asc|pmtiles))+$/i,
    '',
  );
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const id = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  // A name without a Latin letter still has to be told from another one.
  return id || `city-${hash(name).slice(0, 6)}`;
}

/** Size and time stand for the content: a city's file may be gigabytes. */
function describeFile(path: string): unknown {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Error(`${path} does not exist.`);
  return [path, found.size, found.mtimeMs];
}

/** Changes when what turns files into a city changes. */
const builderVersion = (root: string): string =>
  fingerprint(
    root,
    ['src/conversion', 'src/contract', 'src/model', 'tools'],
    (path) => !path.startsWith('tools/setup/') && /(?<!\.test)\.m?ts$/.test(path),
  );

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
