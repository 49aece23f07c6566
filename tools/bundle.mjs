// TypeScript of this repository as JavaScript that Node starts at once: the command line takes 0.9 s by way of
// tsx with its many small files, a thread 0.4 s; bundled 0.15 and 0.08 s.

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { leanIfcEngine } from './lean-ifc-engine.mjs';

// In a bundle, where `keepPlaces` puts the place of the source for the usual spelling, this is the bundle's.
const { url: ownAddress } = import.meta;
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache', 'bundles');
const sources = ['src/conversion', 'src/contract', 'src/model', 'src/simulation', 'tools'];
/** Bundles of other states of the sources are kept so long: who started one still loads parts of it, ms. */
const KEPT_MS = 3_600_000;

/**
 * The bundle of an entry (path below the repository), made anew when its sources changed.
 * @param {string} entry
 * @returns {Promise<URL>}
 */
export async function bundle(entry) {
  const name = entry.replaceAll(/[^a-z0-9]+/gi, '-');
  const targetOf = (/** @type {string} */ key) => join(folder, `${name}.${key}`);
  // What runs out of a bundle goes on with the same state of the sources: no need to look at them all again.
  const beside = ownKey && targetOf(ownKey);
  const target = beside && existsSync(beside) ? beside : targetOf(keyOfSources());
  if (!existsSync(target)) await build(entry, name, target);
  return pathToFileURL(join(target, 'main.js'));
}

const ownKey = /\/bundles\/[^/]+\.([0-9a-f]{16})\/[^/]+$/.exec(ownAddress)?.[1];

/** Folder of the bundle that this file is part of; undefined where it runs by itself. */
export const bundleFolder = ownKey && dirname(fileURLToPath(ownAddress));

/** Names, sizes and times of change: reading them all would take as long as what it saves. */
function keyOfSources() {
  const hash = createHash('sha256').update(process.version);
  const lock = statSync(join(root, 'package-lock.json'), { throwIfNoEntry: false });
  hash.update(`${lock?.mtimeMs} ${lock?.size}`);
  for (const source of sources) {
    for (const entry of readdirSync(join(root, source), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || /\.test\.ts$|\.md$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const { mtimeMs, size } = statSync(path);
      hash.update(`${path} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} entry
 * @param {string} name
 * @param {string} target
 */
async function build(entry, name, target) {
  const esbuild = await import('esbuild');
  // Two may start at once: a bundle appears whole or not at all.
  const draft = `${target}-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  try {
    await esbuild.build({
      entryPoints: { main: join(root, entry) },
      outdir: draft,
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'silent',
      // They start programs of their own from where they lie.
      external: ['esbuild', 'tsx'],
      plugins: [keepPlaces, leanEngine],
      banner: {
        js: "import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta['url']);",
      },
    });
    if (!existsSync(target)) renameSync(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  removeOld(name, target);
}

/**
 * @param {string} name
 * @param {string} target
 */
function removeOld(name, target) {
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry);
    if (!entry.startsWith(`${name}.`) || path === target) continue;
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Files of ours that look around themselves still find what lies there.
 * @type {import('esbuild').Plugin}
 */
const keepPlaces = {
  name: 'keep-places',
  setup(build) {
    build.onLoad({ filter: /[\\/]tools[\\/].*\.(ts|mjs)$/ }, ({ path }) => {
      if (path.includes('node_modules')) return undefined;
      const text = readFileSync(path, 'utf8');
      const place = JSON.stringify(pathToFileURL(path).href);
      const loader = path.endsWith('.ts') ? 'ts' : 'js';
      return { contents: text.replaceAll('import.meta.url', place), loader };
    });
  },
};

/**
 * The engine looks for its wasm beside itself.
 * @type {import('esbuild').Plugin}
 */
const leanEngine = {
  name: 'lean-engine',
  setup(build) {
    const path = createRequire(import.meta.url).resolve('web-ifc');
    build.onResolve({ filter: /^web-ifc$/ }, () => ({ path }));
    build.onLoad({ filter: /web-ifc-api-node\.js$/ }, () => {
      const text = leanIfcEngine(readFileSync(path, 'utf8'));
      const place = JSON.stringify(dirname(path));
      return { contents: text.replaceAll('__dirname', place), loader: 'js' };
    });
  },
};
