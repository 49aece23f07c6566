// A fast 64-bit fingerprint of bytes (two lanes of MurmurHash3's 32-bit mixing, Appleby 2011): names builds
// after their content. Not for anything where someone might want a collision.

const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

/** Sixteen hex digits. */
export function hashBytes(bytes: Uint8Array): string {
  let a = 0x9747b28c;
  let b = 0x3c6ef372;
  const words = bytes.byteLength >> 2;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let word = 0; word < words; word++) {
    const value = view.getInt32(word * 4, true);
    a = mix(a, value);
    b = Math.imul(b ^ value, C1) ^ (b >>> 15);
  }
  for (let at = words * 4; at < bytes.byteLength; at++) {
    a = mix(a, bytes[at]!);
    b = Math.imul(b ^ bytes[at]!, C1) ^ (b >>> 15);
  }
  return toHex(finish(a ^ bytes.byteLength)) + toHex(finish(b ^ a));
}

export const hashText = (text: string) => hashBytes(new TextEncoder().encode(text));

function mix(hash: number, value: number): number {
  const scrambled = Math.imul(value, C1);
  const turned = Math.imul((scrambled << 15) | (scrambled >>> 17), C2);
  const mixed = hash ^ turned;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const toHex = (word: number) => word.toString(16).padStart(8, '0');
