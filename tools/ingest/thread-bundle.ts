// All that a worker thread runs as one JavaScript file: 80 ms of start-up for each thread, where tsx with
// its many small files takes 390 ms (measured on one core).

import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { fingerprint } from '../fingerprint.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = [
  'src/conversion',
  'src/contract',
  'src/model',
  'tools/ingest',
  'tools/terrain',
  'package-lock.json',
];

/** The bundle of an entry in `.cache/`, made anew when its sources changed. */
export async function bundleThread(entry: string): Promise<URL> {
  const all = fingerprint(root, sources, (path) => !/\.test\.ts$/.test(path));
  const key = `${basename(dirname(entry))}-${all.slice(0, 16)}`;
  const folder = join(root, '.cache', 'ingest-thread');
  const path = join(folder, `${key}.mjs`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    // Two ingests may start at once: the file appears whole or not at all.
    const draft = join(folder, `${key}-${process.pid}.mjs`);
    await build({
      entryPoints: [join(root, entry)],
      outfile: draft,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'silent',
      // It looks for its wasm beside itself.
      external: ['web-ifc'],
      banner: {
        js: "import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta.url);",
      },
    });
    renameSync(draft, path);
  }
  return pathToFileURL(path);
}
