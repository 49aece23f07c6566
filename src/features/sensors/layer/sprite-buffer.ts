// The sprites of one picture as the graphics card reads them: rows of 15 words, written from the farthest
// back to the front. What was written last is kept, so that the same picture isn't sent twice.

import type { Region } from './sprite-atlas.ts';
import { FLAT, LINE, PULSE, UPRIGHT } from './sprite-shader.ts';

/** Writes the sprites of the next picture. Colours are 0xAABBGGRR. */
export interface SpriteWriter {
  begin(): void;
  /** Where the next sprites stand, m from the centre. */
  moveTo(x: number, y: number, z: number): void;
  /** Left and bottom edge in CSS px from the point; `pick` is the colour by which it is found, 0 for none. */
  upright(region: Region, leftPx: number, bottomPx: number, tint: number, pick?: number): void;
  pulse(region: Region, leftPx: number, bottomPx: number, tint: number): void;
  /** Along `x, y, z` in metres. */
  line(region: Region, widthPx: number, x: number, y: number, z: number, tint: number): void;
  /** `x, y, z` is the unit vector that the picture's top points along. */
  flat(region: Region, x: number, y: number, z: number, tint: number): void;
  /** Ends the picture; true where it is another than the last one. */
  end(): boolean;
}

export interface SpriteBuffer extends SpriteWriter {
  /** Sprites in the last picture. */
  readonly count: number;
  /** Its rows. */
  readonly rows: Uint32Array;
}

/** By name: the first word of each column in a row. */
export const columns = {
  position: 0,
  toward: 3,
  box: 6,
  region: 10,
  tint: 12,
  pickColour: 13,
  mode: 14,
} as const;
export const ROW_WORDS = 15;
/** Sprites in one picture; what comes after them is left out. */
export const MOST_SPRITES = 12_288;

export function createSpriteBuffer(): SpriteBuffer {
  const floats = new Float32Array(MOST_SPRITES * ROW_WORDS);
  const words = new Uint32Array(floats.buffer);
  const shorts = new Uint16Array(floats.buffer);
  const last = new Uint32Array(MOST_SPRITES * ROW_WORDS);
  let count = 0;
  let at = 0;
  let [px, py, pz] = [0, 0, 0];

  function write(
    mode: number,
    region: Region,
    left: number,
    bottom: number,
    width: number,
    height: number,
    tint: number,
    pickColour: number,
  ): number {
    if (at === MOST_SPRITES) return -1;
    const word = at++ * ROW_WORDS;
    floats[word] = px;
    floats[word + 1] = py;
    floats[word + 2] = pz;
    floats[word + 3] = 0;
    floats[word + 4] = 0;
    floats[word + 5] = 0;
    floats[word + 6] = left;
    floats[word + 7] = bottom;
    floats[word + 8] = width;
    floats[word + 9] = height;
    shorts[2 * word + 20] = region.left;
    shorts[2 * word + 21] = region.top;
    shorts[2 * word + 22] = region.width;
    shorts[2 * word + 23] = region.height;
    words[word + 12] = tint;
    words[word + 13] = pickColour;
    floats[word + 14] = mode;
    return word;
  }

  function writeToward(word: number, x: number, y: number, z: number): void {
    if (word < 0) return;
    floats[word + 3] = x;
    floats[word + 4] = y;
    floats[word + 5] = z;
  }

  return {
    get count() {
      return count;
    },
    get rows() {
      return last.subarray(0, count * ROW_WORDS);
    },
    begin() {
      at = 0;
    },
    moveTo(x, y, z) {
      px = x;
      py = y;
      pz = z;
    },
    upright(region, left, bottom, tint, pick = 0) {
      write(UPRIGHT, region, left, bottom, region.widthPx, region.heightPx, tint, pick);
    },
    pulse(region, left, bottom, tint) {
      write(PULSE, region, left, bottom, region.widthPx, region.heightPx, tint, 0);
    },
    line(region, widthPx, x, y, z, tint) {
      writeToward(write(LINE, region, 0, 0, widthPx, 0, tint, 0), x, y, z);
    },
    flat(region, x, y, z, tint) {
      const { widthPx, heightPx } = region;
      writeToward(write(FLAT, region, 0, 0, widthPx, heightPx, tint, 0), x, y, z);
    },
    end() {
      const length = at * ROW_WORDS;
      if (at === count && isEqual(words, last, length)) return false;
      count = at;
      last.set(words.subarray(0, length));
      return true;
    },
  };
}

function isEqual(a: Uint32Array, b: Uint32Array, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return false;
  return true;
}
