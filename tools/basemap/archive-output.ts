import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip as zlibGzip } from 'node:zlib';
import {
  createPmtilesWriter,
  type PmtilesDescription,
  type PmtilesWriter,
} from '#conversion/basemap/pmtiles-writer.ts';

export const gzip = promisify(zlibGzip);

export interface ArchiveOutput {
  readonly writer: PmtilesWriter;
  /** Puts head and tiles together under the final name; returns the size in bytes. */
  finish(description: PmtilesDescription): Promise<number>;
  /** Removes whatever was written so far. */
  discard(): Promise<void>;
}

/** Writes the tile data beside the final file first, for the head's size is known only at the end. */
export async function createArchiveOutput(folder: string, name: string): Promise<ArchiveOutput> {
  await mkdir(folder, { recursive: true });
  const dataPath = join(folder, `.${name}.tiles`);
  const wholePath = join(folder, `.${name}.whole`);
  const data = await open(dataPath, 'w');
  const writer = createPmtilesWriter({ append: (bytes) => data.appendFile(bytes), gzip });
  return {
    writer,
    async finish(description) {
      const head = await writer.finish(description);
      await data.close();
      const whole = await open(wholePath, 'w');
      await whole.write(head);
      await pipeline(createReadStream(dataPath), whole.createWriteStream());
      await rename(wholePath, join(folder, name));
      await rm(dataPath);
      return (await stat(join(folder, name))).size;
    },
    async discard() {
      await data.close().catch(() => undefined);
      await Promise.all([dataPath, wholePath].map((path) => rm(path, { force: true })));
    },
  };
}
