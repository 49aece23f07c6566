// What a read-back of the water says: rasters, figures, volume (FloodState, FloodStatistics). Depth, hu, hv and what
// rounding left lie in turn, a vec4 a place; m, m²/s.
import type { FloodGrid, FloodOptions, FloodState, FloodStatistics } from '../parts.ts';
import { DRY_M, GRAVITY, SHOWN_DEPTH_M } from '../reference/physics.ts';
import { placeOf, type Shape, tileOf } from './layout.ts';

export type Water = Float32Array<ArrayBuffer>;

const velocity = (depth: number, flow: number) => (depth < SHOWN_DEPTH_M ? 0 : flow / depth);

/** The water at the start. */
export function toWater(shape: Shape, { zM }: FloodGrid, options: FloodOptions): Water {
  const water = new Float32Array(shape.size * 4);
  zM.forEach((z, cell) => {
    if (Number.isNaN(z)) return;
    const depth = options.depthM?.[cell] ?? 0;
    const u = options.uMs?.[cell] ?? 0;
    const v = options.vMs?.[cell] ?? 0;
    water.set([depth, u * depth, v * depth], placeOf(shape, cell) * 4);
  });
  return water;
}

export function toState(shape: Shape, water: Water, timeS: number): FloodState {
  const cells = shape.width * shape.height;
  const depthM = new Float32Array(cells);
  const uMs = new Float32Array(cells);
  const vMs = new Float32Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const at = placeOf(shape, cell) * 4;
    const depth = water[at]!;
    depthM[cell] = depth;
    uMs[cell] = velocity(depth, water[at + 1]!);
    vMs[cell] = velocity(depth, water[at + 2]!);
  }
  return { timeS, depthM, uMs, vMs };
}

/** Depth, level, u, v of each. `beds`: NaN where there are no data. */
export function toProbe(found: Water, beds: readonly number[]): Float32Array {
  const values = new Float32Array(beds.length * 4);
  beds.forEach((bed, index) => {
    const [depth = 0, x = 0, y = 0] = found.subarray(index * 4, index * 4 + 3);
    values.set([depth, bed + depth, velocity(depth, x), velocity(depth, y)], index * 4);
  });
  return values;
}

export function sumDepths(water: Water): number {
  let sum = 0;
  for (let at = 0; at < water.length; at += 4) sum += water[at]!;
  return sum;
}

export function countWater(shape: Shape, water: Water): Omit<FloodStatistics, 'steps' | 'stepS'> {
  const tiles = new Set<number>();
  let wetCells = 0;
  let fast = 0;
  for (let place = 0; place < shape.size; place++) {
    const at = place * 4;
    const depth = water[at]!;
    if (!(depth > DRY_M)) continue;
    wetCells++;
    tiles.add(tileOf(shape, place));
    const speed = Math.hypot(velocity(depth, water[at + 1]!), velocity(depth, water[at + 2]!));
    if (speed > 0.8 * Math.sqrt(GRAVITY * depth)) fast++;
  }
  return { wetCells, activeTiles: tiles.size, froudeShare: wetCells > 0 ? fast / wetCells : 0 };
}

/** Place of the fastest and deepest water. */
export function findFastest(water: Water): number {
  let [found, most] = [0, -1];
  for (let at = 0; at < water.length; at += 4) {
    const all = Math.abs(water[at]!) + Math.abs(water[at + 1]!) + Math.abs(water[at + 2]!);
    if (all > most) [found, most] = [at / 4, all];
  }
  return found;
}
