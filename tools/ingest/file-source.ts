// Files on disk as byte sources; gzip is unpacked into the scratch folder first, so that any byte can be read.

import {
  closeSync,
  createReadStream,
  createWriteStream,
  fstatSync,
  openSync,
  readSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { ByteSource } from '#conversion/json/byte-source.ts';
import { InputError } from '#model/input-error.ts';

export interface FileSource extends ByteSource {
  /** Where the bytes lie: the file itself or its unpacked copy. */
  readonly path: string;
  close(): void;
}

/** `file` is the name that errors show. Throws `InputError` where the file can't be opened. */
export function openFileSource(path: string, file: string): FileSource {
  const descriptor = openOrFail(path, file);
  const { size } = fstatSync(descriptor);
  return {
    path,
    file,
    size,
    read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      let got = 0;
      while (got < bytes.length) {
        const count = readSync(descriptor, bytes, got, bytes.length - got, offset + got);
        if (count === 0) break;
        got += count;
      }
      return bytes.subarray(0, got);
    },
    close: () => closeSync(descriptor),
  };
}

/** The path of the plain file: the given one, or what it unpacks to. */
export async function unpack(
  path: string,
  scratch: string,
  number: number,
  signal?: AbortSignal,
): Promise<string> {
  const file = basename(path);
  const descriptor = openOrFail(path, file);
  const magic = new Uint8Array(2);
  readSync(descriptor, magic, 0, 2, 0);
  closeSync(descriptor);
  if (magic[0] !== 0x1f || magic[1] !== 0x8b) return path;
  const plain = join(scratch, `input-${number}`);
  try {
    await pipeline(createReadStream(path), createGunzip(), createWriteStream(plain), { signal });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError({ file }, `its gzip packing is damaged (${reason}).`, { cause });
  }
  return plain;
}

function openOrFail(path: string, file: string): number {
  try {
    const descriptor = openSync(path, 'r');
    if (fstatSync(descriptor).isFile()) return descriptor;
    closeSync(descriptor);
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const sentence = isMissing ? 'there is no such file.' : `it can't be read (${String(cause)}).`;
    throw new InputError({ file }, sentence, { cause });
  }
  throw new InputError({ file }, 'this is a folder, not a file.');
}
