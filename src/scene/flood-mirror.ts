// The water as it stands on the graphics card, tile after tile: what comes in is compared with it, so that only tiles
// that changed are uploaded. 6 bytes a cell.

import {
  FLOOD_TILE,
  type FloodWater,
  LEAST_DEPTH_M,
  TILE_CELLS,
  tilesAcross,
} from './flood-format.ts';

const LEAST_MM = LEAST_DEPTH_M * 1000;

export class FloodMirror {
  readonly columns: number;
  readonly rows: number;
  /** Deepest of each tile, mm. */
  readonly deepestMm: Uint16Array;
  readonly #depthMm: Uint16Array;
  /** East in the low 16 bits, north in the high ones, cm/s. */
  readonly #velocity: Int32Array;
  readonly #fastest: Uint8Array;
  /** Number of the frame in which a tile came last. */
  readonly #cameIn: Uint32Array;
  #frame = 0;

  /** `width` and `height` in cells. */
  constructor(width: number, height: number) {
    this.columns = tilesAcross(width);
    this.rows = tilesAcross(height);
    const tiles = this.columns * this.rows;
    this.deepestMm = new Uint16Array(tiles);
    this.#depthMm = new Uint16Array(tiles * TILE_CELLS);
    this.#velocity = new Int32Array(tiles * TILE_CELLS);
    this.#fastest = new Uint8Array(tiles);
    this.#cameIn = new Uint32Array(tiles);
  }

  get tiles(): number {
    return this.deepestMm.length;
  }

  isWet(tile: number): boolean {
    return (this.deepestMm[tile] ?? 0) >= LEAST_MM;
  }

  /** Whether something in it moves at 3 cm/s or more. */
  isMoving(tile: number): boolean {
    return this.isWet(tile) && this.#fastest[tile] === 1;
  }

  /** Bytes of a tile's depths: FLOOD_TILE² little-endian 16-bit numbers, mm. */
  depthBytes(tile: number): Uint8Array {
    return new Uint8Array(this.#depthMm.buffer, tile * TILE_CELLS * 2, TILE_CELLS * 2);
  }

  /** Bytes of a tile's velocities: east and north, 16 bits each, cm/s. */
  velocityBytes(tile: number): Uint8Array {
    return new Uint8Array(this.#velocity.buffer, tile * TILE_CELLS * 4, TILE_CELLS * 4);
  }

  /** Depth (mm) and velocity (cm/s) of a cell of the raster. */
  at(column: number, row: number): { depthMm: number; uCms: number; vCms: number } {
    const tile = Math.floor(row / FLOOD_TILE) * this.columns + Math.floor(column / FLOOD_TILE);
    const cell = (row % FLOOD_TILE) * FLOOD_TILE + (column % FLOOD_TILE);
    const velocity = this.#velocity[tile * TILE_CELLS + cell] ?? 0;
    return {
      depthMm: this.#depthMm[tile * TILE_CELLS + cell] ?? 0,
      uCms: (velocity << 16) >> 16,
      vCms: velocity >> 16,
    };
  }

  /**
   * Takes the water over and calls `onChange` with each tile whose bytes differ from before; tiles that are wet here and
   * not in it dry up. Throws where a tile lies outside or values are missing.
   */
  take({ tiles, depthMm, uCms, vCms }: FloodWater, onChange: (tile: number) => void): void {
    const wanted = tiles.length * TILE_CELLS;
    for (const values of [depthMm, uCms, vCms]) {
      if (values.length < wanted) {
        throw new Error(
          `A frame of ${tiles.length} tiles has ${values.length} values; expected ${wanted}.`,
        );
      }
    }
    this.#frame++;
    for (let number = 0; number < tiles.length; number++) {
      const tile = tiles[number]!;
      if (tile >= this.tiles) {
        throw new Error(`A frame names tile ${tile}; the raster has ${this.tiles}.`);
      }
      this.#cameIn[tile] = this.#frame;
      if (this.#takeTile(tile, number * TILE_CELLS, depthMm, uCms, vCms)) onChange(tile);
    }
    for (let tile = 0; tile < this.tiles; tile++) {
      if (this.#cameIn[tile] !== this.#frame && this.#dry(tile)) onChange(tile);
    }
  }

  #takeTile(
    tile: number,
    from: number,
    depthMm: Uint16Array,
    uCms: Int16Array,
    vCms: Int16Array,
  ): boolean {
    const depths = this.#depthMm;
    const velocities = this.#velocity;
    const to = tile * TILE_CELLS;
    let different = 0;
    let deepest = 0;
    let fastest = 0;
    for (let cell = 0; cell < TILE_CELLS; cell++) {
      const depth = depthMm[from + cell]!;
      const u = uCms[from + cell]!;
      const v = vCms[from + cell]!;
      const velocity = (u & 0xffff) | (v << 16);
      different |= (depths[to + cell]! ^ depth) | (velocities[to + cell]! ^ velocity);
      depths[to + cell] = depth;
      velocities[to + cell] = velocity;
      if (depth > deepest) deepest = depth;
      const speed = u * u + v * v;
      if (speed > fastest) fastest = speed;
    }
    this.deepestMm[tile] = deepest;
    this.#fastest[tile] = fastest >= 9 ? 1 : 0;
    return different !== 0;
  }

  /** Whether there was water. */
  #dry(tile: number): boolean {
    if (this.deepestMm[tile] === 0 && this.#fastest[tile] === 0) return false;
    this.#depthMm.fill(0, tile * TILE_CELLS, (tile + 1) * TILE_CELLS);
    this.#velocity.fill(0, tile * TILE_CELLS, (tile + 1) * TILE_CELLS);
    this.deepestMm[tile] = 0;
    this.#fastest[tile] = 0;
    return true;
  }
}
