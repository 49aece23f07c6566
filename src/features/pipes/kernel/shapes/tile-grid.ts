// Cells of about 500 m in which pieces and things are gathered, relative to the cell's own centre: a float32 then
// holds a place to 0.03 mm.

import { toEcef } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';
import {
  PIECE_FLOATS,
  type PipeTile,
  THING_FLOATS,
  thingField,
  thingKinds,
  thingRanks,
} from '../../contract/shapes.ts';

export const TILE_M = 500;
/** Longer pieces are cut, so that none reaches far out of its tile. */
export const LONGEST_PIECE_M = 250;

const METRES_PER_DEGREE = 111_320;
/** Heights from a cell's centre stay within this. */
const RANK_STEP_M = 1e6;
const ranks = thingKinds.map((kind) => thingRanks[kind]);

/** Earth-centred places of points given as longitude, latitude (degrees), height (m); three numbers a point. */
export function placeM(
  longitudeDeg: number,
  latitudeDeg: number,
  heightM: number,
  to: Float64Array,
  at: number,
): void {
  const { x, y, z } = toEcef({
    longitude: fromDegrees(longitudeDeg),
    latitude: fromDegrees(latitudeDeg),
    height: metres(Number.isFinite(heightM) ? heightM : 0),
  });
  to[at] = x;
  to[at + 1] = y;
  to[at + 2] = z;
}

export class TileGrid {
  readonly #cells = new Map<number, TileCell>();
  readonly #stepLatitudeDeg = TILE_M / METRES_PER_DEGREE;
  readonly #stepLongitudeDeg: number;

  /** `latitudeDeg`: about the middle of the networks. */
  constructor(latitudeDeg: number) {
    const shrink = Math.max(0.01, Math.cos(fromDegrees(latitudeDeg)));
    this.#stepLongitudeDeg = TILE_M / METRES_PER_DEGREE / shrink;
  }

  /** The cell of a place; its centre is at the height of the first that asked. */
  cellAt(longitudeDeg: number, latitudeDeg: number, heightM: number): TileCell {
    const column = Math.floor(longitudeDeg / this.#stepLongitudeDeg);
    const row = Math.floor(latitudeDeg / this.#stepLatitudeDeg);
    const key = row * 2 ** 22 + column;
    let cell = this.#cells.get(key);
    if (!cell) {
      const centreM = new Float64Array(3);
      const longitude = (column + 0.5) * this.#stepLongitudeDeg;
      placeM(longitude, (row + 0.5) * this.#stepLatitudeDeg, heightM, centreM, 0);
      cell = new TileCell(centreM);
      this.#cells.set(key, cell);
    }
    return cell;
  }

  finish(): PipeTile[] {
    return [...this.#cells.values()].map((cell) => cell.finish());
  }
}

export class TileCell {
  readonly centreM: Float64Array;
  readonly mains = new Rows(PIECE_FLOATS);
  readonly services = new Rows(PIECE_FLOATS);
  readonly things = new Rows(THING_FLOATS);
  #reach = 0;

  constructor(centreM: Float64Array) {
    this.centreM = centreM;
  }

  /** Writes a place as floats from the centre. */
  write(to: Float32Array, at: number, x: number, y: number, z: number, marginM: number): void {
    const [cx = 0, cy = 0, cz = 0] = this.centreM;
    to[at] = x - cx;
    to[at + 1] = y - cy;
    to[at + 2] = z - cz;
    this.#reach = Math.max(this.#reach, Math.hypot(x - cx, y - cy, z - cz) + marginM);
  }

  /** The lowest first: drawn in this order without depth, what lies above covers what lies below. */
  finish(): PipeTile {
    const [x = 0, y = 0, z = 0] = this.centreM;
    const length = Math.hypot(x, y, z);
    const heightOf = (row: Float32Array, at: number) =>
      (row[at]! * x + row[at + 1]! * y + row[at + 2]! * z) / length;
    const pieceHeight = (rows: Float32Array, at: number) =>
      heightOf(rows, at) + heightOf(rows, at + 3);
    const pieces = new Float32Array((this.mains.count + this.services.count) * PIECE_FLOATS);
    this.mains.sortInto(pieces, 0, pieceHeight);
    this.services.sortInto(pieces, this.mains.count * PIECE_FLOATS, pieceHeight);
    const things = new Float32Array(this.things.count * THING_FLOATS);
    this.things.sortInto(things, 0, (rows, at) => {
      const rank = ranks[rows[at + thingField.kind] ?? 0] ?? 0;
      return rank * RANK_STEP_M + heightOf(rows, at);
    });
    return {
      centreM: [x, y, z],
      radiusM: Math.max(1, this.#reach),
      pieceCount: this.mains.count + this.services.count,
      pieces,
      thingCount: this.things.count,
      things,
    };
  }
}

/** Rows of floats that grow. */
class Rows {
  count = 0;
  floats: Float32Array;
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
    this.floats = new Float32Array(64 * width);
  }

  /** Room for one more row; where it begins. */
  add(): number {
    const at = this.count++ * this.#width;
    if (at === this.floats.length) {
      const next = new Float32Array(2 * this.floats.length);
      next.set(this.floats);
      this.floats = next;
    }
    return at;
  }

  sortInto(to: Float32Array, at: number, keyOf: (rows: Float32Array, at: number) => number): void {
    const width = this.#width;
    const keys = Float64Array.from({ length: this.count }, (_, row) =>
      keyOf(this.floats, row * width),
    );
    const order = Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
    for (const [place, row] of order.entries()) {
      to.set(this.floats.subarray(row * width, (row + 1) * width), at + place * width);
    }
  }
}
