// One tile of a frame in few bytes, exactly: each value as its difference from its neighbour, each row of 64 in as
// many bits as its largest difference needs. About 50 µs a tile; one tile can be read without any other.

import { FRAME_TILE } from '#features/flood/contract.ts';

export const TILE_CELLS = FRAME_TILE * FRAME_TILE;

const CHANNELS = 3;
const scratch = new Uint8Array(CHANNELS * FRAME_TILE * (1 + FRAME_TILE * 2));
const row = new Uint16Array(FRAME_TILE);

/** The three channels of a tile of a frame, its place in the frame's arrays being `tile × TILE_CELLS`. */
export interface TileArrays {
  readonly depthMm: Uint16Array;
  readonly uCms: Int16Array;
  readonly vCms: Int16Array;
}

export function packTile({ depthMm, uCms, vCms }: TileArrays, tile: number): Uint8Array {
  const from = tile * TILE_CELLS;
  let end = packChannel(depthMm, from, 0);
  end = packChannel(uCms, from, end);
  end = packChannel(vCms, from, end);
  return scratch.slice(0, end);
}

export function unpackTile(packed: Uint8Array, into: TileArrays, tile: number): void {
  const from = tile * TILE_CELLS;
  let at = unpackChannel(packed, 0, into.depthMm, from);
  at = unpackChannel(packed, at, into.uCms, from);
  unpackChannel(packed, at, into.vCms, from);
}

/** Returns where the channel ends in `scratch`. */
function packChannel(values: Uint16Array | Int16Array, from: number, start: number): number {
  let at = start;
  let above = 0;
  for (let first = from; first < from + TILE_CELLS; first += FRAME_TILE) {
    let before = above;
    let all = 0;
    for (let x = 0; x < FRAME_TILE; x++) {
      const value = values[first + x]!;
      // Sixteen bits wrap around alike in both directions; small differences of either sign become small numbers.
      const difference = ((value - before) << 16) >> 16;
      const zigzag = ((difference << 1) ^ (difference >> 15)) & 0xffff;
      row[x] = zigzag;
      all |= zigzag;
      before = value;
    }
    above = values[first]!;
    const bits = 32 - Math.clz32(all);
    scratch[at++] = bits;
    if (bits > 0) at = packRow(bits, at);
  }
  return at;
}

function packRow(bits: number, start: number): number {
  let at = start;
  let kept = 0;
  let count = 0;
  for (let x = 0; x < FRAME_TILE; x++) {
    kept |= row[x]! << count;
    count += bits;
    while (count >= 8) {
      scratch[at++] = kept & 0xff;
      kept >>>= 8;
      count -= 8;
    }
  }
  return at;
}

function unpackChannel(
  packed: Uint8Array,
  start: number,
  values: Uint16Array | Int16Array,
  from: number,
): number {
  let at = start;
  let above = 0;
  for (let first = from; first < from + TILE_CELLS; first += FRAME_TILE) {
    const bits = packed[at++]!;
    const mask = (1 << bits) - 1;
    let value = above;
    let kept = 0;
    let count = 0;
    for (let x = 0; x < FRAME_TILE; x++) {
      while (count < bits) {
        kept |= packed[at++]! << count;
        count += 8;
      }
      const zigzag = kept & mask;
      kept >>>= bits;
      count -= bits;
      value += (zigzag >>> 1) ^ -(zigzag & 1);
      values[first + x] = value;
      if (x === 0) above = values[first]!;
    }
  }
  return at;
}
