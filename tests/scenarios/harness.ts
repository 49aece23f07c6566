// A real server with real cities and a real browser before it, for the journeys beside this file.

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { type CityManifest, parseCityManifest } from '#contract/city-package.ts';
import { parseTextColumn } from '#contract/column-data.ts';
import { parseFeatureIndex } from '#contract/feature-index.ts';
import { type RunningServer, startServer } from '#server/listen.ts';
import { site } from '#tools/demo-city/site.ts';
import { buildApp } from '#tools/setup/build-app.ts';
import { chromiumArguments, findChromium } from '#tools/setup/chromium.mjs';
import { prepareCity, prepareDemo } from '#tools/setup/prepare-city.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const delfshavenFile = join(root, '../shared/data/cityjson/rotterdam_3-20-DELFSHAVEN.city.json');

/** Whether the real city's file is on this machine; its journeys are skipped where it is not. */
export const hasDelfshaven = existsSync(delfshavenFile);

export interface Town {
  readonly id: string;
  readonly url: string;
  readonly manifest: CityManifest;
  /**
   * Id of the tallest building: seen from every side, so a click at the picture's centre meets it. '' where a city
   * has no buildings.
   */
  readonly landmark: string;
  /** Stops answering, as a server that crashed. */
  stop(): Promise<void>;
  /** Answers again at the same address. */
  restart(): Promise<void>;
  /** Settles when the server has live readings of this city. */
  untilFed(): Promise<void>;
  visit(options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

export interface VisitOptions extends BrowserContextOptions {
  /** After the address, e.g. `?city=delft` or a link's hash. */
  readonly path?: string;
  /** Another way to the same server, e.g. through a proxy. */
  readonly origin?: string;
}

/** One page and what went wrong on it. */
export interface Visit {
  readonly page: Page;
  /** Addresses asked for on any host but ours: none, ever. */
  readonly foreign: readonly string[];
  /** Errors of the console and those thrown. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** The heart of the demo town. */
export async function openDemoTown(): Promise<Town> {
  const dataFolder = makeDataFolder('demo');
  // Four of its districts: enough for every journey, and software rendering keeps up.
  await prepareDemo(root, dataFolder, { districts: 'Altstadt,Domviertel,Neustadt,Messe' });
  return openTown(dataFolder, site.id);
}

/** All of the demo town: a few districts alone have no works to drink from, so no water network. */
export async function openWholeTown(): Promise<Town> {
  const dataFolder = makeDataFolder('whole');
  await prepareDemo(root, dataFolder);
  return openTown(dataFolder, site.id);
}

const networkFile = (name: string) => join(root, '../shared/data/pipes', name);
const networkFiles = {
  ky4: { file: networkFile('water/ky4.inp'), options: ['--crs', 'EPSG:3089'] },
  kamloops: {
    file: networkFile('drainage/kamloops_from_opendata.inp'),
    options: ['--origin', '-120.335,50.672'],
  },
} as const;
export type NetworkCity = keyof typeof networkFiles;

/** Whether the network's file is on this machine. */
export const hasNetwork = (city: NetworkCity): boolean => existsSync(networkFiles[city].file);

/** A network alone as a city: ky4 in Kentucky, the drains of Kamloops. */
export async function openNetworkCity(city: NetworkCity): Promise<Town> {
  const dataFolder = makeDataFolder(city);
  const { file, options } = networkFiles[city];
  return openTown(dataFolder, await prepareCity(root, dataFolder, { files: [file], options }));
}

/** Delfshaven, Rotterdam: 853 buildings of the city's own model. */
export async function openDelfshaven(): Promise<Town> {
  const dataFolder = makeDataFolder('delfshaven');
  const files = [delfshavenFile];
  return openTown(dataFolder, await prepareCity(root, dataFolder, { files, options: [] }));
}

const valleyFile = join(root, '../shared/data/flood/ea_test5/reference_lisflood81_50m/ea5-50m.dem');

/** Whether the valley of the Environment Agency's test 5 is on this machine. */
export const hasValley = existsSync(valleyFile);

/** A bare elevation model as a city: the valley below a dam that fails, cells of 50 m. */
export async function openValley(): Promise<Town> {
  const dataFolder = makeDataFolder('valley');
  const options = ['--crs', 'EPSG:27700'];
  return openTown(
    dataFolder,
    await prepareCity(root, dataFolder, { files: [valleyFile], options }),
  );
}

function makeDataFolder(name: string): string {
  const folder = join(root, '.cache/scenarios', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function openTown(dataFolder: string, id: string): Promise<Town> {
  await buildApp(root);
  const settings = { host: 'localhost', dataFolder, appFolder: join(root, 'dist') };
  const executablePath = findChromium();
  let server: RunningServer | undefined = await startServer({ ...settings, port: 0 });
  const { url } = server;
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: chromiumArguments,
  });
  const stop = async () => {
    await server?.close();
    server = undefined;
  };
  const cityFolder = join(dataFolder, id);
  const cityFile = join(cityFolder, 'city.json');
  const manifest = parseCityManifest(JSON.parse(readFileSync(cityFile, 'utf8')), cityFile);
  return {
    id,
    url,
    manifest,
    landmark: hasBuildings(manifest) ? findLandmark(cityFolder, manifest) : '',
    stop,
    restart: async () => {
      server = await startServer({ ...settings, port: Number(new URL(url).port) });
    },
    untilFed: () => untilFed(`${url}/live/datastreams?city=${id}`),
    visit: ({ origin = url, ...options } = {}) => visit(browser, origin, id, options),
    close: async () => {
      await browser.close();
      await stop();
    },
  };
}

/** A database, a model and its first readings take seconds after the page is up. */
async function untilFed(address: string): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if ((await fetch(address)).ok) return;
    await setTimeout(500);
  }
  throw new Error(`${address} answers nothing after two minutes.`);
}

async function visit(
  browser: Browser,
  url: string,
  id: string,
  { path = `/?city=${id}`, ...options }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 960, height: 600 },
    locale: 'en-GB',
    colorScheme: 'dark',
    // The globe is drawn in software: a quarter of the pixels, in a window as large as ever.
    deviceScaleFactor: 0.5,
    ...options,
  });
  const page = await context.newPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== url) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${url}${path}`);
  return { page, foreign, errors, close: () => context.close() };
}

const hasBuildings = ({ layers }: CityManifest) => layers.some(({ kind }) => kind === 'buildings');

function findLandmark(folder: string, { layers }: CityManifest): string {
  const buildings = layers.find((layer) => layer.kind === 'buildings');
  const ids = buildings?.columns.find(({ role }) => role === 'id');
  if (!buildings || !ids) throw new Error(`${folder} has no buildings with ids.`);
  const { groundM, topM, count } = parseFeatureIndex(readBuffer(join(folder, buildings.index)));
  let tallest = 0;
  for (let at = 1; at < count; at++) {
    const height = topM[at]! - groundM[at]!;
    if (height > topM[tallest]! - groundM[tallest]!) tallest = at;
  }
  return parseTextColumn(readBuffer(join(folder, ids.path)), count).at(tallest);
}

function readBuffer(path: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}
