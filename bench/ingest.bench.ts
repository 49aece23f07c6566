// Speed, size, placement and validity of `panopolis ingest`. Wall times depend on what else the machine does.

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateBytes } from 'gltf-validator';
import { MeshoptDecoder } from 'meshoptimizer';
import { checkTile } from '#conversion/gltf/check-tile.ts';
import { readGlb } from '#conversion/gltf/read-glb.ts';
import { createGeoid } from '#model/geoid.ts';
import { loadGeoidGrid } from '#tools/ingest/geoid-file.ts';
import { runBaseline } from './ingest/baseline.ts';
import { writeCopies, writeFootprints } from './ingest/cities.ts';
import { type IngestCost, measureIngest } from './ingest/measure.ts';
import { measurePlacement } from './ingest/placement-error.ts';
import type { Row } from './row.ts';

const DELFSHAVEN = fileURLToPath(
  new URL('../../shared/data/cityjson/rotterdam_3-20-DELFSHAVEN.city.json', import.meta.url),
);
const COPIES = 60;
const MORE_COPIES = 180;
const FOOTPRINTS = 1_000_000;

export const needs = [DELFSHAVEN];

export async function bench(): Promise<Row[]> {
  await MeshoptDecoder.ready;
  const folder = join(tmpdir(), 'panopolis-bench');
  mkdirSync(folder, { recursive: true });
  const copies = join(folder, `delfshaven-${COPIES}.city.json`);
  const moreCopies = join(folder, `delfshaven-${MORE_COPIES}.city.json`);
  const footprints = join(folder, `footprints-${FOOTPRINTS}.geojson`);
  writeCopies(DELFSHAVEN, COPIES, copies);
  writeCopies(DELFSHAVEN, MORE_COPIES, moreCopies);
  writeFootprints(FOOTPRINTS, footprints);
  const geoid = createGeoid(await loadGeoidGrid());
  // The first run with threads bundles their code, so it comes before what is timed.
  const district = await measureIngest(DELFSHAVEN, join(folder, 'district'), 2);
  const one = await measureIngest(copies, join(folder, 'one-core'), 1);
  const two = await measureIngest(copies, join(folder, 'two-cores'), 2);
  const moreOnOne = await measureIngest(moreCopies, join(folder, 'more'), 1);
  const moreOnTwo = await measureIngest(moreCopies, join(folder, 'more'), 2);
  const million = await measureIngest(footprints, join(folder, 'million'), 2);
  const plain = runBaseline(copies, geoid);
  const rate = ({ features, seconds }: IngestCost) => features / seconds;
  // What more buildings cost, without what every start costs.
  const steady = (less: IngestCost, more: IngestCost) =>
    (more.features - less.features) / (more.seconds - less.seconds);
  const name = `Delfshaven ×${COPIES}`;
  const leaves = readTiles(district, 'tiles').map(({ bytes }) => readGlb(bytes));
  return [
    {
      case: `${name}, one core`,
      value: round(rate(one)),
      unit: 'buildings/s',
      peer: 'parse + proj4 + earcut only',
      peerValue: round(plain),
    },
    {
      case: `${name}, two cores`,
      value: round(rate(two)),
      unit: 'buildings/s',
      peer: 'one core',
      peerValue: round(rate(one)),
    },
    {
      case: `steady from ×${COPIES} to ×${MORE_COPIES}, one core`,
      value: round(steady(one, moreOnOne)),
      unit: 'buildings/s',
    },
    {
      case: `steady from ×${COPIES} to ×${MORE_COPIES}, two cores`,
      value: round(steady(two, moreOnTwo)),
      unit: 'buildings/s',
      peer: 'one core',
      peerValue: round(steady(one, moreOnOne)),
    },
    { case: `${name}, peak memory`, value: round(one.peakMb), unit: 'MB' },
    {
      case: `Delfshaven ×${MORE_COPIES}, peak memory`,
      value: round(moreOnOne.peakMb),
      unit: 'MB',
      peer: name,
      peerValue: round(one.peakMb),
    },
    ...sizeRows(name, one),
    {
      case: 'Delfshaven, vertices v proj4, worst',
      value: round(measurePlacement(DELFSHAVEN, leaves, geoid), 2),
      unit: 'mm',
    },
    await validityRow('Delfshaven', district),
    { case: '1,000,000 footprints, two cores', value: round(million.seconds, 1), unit: 's' },
    { case: '1,000,000 footprints', value: round(rate(million)), unit: 'footprints/s' },
    { case: '1,000,000 footprints, peak memory', value: round(million.peakMb), unit: 'MB' },
    tileRow('1,000,000 footprints', million),
  ];
}

function readTiles({ city, manifest }: IngestCost, kind: 'tiles' | 'coarse') {
  const folder = join(city, manifest.build, 'buildings', kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.glb'))
    .map((file) => {
      const path = join(folder, file);
      const gzip = existsSync(`${path}.gz`) ? statSync(`${path}.gz`).size : statSync(path).size;
      return { bytes: new Uint8Array(readFileSync(path)), gzip };
    });
}

function sizeRows(name: string, cost: IngestCost): Row[] {
  const leaves = readTiles(cost, 'tiles');
  const all = [...leaves, ...readTiles(cost, 'coarse')];
  const perBuilding = (bytes: number) => round(bytes / cost.features);
  const raw = (tiles: typeof all) => tiles.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const gzip = (tiles: typeof all) => tiles.reduce((sum, tile) => sum + tile.gzip, 0);
  return [
    { case: `${name}, LoD2 tiles, raw`, value: perBuilding(raw(leaves)), unit: 'B/building' },
    { case: `${name}, with coarse tiles, raw`, value: perBuilding(raw(all)), unit: 'B/building' },
    { case: `${name}, with coarse tiles, gzip`, value: perBuilding(gzip(all)), unit: 'B/building' },
    tileRow(name, cost),
  ];
}

function tileRow(name: string, cost: IngestCost): Row {
  const sizes = [...readTiles(cost, 'tiles'), ...readTiles(cost, 'coarse')]
    .map(({ bytes }) => bytes.length)
    .sort((a, b) => a - b);
  const p95 = sizes[Math.floor(sizes.length * 0.95)] ?? sizes.at(-1) ?? 0;
  return { case: `${name}, tile p95`, value: round(p95 / 1000), unit: 'kB' };
}

async function validityRow(name: string, cost: IngestCost): Promise<Row> {
  let faults = 0;
  for (const { bytes } of [...readTiles(cost, 'tiles'), ...readTiles(cost, 'coarse')]) {
    const { issues } = await validateBytes(bytes, { ignoredIssues: ['UNSUPPORTED_EXTENSION'] });
    faults += issues.numErrors + checkTile(bytes).length;
  }
  return {
    case: `${name}, gltf-validator errors and metadata faults`,
    value: faults,
    unit: 'errors',
  };
}

function round(value: number, digits = 0): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
