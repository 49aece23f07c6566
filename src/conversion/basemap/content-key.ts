// A key under which equal bytes are found again without keeping them: two independent 53-bit hashes
// (cyrb53, public domain) and the length. For 10 million tiles the odds of a false match are below 1e-17.

/** The same for equal bytes; practically never for others. Not for secrets. */
export function toContentKey(bytes: Uint8Array): string {
  return `${bytes.length}:${hash53(bytes, 0).toString(36)}:${hash53(bytes, 0x9e3779b9).toString(36)}`;
}

function hash53(bytes: Uint8Array, seed: number): number {
  let low = 0xdeadbeef ^ seed;
  let high = 0x41c6ce57 ^ seed;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!;
    low = Math.imul(low ^ byte, 2654435761);
    high = Math.imul(high ^ byte, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 4294967296 * (2097151 & high) + (low >>> 0);
}
