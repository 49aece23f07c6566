import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { negotiate } from '@fastify/accept-negotiator';

/** An open file; whoever holds it closes `handle`. */
export interface StoredFile {
  readonly handle: FileHandle;
  readonly size: number;
  /** Strong: changes with the bytes that are sent, so with the encoding too. */
  readonly etag: string;
  readonly encoding: 'br' | 'gzip' | undefined;
}

const siblings = { br: '.br', gzip: '.gz' } as const;

/** The path inside a folder that a URL names; undefined where it would leave it or names a hidden file. */
export function toSafePath(urlPath: string): string | undefined {
  const parts = urlPath.split('/');
  const isSafe = parts.every(
    (part) => part !== '' && !part.startsWith('.') && !/[\\\0]/.test(part),
  );
  return isSafe ? join(...parts) : undefined;
}

/** Opens the file as it is; undefined where there is no such file. */
export async function openStoredFile(path: string): Promise<StoredFile | undefined> {
  return openAs(path, undefined);
}

/** Opens the smallest form of the file that `acceptEncoding` allows, from `.br` and `.gz` beside it. */
export async function openEncodedFile(
  path: string,
  acceptEncoding: string | undefined,
): Promise<StoredFile | undefined> {
  let offered: (keyof typeof siblings)[] = ['br', 'gzip'];
  while (acceptEncoding && offered.length > 0) {
    const encoding = negotiate(acceptEncoding, offered);
    if (encoding === null) break;
    const file = await openAs(path + siblings[encoding], encoding);
    if (file) return file;
    offered = offered.filter((other) => other !== encoding);
  }
  return openAs(path, undefined);
}

async function openAs(
  path: string,
  encoding: StoredFile['encoding'],
): Promise<StoredFile | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  const found = await handle.stat({ bigint: true });
  if (!found.isFile()) {
    await handle.close();
    return undefined;
  }
  const version = `${found.mtimeNs.toString(36)}-${found.size.toString(36)}`;
  return {
    handle,
    size: Number(found.size),
    etag: encoding ? `"${version}-${encoding}"` : `"${version}"`,
    encoding,
  };
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP'].includes(String(error.code));
