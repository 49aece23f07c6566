// The conversion's host on disk: work goes to the crew, files to the package folder.

import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { ConversionHost, FileWriter } from '#conversion/convert.ts';
import type { Input } from '#conversion/input.ts';
import type { BatchSummary } from '#conversion/summary.ts';
import type { TileSummary } from '#conversion/tiles/build-tile.ts';
import { writePacked } from './disk-storage.ts';
import { share } from './shared-vertices.ts';
import type { Crew } from './threads.ts';

export interface NodeHostOptions {
  readonly crew: Crew;
  readonly scratch: string;
  readonly outFolder: string;
  /** Path on disk of each input, unpacked. */
  readonly paths: readonly string[];
}

export function createNodeHost({ crew, scratch, outFolder, paths }: NodeHostOptions) {
  const spills = new Map<number, number>();
  const host: ConversionHost = {
    // Two tasks a thread, so that none waits for the next message.
    atOnce: crew.size === 1 ? 1 : crew.size * 2,
    openInput: (number, input) =>
      crew.runOnAll({
        kind: 'open',
        number,
        input: shareVertices(input),
        path: paths[number] ?? '',
      }),
    setColumns: (columns) => crew.runOnAll({ kind: 'columns', columns }),
    readBatch: async (batch) => (await crew.run({ kind: 'batch', batch })) as BatchSummary,
    buildTile: async (task) => (await crew.run({ kind: 'tile', task })) as TileSummary,
    readPiece({ spill, offset, length }) {
      let descriptor = spills.get(spill);
      if (descriptor === undefined) {
        descriptor = openSync(join(scratch, `spill-${spill}.bin`), 'r');
        spills.set(spill, descriptor);
      }
      const bytes = new Uint8Array(length);
      readSync(descriptor, bytes, 0, length, offset);
      return bytes;
    },
    async writeFile(path, bytes) {
      const target = join(outFolder, path);
      mkdirSync(dirname(target), { recursive: true });
      return writePacked(target, bytes);
    },
    openFile: (path) => openPackedFile(join(outFolder, path)),
  };
  return {
    host,
    close() {
      for (const descriptor of spills.values()) closeSync(descriptor);
    },
  };
}

const shareVertices = (input: Input): Input =>
  input.kind === 'cityjson' ? { ...input, vertices: share(input.vertices) } : input;

/** A file written piece by piece; its packed siblings are made by streaming it once more. */
export function openPackedFile(path: string): FileWriter {
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, 'w');
  return {
    write(bytes) {
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    },
    async close() {
      closeSync(descriptor);
      const raw = statSync(path).size;
      const brotli = createBrotliCompress({
        params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: raw },
      });
      const [gzip, brotliSize] = await Promise.all([
        pack(path, `${path}.gz`, createGzip({ level: 6 }), raw),
        pack(path, `${path}.br`, brotli, raw),
      ]);
      return { raw, gzip, brotli: brotliSize };
    },
  };
}

async function pack(path: string, target: string, packer: NodeJS.ReadWriteStream, raw: number) {
  await pipeline(createReadStream(path), packer, createWriteStream(target));
  const { size } = statSync(target);
  if (size <= raw * 0.95) return size;
  rmSync(target);
  return 0;
}
