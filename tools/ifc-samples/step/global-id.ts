// GlobalIds from names: 128 bits of a hash in the 64 letters of IFC, so that an element keeps its id from one
// version of a model to the next.

import { createHash } from 'node:crypto';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$';

/** 22 letters; the first holds two bits. */
export function toGlobalId(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  let bits = BigInt(`0x${bytes.toString('hex')}`);
  let id = '';
  for (let at = 0; at < 22; at++) {
    id = letters[Number(bits & 63n)] + id;
    bits >>= 6n;
  }
  return id;
}
