// The flood kernels (src/simulation/flood/wasm/assembly) as WASM, built where they are missing or their sources changed:
// whoever needs them calls this first. Why they are not kept in the repository: docs/decisions/0016-flood-kernels.md.

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = join(root, 'src/simulation/flood/wasm');
const sources = join(home, 'assembly');
const target = join(home, 'build');

const common = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory'],
  ...['--initialMemory', '1', '--maximumMemory', '65536', '--baseDir', sources],
];
/** One thread with memory of its own; several over a shared one. */
const variants = {
  'flood.wasm': common,
  'flood-threads.wasm': [...common, '--enable', 'threads', '--sharedMemory'],
};

/** The folder that the sources of the kernels lie in, for who watches them. */
export const floodKernelSources = sources;

/**
 * Builds what is not current, in about two seconds, and returns the folder of `flood.wasm` and `flood-threads.wasm`.
 * @returns {Promise<string>}
 */
export async function buildFloodKernel() {
  const key = keyOfSources();
  const record = join(target, 'key.txt');
  const isThere = Object.keys(variants).every((name) => existsSync(join(target, name)));
  if (isThere && existsSync(record) && readFileSync(record, 'utf8') === key) return target;
  const { default: asc } = await import('assemblyscript/asc');
  mkdirSync(target, { recursive: true });
  // Two may build at once: a file appears whole or not at all, the record last.
  const draft = mkdtempSync(join(target, 'draft-'));
  try {
    for (const [name, options] of Object.entries(variants)) {
      await compile(asc, join(draft, name), options);
      renameSync(join(draft, name), join(target, name));
    }
    writeFileSync(join(draft, 'key.txt'), key);
    renameSync(join(draft, 'key.txt'), record);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

/**
 * @param {typeof import('assemblyscript/asc')} asc
 * @param {string} to
 * @param {readonly string[]} options
 */
async function compile(asc, to, options) {
  const written = [];
  const keep = { write: (/** @type {unknown} */ text) => written.push(String(text)) };
  const entry = ['index.ts', '--outFile', to];
  const { error } = await asc.main([...entry, ...options], { stdout: keep, stderr: keep });
  if (error) throw new Error(`${written.join('')}\nThe flood kernels could not be built.`);
}

/** Sources, options and compiler: the lock file names its version. */
function keyOfSources() {
  const hash = createHash('sha256').update(
    JSON.stringify(Object.values(variants).map(withoutPaths)),
  );
  const compiler = join(root, 'node_modules/assemblyscript/package.json');
  hash.update(JSON.parse(readFileSync(compiler, 'utf8')).version);
  for (const name of readdirSync(sources).sort()) {
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(sources, name)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {readonly string[]} options */
function withoutPaths(options) {
  return options.filter((option) => option !== sources);
}
