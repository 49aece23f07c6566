// Random access to the bytes of an input: a file on disk or bytes dropped on the page.

export interface ByteSource {
  /** File name as the person gave it; every error names it. */
  readonly file: string;
  readonly size: number;
  /** Bytes `offset … offset + length`, fewer at the end; the view is valid until the next read. */
  read(offset: number, length: number): Uint8Array;
}

export function toByteSource(file: string, bytes: Uint8Array): ByteSource {
  return {
    file,
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/** Line (from 1) in which byte `offset` lies. */
export function findLine(source: ByteSource, offset: number): number {
  const CHUNK = 1 << 20;
  let line = 1;
  for (let at = 0; at < offset; at += CHUNK) {
    const bytes = source.read(at, Math.min(CHUNK, offset - at));
    for (const byte of bytes) if (byte === 10) line++;
  }
  return line;
}
