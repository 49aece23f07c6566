// The water at each watched thing: depth now and at most (mm), hazard (hundredths), and for streets depth × speed and the
// first and last cell that stops cars and engines. Fields are row-major, m and m/s, as in `parts.ts`.

import { CAR_DEPTH_SPEED, ENGINE_M, IMPASSABLE_M, REOPENING } from './road-speed.ts';
import type { GridSize } from './shape-cells.ts';
import type { Blocked } from './street-access.ts';
import {
  AFFECTED,
  CLOSED_TO_ENGINES,
  countThings,
  firstRoad,
  type WatchedThings,
  WET_M,
} from './watched-things.ts';

export interface WaterFields {
  readonly depthM: Float32Array;
  readonly uMs: Float32Array;
  readonly vMs: Float32Array;
  /** Largest so far of each cell. */
  readonly mostM: Float32Array;
  readonly hazardRating: Float32Array;
}

/** What one look finds; allocated once. */
export interface Measured {
  readonly depthMm: Uint16Array;
  readonly mostMm: Uint16Array;
  readonly hazardCenti: Uint16Array;
  readonly toCars: Blocked;
  readonly toEngines: Blocked;
}

const TILE = 32;
const toMm = (depthM: number) => Math.min(65_535, Math.round(depthM * 1000));

/** Skips whatever lies in tiles that no water has reached: a city is mostly dry. */
export class WaterMeasure {
  readonly #things: WatchedThings;
  readonly #grid: GridSize;
  readonly #columns: number;
  readonly #wetTiles: Uint8Array;
  /** First and last tile column and row of each thing. */
  readonly #tiles: Uint16Array;
  readonly #carM: number;
  readonly #engineM: number;

  constructor(
    things: WatchedThings,
    grid: GridSize,
    limits: { readonly carM?: number; readonly engineM?: number } = {},
  ) {
    this.#things = things;
    this.#grid = grid;
    this.#columns = Math.ceil(grid.width / TILE);
    this.#wetTiles = new Uint8Array(this.#columns * Math.ceil(grid.height / TILE));
    this.#tiles = tilesOf(things, grid.width);
    this.#carM = limits.carM ?? IMPASSABLE_M;
    this.#engineM = limits.engineM ?? ENGINE_M;
  }

  /** Fills `into`; streets that `flags` calls closed need less water to stay so. */
  measure(fields: WaterFields, flags: Uint8Array, into: Measured): void {
    this.#findWetTiles(fields.mostM);
    const roads = firstRoad(this.#things);
    const count = countThings(this.#things);
    for (let thing = 0; thing < count; thing++) {
      into.depthMm[thing] = 0;
      into.mostMm[thing] = 0;
      into.hazardCenti[thing] = 0;
      if (thing >= roads) clearBlocked(into, thing - roads);
      if (!this.#isWet(thing)) continue;
      this.#measureThing(thing, fields, into);
      if (thing >= roads) this.#measureRoad(thing, thing - roads, fields, flags[thing]!, into);
    }
  }

  #findWetTiles(mostM: Float32Array): void {
    const { width, height } = this.#grid;
    this.#wetTiles.fill(0);
    for (let row = 0; row < height; row++) {
      const tiles = (row >> 5) * this.#columns;
      let at = row * width;
      for (let column = 0; column < width; column++, at++) {
        if (mostM[at]! >= WET_M) {
          this.#wetTiles[tiles + (column >> 5)] = 1;
          // The rest of this tile's row says nothing new.
          const skip = Math.min(width - 1, column | (TILE - 1)) - column;
          column += skip;
          at += skip;
        }
      }
    }
  }

  #isWet(thing: number): boolean {
    const left = this.#tiles[thing * 4]!;
    const right = this.#tiles[thing * 4 + 1]!;
    const bottom = this.#tiles[thing * 4 + 3]!;
    for (let row = this.#tiles[thing * 4 + 2]!; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (this.#wetTiles[row * this.#columns + column] === 1) return true;
      }
    }
    return false;
  }

  #measureThing(thing: number, fields: WaterFields, into: Measured): void {
    const { cells, offsets } = this.#things;
    const { depthM, mostM, hazardRating } = fields;
    let [depth, most, hazard] = [0, 0, 0];
    for (let at = offsets[thing]!; at < offsets[thing + 1]!; at++) {
      const cell = cells[at]!;
      if (mostM[cell]! < WET_M) continue;
      if (depthM[cell]! > depth) depth = depthM[cell]!;
      if (mostM[cell]! > most) most = mostM[cell]!;
      if (hazardRating[cell]! > hazard) hazard = hazardRating[cell]!;
    }
    if (depth > most) most = depth;
    into.depthMm[thing] = depth < WET_M ? 0 : toMm(depth);
    into.mostMm[thing] = toMm(most);
    into.hazardCenti[thing] = Math.min(65_535, Math.round(hazard * 100));
  }

  #measureRoad(
    thing: number,
    road: number,
    { depthM, uMs, vMs }: WaterFields,
    flags: number,
    into: Measured,
  ): void {
    const { cells, offsets } = this.#things;
    const easier = (flags & AFFECTED) === 0 ? 0 : REOPENING;
    const carM = this.#carM - easier;
    const carFlow = CAR_DEPTH_SPEED - easier;
    const engineM = this.#engineM - ((flags & CLOSED_TO_ENGINES) === 0 ? 0 : REOPENING);
    const first = offsets[thing]!;
    for (let at = first; at < offsets[thing + 1]!; at++) {
      const cell = cells[at]!;
      const depth = depthM[cell]!;
      if (depth < WET_M) continue;
      if (depth >= carM || depth * Math.hypot(uMs[cell]!, vMs[cell]!) > carFlow) {
        block(into.toCars, road, at - first);
      }
      if (depth >= engineM) block(into.toEngines, road, at - first);
    }
  }
}

function block({ first, last }: Blocked, road: number, cell: number): void {
  if (cell < first[road]!) first[road] = cell;
  last[road] = cell;
}

function clearBlocked({ toCars, toEngines }: Measured, road: number): void {
  toCars.first[road] = 0xffffffff;
  toCars.last[road] = -1;
  toEngines.first[road] = 0xffffffff;
  toEngines.last[road] = -1;
}

function tilesOf(things: WatchedThings, width: number): Uint16Array {
  const count = countThings(things);
  const tiles = new Uint16Array(count * 4);
  for (let thing = 0; thing < count; thing++) {
    let [left, right, top, bottom] = [Infinity, 0, Infinity, 0];
    for (let at = things.offsets[thing]!; at < things.offsets[thing + 1]!; at++) {
      const cell = things.cells[at]!;
      const column = Math.floor((cell % width) / TILE);
      const row = Math.floor(Math.floor(cell / width) / TILE);
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
    // A thing without cells has its first tile after its last.
    tiles.set(left === Infinity ? [1, 0, 1, 0] : [left, right, top, bottom], thing * 4);
  }
  return tiles;
}
