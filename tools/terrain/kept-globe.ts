// The tiles of the bare globe, kept beside the bundle that made them: two thirds of the processor time that the
// terrain of a single building takes. A bundle of other sources keeps its own.

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BareTiles } from '#conversion/terrain/terrain-files.ts';
import type { TileKey } from '#conversion/terrain/tile-scheme.ts';

export interface KeptGlobe extends BareTiles {
  /** Keeps what came new. */
  save(): void;
}

const HEAD_BYTES = 4;

/** @param folder where they are kept; undefined: nowhere. */
export function openKeptGlobe(folder: string | undefined): KeptGlobe | undefined {
  if (folder === undefined) return undefined;
  const path = join(folder, 'globe.bin');
  const tiles = read(path);
  let isNew = false;
  return {
    find: (key) => tiles.get(nameOf(key)),
    add(key, bytes) {
      tiles.set(nameOf(key), bytes);
      isNew = true;
    },
    save() {
      if (isNew) write(path, tiles);
      isNew = false;
    },
  };
}

const nameOf = ({ level, x, y }: TileKey) => `${level}/${x}/${y}`;

function read(path: string): Map<string, Uint8Array> {
  try {
    const bytes = new Uint8Array(readFileSync(path));
    const bodyAt = HEAD_BYTES + new DataView(bytes.buffer).getUint32(0, true);
    const header: unknown = JSON.parse(
      new TextDecoder().decode(bytes.subarray(HEAD_BYTES, bodyAt)),
    );
    const tiles = new Map<string, Uint8Array>();
    let at = bodyAt;
    for (const [name, length] of Object.entries(header ?? {})) {
      if (typeof length !== 'number' || at + length > bytes.length) return new Map();
      tiles.set(name, bytes.subarray(at, at + length));
      at += length;
    }
    return tiles;
  } catch {
    return new Map();
  }
}

/** Whole or not at all; what can't be kept is made again. */
function write(path: string, tiles: ReadonlyMap<string, Uint8Array>): void {
  const lengths = Object.fromEntries([...tiles].map(([name, { length }]) => [name, length]));
  const header = new TextEncoder().encode(JSON.stringify(lengths));
  const head = new Uint8Array(HEAD_BYTES);
  new DataView(head.buffer).setUint32(0, header.length, true);
  try {
    writeFileSync(`${path}-${process.pid}`, Buffer.concat([head, header, ...tiles.values()]));
    renameSync(`${path}-${process.pid}`, path);
  } catch {
    // A folder that can't be written costs the next run a quarter of a second.
  }
}
