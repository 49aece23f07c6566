// The water as it stands on the graphics card, tile after tile: what comes in is compared with what came before, so that
// only tiles that changed are uploaded. Keeps the frame itself and no copy: 6 bytes a wet cell.

import {
  FLOOD_TILE,
  type FloodWater,
  LEAST_DEPTH_M,
  TILE_CELLS,
  tilesAcross,
} from './flood-format.ts';

const LEAST_MM = LEAST_DEPTH_M * 1000;
/** Slower water stands, cm/s. */
const MOVING_CMS = 3;
const DRY = -1;
const WORDS = TILE_CELLS / 2;

export class FloodMirror {
  readonly columns: number;
  readonly rows: number;
  readonly #deepestMm: Uint16Array;
  readonly #isMoving: Uint8Array;
  /** Which of the frame's tiles each one is; DRY where it is none of them. */
  #numberOf: Int32Array;
  #numberBefore: Int32Array;
  #water: FloodWater = nothing;
  readonly #zeros = new Uint8Array(TILE_CELLS * 2);
  readonly #packed = new Int32Array(TILE_CELLS);

  /** `width` and `height` in cells. */
  constructor(width: number, height: number) {
    this.columns = tilesAcross(width);
    this.rows = tilesAcross(height);
    const tiles = this.columns * this.rows;
    this.#deepestMm = new Uint16Array(tiles);
    this.#isMoving = new Uint8Array(tiles);
    this.#numberOf = new Int32Array(tiles).fill(DRY);
    this.#numberBefore = new Int32Array(tiles);
  }

  get tiles(): number {
    return this.#deepestMm.length;
  }

  isWet(tile: number): boolean {
    return (this.#deepestMm[tile] ?? 0) >= LEAST_MM;
  }

  /** Whether something in it moves. */
  isMoving(tile: number): boolean {
    return this.isWet(tile) && this.#isMoving[tile] === 1;
  }

  /** Bytes of a tile's depths: FLOOD_TILE² little-endian 16-bit numbers, mm. */
  depthBytes(tile: number): Uint8Array {
    const number = this.#numberOf[tile] ?? DRY;
    if (number === DRY) return this.#zeros;
    const { buffer, byteOffset } = this.#water.depthMm;
    return new Uint8Array(buffer, byteOffset + number * TILE_CELLS * 2, TILE_CELLS * 2);
  }

  /** Bytes of a tile's velocities: east and north, 16 bits each, cm/s; the same array at each call. */
  velocityBytes(tile: number): Uint8Array {
    const number = this.#numberOf[tile] ?? DRY;
    const packed = this.#packed;
    if (number === DRY) packed.fill(0);
    else {
      const { uCms, vCms } = this.#water;
      const from = number * TILE_CELLS;
      for (let cell = 0; cell < TILE_CELLS; cell++) {
        packed[cell] = (uCms[from + cell]! & 0xffff) | (vCms[from + cell]! << 16);
      }
    }
    return new Uint8Array(packed.buffer);
  }

  /** Depth (mm) and velocity (cm/s) of a cell of the raster. */
  at(column: number, row: number): { depthMm: number; uCms: number; vCms: number } {
    const tile = Math.floor(row / FLOOD_TILE) * this.columns + Math.floor(column / FLOOD_TILE);
    const number = this.#numberOf[tile] ?? DRY;
    if (number === DRY) return { depthMm: 0, uCms: 0, vCms: 0 };
    const cell = number * TILE_CELLS + (row % FLOOD_TILE) * FLOOD_TILE + (column % FLOOD_TILE);
    const { depthMm, uCms, vCms } = this.#water;
    return { depthMm: depthMm[cell] ?? 0, uCms: uCms[cell] ?? 0, vCms: vCms[cell] ?? 0 };
  }

  /**
   * Takes the water over, which nobody may write into afterwards, and calls `onChange` with each tile that differs from
   * before; tiles that are wet here and not in it dry up. Throws where a tile lies outside or values are missing.
   */
  take(water: FloodWater, onChange: (tile: number) => void): void {
    check(water, this.tiles);
    const before = this.#water;
    const numberBefore = this.#numberOf;
    const numberOf = this.#numberBefore.fill(DRY);
    this.#numberBefore = numberBefore;
    this.#numberOf = numberOf;
    this.#water = water;
    const [oldWords, newWords] = [wordsOf(before), wordsOf(water)];
    for (let number = 0; number < water.tiles.length; number++) {
      const tile = water.tiles[number]!;
      numberOf[tile] = number;
      const old = numberBefore[tile]!;
      if (old !== DRY && isAlike(oldWords, old, newWords, number)) continue;
      this.#measure(tile, number);
      onChange(tile);
    }
    for (let tile = 0; tile < this.tiles; tile++) {
      if (numberOf[tile] !== DRY || numberBefore[tile] === DRY) continue;
      this.#deepestMm[tile] = 0;
      this.#isMoving[tile] = 0;
      onChange(tile);
    }
  }

  #measure(tile: number, number: number): void {
    const { depthMm, uCms, vCms } = this.#water;
    const end = (number + 1) * TILE_CELLS;
    let deepest = 0;
    let fastest = 0;
    for (let cell = number * TILE_CELLS; cell < end; cell++) {
      const depth = depthMm[cell]!;
      if (depth > deepest) deepest = depth;
      const u = uCms[cell]!;
      const v = vCms[cell]!;
      const speed = u * u + v * v;
      if (speed > fastest) fastest = speed;
    }
    this.#deepestMm[tile] = deepest;
    this.#isMoving[tile] = fastest >= MOVING_CMS ** 2 ? 1 : 0;
  }
}

const nothing: FloodWater = {
  tiles: new Uint32Array(),
  depthMm: new Uint16Array(),
  uCms: new Int16Array(),
  vCms: new Int16Array(),
};

function check({ tiles, depthMm, uCms, vCms }: FloodWater, count: number): void {
  const wanted = tiles.length * TILE_CELLS;
  for (const values of [depthMm, uCms, vCms]) {
    if (values.length < wanted) {
      throw new Error(
        `A frame of ${tiles.length} tiles has ${values.length} values; expected ${wanted}.`,
      );
    }
  }
  for (const tile of tiles) {
    if (tile >= count) throw new Error(`A frame names tile ${tile}; the raster has ${count}.`);
  }
}

type Words = readonly Uint32Array[];

/** Two values at once: half the comparing. */
const wordsOf = ({ depthMm, uCms, vCms }: FloodWater): Words =>
  [depthMm, uCms, vCms].map((values) => {
    const whole = values.byteOffset % 4 === 0 ? values : values.slice();
    return new Uint32Array(whole.buffer, whole.byteOffset, whole.length >> 1);
  });

function isAlike(before: Words, old: number, after: Words, number: number): boolean {
  for (let which = 0; which < 3; which++) {
    const a = before[which]!;
    const b = after[which]!;
    const shift = (number - old) * WORDS;
    const end = (old + 1) * WORDS;
    for (let word = old * WORDS; word < end; word++) {
      if (a[word] !== b[word + shift]) return false;
    }
  }
  return true;
}
