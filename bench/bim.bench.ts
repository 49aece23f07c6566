// Building models from IFC: time, memory and size of `panopolis ingest`, first sight in the browser, and other
// converters on the same files. Wall times depend on what else the machine does: small files take the best of some.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parseCityManifest } from '#contract/city-package.ts';
import { largeFiles, writeLargeFile } from './bim/large-files.ts';
import { measureProcess, type ProcessCost } from './bim/measure-process.ts';
import { type Drop, openLab } from './bim/open-lab.ts';
import { installPeers, type Peer } from './bim/peers.ts';
import type { Row } from './row.ts';

const SHARED = fileURLToPath(new URL('../../shared/data/ifc', import.meta.url));
const COMMAND = fileURLToPath(new URL('../tools/panopolis.mjs', import.meta.url));
const SMALL = [
  ...['Duplex_A_20110907.ifc', 'AC20-FZK-Haus.ifc', 'ISSUE_021_MiniProject.ifc'],
  'Office_A_20110811.ifc',
];
const RUNS = 4;
/** Larger than this a peer is given one try. */
const SMALL_BYTES = 10e6;

export const needs = [join(SHARED, SMALL[0] ?? '')];

export async function bench(): Promise<Row[]> {
  const folder = join(tmpdir(), 'panopolis-bench-bim');
  mkdirSync(folder, { recursive: true });
  const large = (Object.keys(largeFiles) as (keyof typeof largeFiles)[]).map((name) => {
    const path = join(folder, name);
    if (!existsSync(path)) writeLargeFile(name, SHARED, path);
    return path;
  });
  const small = SMALL.map((name) => join(SHARED, name));
  const peers = installPeers();
  const rows: Row[] = [];
  for (const file of [...small, ...large]) rows.push(...(await benchFile(file, folder, peers)));
  return [...rows, ...(await benchBrowser(small, folder))];
}

async function benchFile(file: string, folder: string, peers: readonly Peer[]): Promise<Row[]> {
  const bytes = statSync(file).size;
  const name = `${file.split('/').pop()} (${(bytes / 1e6).toFixed(1)} MB)`;
  const runs = bytes < SMALL_BYTES ? RUNS : 1;
  const city = join(folder, 'city');
  const own = await best(runs, async () => {
    rmSync(city, { recursive: true, force: true });
    const cost = await measureProcess([COMMAND, 'ingest', file, '--out', city, '--quiet']);
    return { ...cost, tilesSeconds: readModelSeconds(city) };
  });
  const others = await convertAll(peers, file, runs);
  const [first, ...more] = others;
  const againstPeer = (
    { peer, cost }: (typeof others)[number],
    value: number,
    of: keyof ProcessCost,
  ) => ({
    peer: `${peer.name}, ${peer.makes}`,
    peerValue: round(cost[of], 2),
    value,
  });
  const wall = {
    case: `${name}: IFC to city, whole process`,
    value: round(own.seconds, 2),
    unit: 's',
  };
  const cpu = { case: `${name}: processor time`, value: round(own.cpuSeconds, 2), unit: 's' };
  const memory = { case: `${name}: peak memory`, value: round(own.peakMb), unit: 'MB' };
  return [
    { case: `${name}: IFC to tiles`, value: round(own.tilesSeconds, 2), unit: 's' },
    first ? { ...wall, ...againstPeer(first, wall.value, 'seconds') } : wall,
    ...more.map((other) => ({ ...wall, ...againstPeer(other, wall.value, 'seconds') })),
    first ? { ...cpu, ...againstPeer(first, cpu.value, 'cpuSeconds') } : cpu,
    ...more.map((other) => ({ ...cpu, ...againstPeer(other, cpu.value, 'cpuSeconds') })),
    first ? { ...memory, ...againstPeer(first, memory.value, 'peakMb') } : memory,
    {
      case: `${name}: with properties, gzip, of the IFC`,
      value: sharePercent(city, bytes),
      unit: '%',
    },
  ];
}

async function convertAll(peers: readonly Peer[], file: string, runs: number) {
  const done: { peer: Peer; cost: ProcessCost }[] = [];
  for (const peer of peers) {
    try {
      done.push({ peer, cost: await best(runs, () => peer.convert(file)) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      console.log(`${peer.name} can't convert ${file}: ${reason.slice(0, 300)}`);
    }
  }
  return done;
}

/** The fastest of some runs, with its memory. */
async function best<Cost extends ProcessCost>(
  runs: number,
  run: () => Promise<Cost>,
): Promise<Cost> {
  let fastest = await run();
  for (let count = 1; count < runs; count++) {
    const next = await run();
    if (next.seconds < fastest.seconds) fastest = next;
  }
  return fastest;
}

const buildOf = (city: string): string => {
  const text = readFileSync(join(city, 'city.json'), 'utf8');
  return join(city, parseCityManifest(JSON.parse(text), 'city.json').build);
};

/** From the file to its tiles and tables on disk: without the program's start and the ground around. */
const readModelSeconds = (city: string): number =>
  JSON.parse(readFileSync(join(buildOf(city), 'report.json'), 'utf8')).stages.models;

/** All files of the model as they travel. */
function sharePercent(city: string, bytes: number): number {
  const folder = join(buildOf(city), 'bim');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(json|bin|glb)$/.test(path),
  );
  const packed = files.reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 6 }).length,
    0,
  );
  return round((packed / bytes) * 100, 2);
}

async function benchBrowser(files: readonly string[], dataFolder: string): Promise<Row[]> {
  const lab = await openLab(dataFolder);
  try {
    const rows: Row[] = [];
    // What the browser keeps of the engine it keeps from here on.
    await lab.drop(files[0] ?? '', false);
    for (const file of files) {
      const name = file.split('/').pop();
      const cold = await lab.drop(file, false);
      const drops: Drop[] = [];
      for (let count = 0; count < RUNS; count++) drops.push(await lab.drop(file, true));
      const least = (of: 'firstMs' | 'wholeMs' | 'gapMs') =>
        Math.round(Math.min(...drops.map((one) => one[of])));
      rows.push(
        {
          case: `${name}: first geometry in the browser's worker`,
          ...{ value: least('firstMs'), unit: 'ms' },
          ...{ peer: 'without the moment over the page', peerValue: Math.round(cold.firstMs) },
        },
        { case: `${name}: whole model in the worker`, value: least('wholeMs'), unit: 'ms' },
        { case: `${name}: longest gap of the page`, value: least('gapMs'), unit: 'ms' },
      );
    }
    return rows;
  } finally {
    await lab.close();
  }
}

function round(value: number, digits = 0): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
