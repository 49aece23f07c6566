// A kernel in AssemblyScript as WASM, built where it is missing or its sources changed: whoever needs it calls this first.
// Why kernels are not kept in the repository: docs/decisions/0016-flood-kernels.md.

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

/** A folder of `src/simulation`, whose `assembly` holds the sources and whose `build` gets what comes of them. */
export const kernelHome = (/** @type {string} */ folder) => join(root, 'src/simulation', folder);

/** What every kernel is built with. */
export const commonOptions = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--importMemory'],
  ...['--initialMemory', '1', '--maximumMemory', '65536'],
];

/**
 * Builds what is not current, in about two seconds, and returns the folder of the variants.
 * @param {string} home
 * @param {Readonly<Record<string, readonly string[]>>} variants options by the name of the file
 * @returns {Promise<string>}
 */
export async function buildKernel(home, variants) {
  const sources = join(home, 'assembly');
  const target = join(home, 'build');
  const key = keyOfSources(sources, variants);
  const record = join(target, 'key.txt');
  const isThere = Object.keys(variants).every((name) => existsSync(join(target, name)));
  if (isThere && existsSync(record) && readFileSync(record, 'utf8') === key) return target;
  const { default: asc } = await import('assemblyscript/asc');
  mkdirSync(target, { recursive: true });
  // Two may build at once: a file appears whole or not at all, the record last.
  const draft = mkdtempSync(join(target, 'draft-'));
  try {
    for (const [name, options] of Object.entries(variants)) {
      await compile(asc, join(draft, name), ['--baseDir', sources, ...options]);
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
  if (error) throw new Error(`${written.join('')}\n${to} could not be built.`);
}

/**
 * Sources, options and compiler: the lock file names its version.
 * @param {string} sources
 * @param {Readonly<Record<string, readonly string[]>>} variants
 */
function keyOfSources(sources, variants) {
  const hash = createHash('sha256').update(JSON.stringify(Object.values(variants)));
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
