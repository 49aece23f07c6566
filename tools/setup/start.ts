// `npm start`: builds what is missing, then serves it. `npm run dev`: the same with Vite's own server.

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkPort, type RunningServer, startServer } from '#server/listen.ts';
import { readSettings } from '#server/settings.ts';
import { buildApp } from './build-app.ts';
import { runNode, stopChildren } from './children.ts';
import { type CityRequest, prepareCity, prepareDemo } from './prepare-city.ts';

const help = `npm start                                   the cities in the data folder, or the demo city
npm start -- --city FILE [FILE …]           one city from these files (CityJSON, GeoJSON, GeoTIFF …)

  --crs CODE           coordinate system of the files, where they don't name it, e.g. EPSG:7415
  --name NAME          what the city is called
  --height PROPERTY    height of footprints, e.g. floors*3.2
  --lod LEVEL          level of detail, the highest by default
  --time-zone ZONE     found from the place by default

PORT (8080), HOST (localhost), PANOPOLIS_DATA (tilesets), DATABASE_URL (PostgreSQL 15 or newer; one of its own
by default), PANOPOLIS_DATABASE (its folder) and PANOPOLIS_KEEP_DAYS (14) are read from the environment.`;

/** Handed on to `panopolis ingest`. */
const ingestOptions = ['crs', 'name', 'height', 'lod', 'time-zone'] as const;

const root = fileURLToPath(new URL('../..', import.meta.url));
let server: RunningServer | undefined;
let isStopping = false;
/** Time for Vite, which runs the database while developing, to stop it in order. */
const DATABASE_GRACE_MS = 10_000;
let graceMs: number | undefined;

// On, not once: at Ctrl+C the terminal signals the whole group and npm passes the signal on once more.
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
await start().catch(async (error: unknown) => {
  // What a stop interrupts fails; that is no failure to report.
  if (isStopping) return;
  console.error(error instanceof Error ? error.message : error);
  await stopChildren();
  process.exit(1);
});

async function start(): Promise<void> {
  const { isDevelopment, city } = readArguments();
  const settings = readSettings(process.env, root);
  if (!settings.ok) throw new Error(settings.reason);
  const { dataFolder, port } = settings.value;
  await checkPort(settings.value);
  mkdirSync(dataFolder, { recursive: true });

  if (!isDevelopment) await buildApp(root);
  const id = city ? await prepareCity(root, dataFolder, city) : undefined;
  if (!city) await prepareDemo(root, dataFolder);
  const query = id ? `/?city=${id}` : '';

  if (isDevelopment) {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    graceMs = DATABASE_GRACE_MS;
    const address = ['--port', String(port), '--strictPort', '--open', 'false'];
    console.log(`Developing Panopolis at http://localhost:${port}${query}`);
    const { exitCode } = await runNode([vite, ...address], { cwd: root });
    if (!isStopping) process.exit(exitCode);
    return;
  }
  server = await startServer(settings.value);
  const page = await fetch(server.url);
  if (!page.ok) throw new Error(`The page answers with status ${page.status}; expected 200.`);
  console.log(`Panopolis is at ${server.url}${query}`);
}

function readArguments(): { isDevelopment: boolean; city: CityRequest | undefined } {
  const { values, positionals } = parseArgs({
    // A shell turns `--city data/*` into one option and more files.
    allowPositionals: true,
    options: {
      city: { type: 'string', multiple: true },
      crs: { type: 'string' },
      name: { type: 'string' },
      height: { type: 'string' },
      lod: { type: 'string' },
      'time-zone': { type: 'string' },
      dev: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    process.exit(0);
  }
  // npm runs scripts in the package's folder; paths start where the person stands.
  const from = process.env.INIT_CWD ?? process.cwd();
  const files = [...(values.city ?? []), ...positionals].map((file) => resolve(from, file));
  const options = ingestOptions.flatMap((name) =>
    values[name] === undefined ? [] : [`--${name}`, values[name]],
  );
  if (files.length === 0 && options.length > 0) {
    throw new Error(`${options[0]} describes the files of --city; name at least one file.`);
  }
  return { isDevelopment: values.dev, city: files.length > 0 ? { files, options } : undefined };
}

function stop(): void {
  if (isStopping) return;
  isStopping = true;
  void Promise.all([server?.close(), stopChildren(graceMs)]).then(() => process.exit(0));
}
