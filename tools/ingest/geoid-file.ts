// The EGM96 grid, kept in `.cache/` once it has been taken from its package, which takes a quarter of a second.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEgm96Grid } from '#conversion/terrain/egm96.ts';
import type { GeoidGrid } from '#model/geoid.ts';

const COLUMNS = 1440;
const ROWS = 721;
const path = fileURLToPath(new URL('../../.cache/egm96.bin', import.meta.url));
let grid: Promise<GeoidGrid> | undefined;

/** Read once a process; threads get the same numbers by message. */
export function loadGeoidGrid(): Promise<GeoidGrid> {
  grid ??= Promise.resolve(readKept()).then((kept) => kept ?? takeAndKeep());
  return grid;
}

function readKept(): GeoidGrid | undefined {
  try {
    const bytes = new Uint8Array(readFileSync(path));
    if (bytes.byteLength !== COLUMNS * ROWS * 2) return undefined;
    return { columns: COLUMNS, rows: ROWS, undulationCm: new Int16Array(bytes.buffer) };
  } catch {
    return undefined;
  }
}

async function takeAndKeep(): Promise<GeoidGrid> {
  const taken = await loadEgm96Grid();
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}-${process.pid}`, taken.undulationCm);
    renameSync(`${path}-${process.pid}`, path);
  } catch {
    // A folder that can't be written costs the next run a quarter of a second.
  }
  return taken;
}
