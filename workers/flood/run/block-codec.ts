// Large arrays of which most does not change, kept exactly: blocks of one value as that value, blocks that were kept
// before by reference. The bits of a NaN stay too.

const BLOCK_WORDS = 4096;

type Block = number | Uint32Array;

export interface PackedArray {
  readonly kind: 'f32' | 'f64';
  readonly words: number;
  readonly blocks: readonly Block[];
}

/** What is kept of `before` at the same place and equal is shared. */
export function packArray(array: Float32Array | Float64Array, before?: PackedArray): PackedArray {
  const bits = new Uint32Array(array.buffer, array.byteOffset, array.byteLength / 4);
  const blocks: Block[] = [];
  for (let from = 0, at = 0; from < bits.length; from += BLOCK_WORDS, at++) {
    const end = Math.min(bits.length, from + BLOCK_WORDS);
    blocks.push(packBlock(bits, from, end, before?.blocks[at]));
  }
  const kind = array instanceof Float32Array ? 'f32' : 'f64';
  return { kind, words: bits.length, blocks };
}

function packBlock(bits: Uint32Array, from: number, end: number, before: Block | undefined): Block {
  const first = bits[from]!;
  let at = from + 1;
  while (at < end && bits[at] === first) at++;
  if (at === end) return first;
  if (before instanceof Uint32Array && before.length === end - from) {
    let same = 0;
    while (same < before.length && before[same] === bits[from + same]) same++;
    if (same === before.length) return before;
  }
  return bits.slice(from, end);
}

export function unpackArray({ kind, words, blocks }: PackedArray): Float32Array | Float64Array {
  const bits = new Uint32Array(words);
  for (const [at, block] of blocks.entries()) {
    const from = at * BLOCK_WORDS;
    if (typeof block === 'number') bits.fill(block, from, from + BLOCK_WORDS);
    else bits.set(block, from);
  }
  return kind === 'f32' ? new Float32Array(bits.buffer) : new Float64Array(bits.buffer);
}

/** Bytes of blocks that are not in `seen` yet, which learns of them. */
export function countBytes(packed: PackedArray, seen: Set<Uint32Array>): number {
  let bytes = packed.blocks.length * 8;
  for (const block of packed.blocks) {
    if (typeof block === 'number' || seen.has(block)) continue;
    seen.add(block);
    bytes += block.byteLength;
  }
  return bytes;
}
