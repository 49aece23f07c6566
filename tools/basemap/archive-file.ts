import { type FileHandle, open } from 'node:fs/promises';
import type { Source } from 'pmtiles';

/** A PMTiles archive on disk, read piece by piece. */
export interface ArchiveFile extends Source {
  close(): Promise<void>;
}

export async function openArchiveFile(path: string): Promise<ArchiveFile> {
  const handle: FileHandle = await open(path, 'r');
  return {
    getKey: () => path,
    async getBytes(offset, length) {
      const data = new ArrayBuffer(length);
      const { bytesRead } = await handle.read(new Uint8Array(data), 0, length, offset);
      return { data: data.slice(0, bytesRead) };
    },
    close: () => handle.close(),
  };
}
