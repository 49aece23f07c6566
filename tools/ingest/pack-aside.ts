// Files written with their packed siblings beside other work: Node's own threads pack, several at once.

import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { FileSizes } from '#conversion/workshop.ts';
import { brotliOptions, GZIP_OPTIONS, isWorthKeeping } from './disk-storage.ts';

export interface Packer {
  /** Files below the packer's folder, which it makes. */
  write(name: string, bytes: Uint8Array): void;
  /** Sizes of all, once they are written; throws what the disk said. */
  done(): Promise<FileSizes>;
  /** Leaves out what has not been begun, and waits for the rest. */
  stop(): Promise<void>;
}

/** More at once hold memory and wait for the same threads. */
const AT_ONCE = 4;
/** Each piece comes back to the event loop. */
const PIECE_BYTES = 256 * 1024;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

export function createPacker(folder: string): Packer {
  mkdirSync(folder, { recursive: true });
  const sizes = { raw: 0, gzip: 0, brotli: 0 };
  const waiting: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const hands: Promise<void>[] = [];
  let busy = 0;

  async function work(): Promise<void> {
    busy++;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const packed = await writePackedAside(join(folder, next.name), next.bytes);
      sizes.raw += packed.raw;
      sizes.gzip += packed.gzip || packed.raw;
      sizes.brotli += packed.brotli || packed.raw;
    }
    busy--;
  }

  return {
    write(name, bytes) {
      waiting.push({ name, bytes });
      if (busy === AT_ONCE) return;
      const hand = work();
      // Who waits for `done` hears of it.
      hand.catch(() => undefined);
      hands.push(hand);
    },
    async done() {
      await Promise.all(hands);
      return sizes;
    },
    async stop() {
      waiting.length = 0;
      await Promise.allSettled(hands);
    },
  };
}

async function writePackedAside(path: string, bytes: Uint8Array): Promise<FileSizes> {
  const [gzipped, brotlied] = await Promise.all([
    toGzip(bytes, { ...GZIP_OPTIONS, chunkSize: PIECE_BYTES }),
    toBrotli(bytes, { ...brotliOptions(bytes), chunkSize: PIECE_BYTES }),
    writeFile(path, bytes),
  ]);
  const keep = async (packed: Uint8Array, ending: string) => {
    if (!isWorthKeeping(packed, bytes)) return 0;
    await writeFile(`${path}${ending}`, packed);
    return packed.length;
  };
  const [gz, br] = await Promise.all([keep(gzipped, '.gz'), keep(brotlied, '.br')]);
  return { raw: bytes.length, gzip: gz, brotli: br };
}
