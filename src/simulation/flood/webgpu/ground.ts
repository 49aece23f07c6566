// Bed, roughness and crests as the card reads them (a vec4 a cell), and the solver's own copy of the grid.
import type { FloodGrid } from '../parts.ts';
import { placeOf, type Shape } from './layout.ts';
import { CLOSED_M } from './shaders/parts.ts';

/** For crests of −Infinity and Infinity: WGSL knows no infinities. */
const ENDLESS_M = 1e30;

export interface Ground {
  /** The grid as it is now. */
  readonly grid: FloodGrid & { zM: Float32Array };
  readonly values: Float32Array<ArrayBuffer>;
  hasCrests(): boolean;
  setBed(cell: number, zM: number): void;
  setCrests(cell: number, westM: number, northM: number): void;
  /** Copies of the crests, none where there never was one. */
  crests(): readonly Float32Array[];
  setAllCrests(west: ArrayLike<number> | undefined, north: ArrayLike<number> | undefined): void;
}

export function createGround(given: FloodGrid, shape: Shape): Ground {
  const cells = given.width * given.height;
  const grid = { ...given, zM: given.zM.slice() };
  const values = new Float32Array(shape.size * 4);
  let crests: readonly [Float32Array, Float32Array] | undefined;
  for (let place = 0; place < shape.size; place++) {
    values.set([CLOSED_M, 0, -ENDLESS_M, -ENDLESS_M], place * 4);
  }
  const ground: Ground = {
    ...{ grid, values },
    hasCrests: () => crests !== undefined,
    setBed(cell, zM) {
      grid.zM[cell] = zM;
      const at = placeOf(shape, cell) * 4;
      values[at] = Number.isNaN(zM) ? CLOSED_M : zM;
      values[at + 1] = Number.isNaN(zM) ? 0 : grid.manning[cell]!;
    },
    setCrests(cell, westM, northM) {
      crests ??= [endless(), endless()];
      crests[0][cell] = westM;
      crests[1][cell] = northM;
      const at = placeOf(shape, cell) * 4;
      values[at + 2] = bounded(westM);
      values[at + 3] = bounded(northM);
    },
    crests: () => crests?.map((crest) => crest.slice()) ?? [],
    setAllCrests(west, north) {
      if (!west && !north && !crests) return;
      for (let cell = 0; cell < cells; cell++) {
        ground.setCrests(cell, west?.[cell] ?? -Infinity, north?.[cell] ?? -Infinity);
      }
    },
  };
  const endless = () => new Float32Array(cells).fill(-Infinity);
  for (let cell = 0; cell < cells; cell++) ground.setBed(cell, given.zM[cell]!);
  ground.setAllCrests(given.crestWestM, given.crestNorthM);
  return ground;
}

const bounded = (metres: number) => Math.min(ENDLESS_M, Math.max(-ENDLESS_M, metres));
