// `panopolis ingest`: a city's open data → a city package.

import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { StoredPlacement } from '#contract/bim-model.ts';
import type { CityManifest } from '#contract/city-package.ts';
import type { HeightRules } from '#conversion/footprints/height.ts';
import { parseSurveyDate } from '#conversion/terrain/survey-date.ts';
import { InputError } from '#model/input-error.ts';
import type { InputRole } from './ingest/classify.ts';
import { ingestCity } from './ingest/ingest-city.ts';
import { addNetworkOptions, type NetworkFlags, toNetworkWishes } from './ingest/network-flags.ts';
import { createProgress, silentProgress } from './ingest/progress.ts';
import { formatSummary } from './ingest/summary-text.ts';

interface IngestFlags extends NetworkFlags {
  readonly out: string;
  readonly name?: string;
  readonly crs?: string;
  readonly lod?: number;
  readonly timeZone?: string;
  readonly licence?: string;
  readonly attribution?: string;
  readonly surveyDate?: string;
  readonly fictional?: boolean;
  readonly view?: CityManifest['view'];
  readonly height?: Pick<HeightRules, 'property' | 'factor'>;
  readonly defaultHeight?: number;
  readonly buildings: string[];
  readonly basemap: string[];
  readonly terrain: string[];
  readonly collection: string[];
  readonly sensors: string[];
  readonly network: string[];
  readonly systems: boolean;
  readonly ifc: string[];
  readonly at?: StoredPlacement;
  readonly replaces?: readonly string[];
  readonly jobs: number;
  readonly quiet?: boolean;
}

const EXAMPLES = `
Examples:
  panopolis ingest delfshaven.city.json --out tilesets/delfshaven
  panopolis ingest DenHaag.json --crs EPSG:7415 --lod 2 --out tilesets/den-haag
  panopolis ingest footprints.geojson.gz map.pmtiles elevation.tif --out tilesets/florence
  panopolis ingest vilanova.geojson --height 'alt*3.2' --out tilesets/vilanova
  panopolis ingest delfshaven.city.json station.ifc --out tilesets/delfshaven
  panopolis ingest ky4.inp --crs EPSG:3089 --out tilesets/ky4
  panopolis ingest kamloops.inp --origin -120.335,50.672 --out tilesets/kamloops
  panopolis ingest mains.geojson manholes.geojson --repair snap,split --out tilesets/sewers
  panopolis ingest clinic.ifc --at 10.651,54.323,12,35 --out tilesets/clinic

A footprint's height is, in this order: what --height names; height, render_height, measuredHeight and the
like; storeys (building:levels, levels, num_floors …) times 3.2 m; --default-height; a guess by use and area.
Files are known by their content: CityJSON 0.8 to 2.0, CityJSONSeq, GeoJSON (buildings or map), GeoTIFF and
ASCII grids (terrain), PMTiles (map), EPANET and SWMM models, IFC and IFCZIP (building models); gzip is
unpacked. What is wrong with a network is told and nothing repaired unless --repair says so; all of it is in
report.json. GeoJSON that says "panopolis":
"collection" or "sensors" is served by the data API (tools/ingest/README.md).
`;

export function addIngest(program: Command): void {
  const command = program.command('ingest');
  addNetworkOptions(command)
    .description(
      'build a city from CityJSON, GeoJSON, IFC, elevation models, map tiles, networks, sensors',
    )
    .argument('<files...>', 'what the city is made of')
    .requiredOption('--out <folder>', 'the city’s folder, e.g. tilesets/delfshaven')
    .option('--name <name>', 'what the city is called')
    .option('--crs <code>', 'coordinate reference system of the files, e.g. EPSG:7415')
    .option('--lod <level>', 'level of detail, the highest by default', parseNumber)
    .option('--time-zone <zone>', 'IANA name; found from the place by default')
    .option('--licence <licence>', 'licence of the data, e.g. CC-BY-4.0')
    .option('--attribution <text>', 'whom to credit')
    .option(
      '--survey-date <date>',
      'when the ground was surveyed: 2025, 2025-03-14 or 2025-02/2025-04; found in the elevation models by default',
      parseSurvey,
    )
    .option('--fictional', 'the city is invented')
    .option(
      '--view <numbers>',
      'first look: longitude, latitude, height above the ellipsoid (m), heading, pitch (degrees)',
      parseView,
    )
    .option('--height <property>', 'height of footprints, e.g. alt or floors*3.2', parseHeight)
    .option('--default-height <metres>', 'height of footprints that have none', parseNumber)
    .option(
      '--buildings <file>',
      'a file that holds buildings, whatever it looks like',
      collect,
      [],
    )
    .option(
      '--basemap <file>',
      'a file that belongs on the map, whatever it looks like',
      collect,
      [],
    )
    .option('--terrain <file>', 'a file that is an elevation model', collect, [])
    .option('--collection <file>', 'GeoJSON that the data API serves as it is', collect, [])
    .option('--sensors <file>', 'GeoJSON of the places that measure', collect, [])
    .option(
      '--network <file>',
      'pipes: an EPANET or SWMM model, GeoJSON, a shapefile, FlatGeobuf, pandapipes',
      collect,
      [],
    )
    .option('--ifc <file>', 'a building model', collect, [])
    .option('--no-systems', 'leave the distribution systems of building models alone')
    .option(
      '--at <numbers>',
      'place of the building model’s origin: longitude, latitude, height above the ellipsoid (m), and its x axis from east, counter-clockwise (degrees)',
      parsePlace,
    )
    .option('--replaces <ids>', 'buildings that the model is the detail of: id,id', parseIds)
    .addOption(
      new Option('--jobs <count>', 'threads that work side by side')
        .default(availableParallelism())
        .argParser(parseNumber),
    )
    .option('--quiet', 'say nothing but errors')
    .addHelpText('after', EXAMPLES)
    .action(runIngest);
}

async function runIngest(files: readonly string[], flags: IngestFlags): Promise<void> {
  const out = resolve(flags.out);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(basename(out))) {
    throw new InputError(
      { file: flags.out },
      `the city's folder is named ${basename(out)}; expected lower-case letters, digits and hyphens.`,
    );
  }
  checkTimeZone(flags.timeZone);
  const kinds = ['buildings', 'basemap', 'terrain', 'collection', 'sensors', 'network'] as const;
  const roles = new Map<string, InputRole>([
    ...kinds.flatMap((kind) => flags[kind].map((file) => [resolve(file), kind] as const)),
    ...flags.ifc.map((file) => [resolve(file), 'model'] as const),
  ]);
  // What is said of a model lies beside it, so `marenholm/*.*` names that too.
  const named = files.filter((file) => !file.endsWith('.bim.json')).map((file) => resolve(file));
  const all = new Set([...named, ...roles.keys()]);
  const progress = flags.quiet ? silentProgress : createProgress(process.stderr);
  const abort = new AbortController();
  const onInterrupt = () => abort.abort();
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  try {
    const report = await ingestCity({
      ...flags,
      files: [...all],
      roles,
      out,
      networks: toNetworkWishes(flags, flags.crs),
      isFictional: flags.fictional,
      heights: {
        ...flags.height,
        ...(flags.defaultHeight === undefined ? {} : { fallbackM: flags.defaultHeight }),
      },
      progress,
      signal: abort.signal,
    });
    progress.stop();
    if (!flags.quiet) process.stdout.write(formatSummary(report, flags.out));
  } finally {
    progress.stop();
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

function checkTimeZone(timeZone: string | undefined): void {
  if (timeZone === undefined) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch (cause) {
    throw new InputError(
      { file: '--time-zone' },
      `${timeZone} is no time zone; expected an IANA name such as Europe/Amsterdam.`,
      { cause },
    );
  }
}

const collect = (file: string, before: string[]) => [...before, file];

function parseNumber(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || text.trim() === '') {
    throw new InvalidArgumentError('expected a number.');
  }
  return number;
}

/** `10.65,54.3,760,318,-22`. */
function parseSurvey(text: string): string {
  const date = parseSurveyDate(text);
  if (date !== undefined) return date;
  throw new InvalidArgumentError('expected a date, e.g. 2025, 2025-03-14 or 2025-02/2025-04.');
}

function parseView(text: string): NonNullable<CityManifest['view']> {
  const numbers = text.split(',').map(parseNumber);
  const [longitudeDeg, latitudeDeg, heightM, headingDeg, pitchDeg] = numbers;
  if (
    longitudeDeg === undefined ||
    latitudeDeg === undefined ||
    heightM === undefined ||
    headingDeg === undefined ||
    pitchDeg === undefined ||
    numbers.length > 5
  ) {
    throw new InvalidArgumentError('expected five numbers, e.g. 10.65,54.3,760,318,-22.');
  }
  return { longitudeDeg, latitudeDeg, heightM, headingDeg, pitchDeg };
}

/** `10.651,54.323,12` or `10.651,54.323,12,35`. */
function parsePlace(text: string): StoredPlacement {
  const numbers = text.split(',').map(parseNumber);
  const [longitudeDeg, latitudeDeg, heightM, rotationDeg = 0] = numbers;
  const isPlace =
    longitudeDeg !== undefined &&
    latitudeDeg !== undefined &&
    heightM !== undefined &&
    numbers.length <= 4 &&
    Math.abs(longitudeDeg) <= 180 &&
    Math.abs(latitudeDeg) <= 90;
  if (!isPlace) {
    throw new InvalidArgumentError('expected three or four numbers, e.g. 10.651,54.323,12,35.');
  }
  return { longitudeDeg, latitudeDeg, heightM, rotationDeg, scale: 1 };
}

const parseIds = (text: string): readonly string[] =>
  text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

/** `alt` or `floors*3.2`. */
function parseHeight(text: string): Pick<HeightRules, 'property' | 'factor'> {
  const [property = '', factor] = text.split('*');
  if (property === '')
    throw new InvalidArgumentError('expected a property, e.g. alt or floors*3.2.');
  return factor === undefined ? { property } : { property, factor: parseNumber(factor) };
}
