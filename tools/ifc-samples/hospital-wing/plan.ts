// The hospital wing's measures, m: x along its corridor, y across, ±0.00 the floor of the ground floor.

import { type Rect, rect } from '../kit/place.ts';

export const outer = rect(0, 0, 39.95, 16);
export const wallM = 0.4;
export const storeyM = 3.8;
export const parapetM = 0.7;
export const clearM = storeyM - 0.32;
export const inside = rect(0.4, 0.4, 39.55, 15.6);
export const partitionM = 0.125;
export const corridor = { y0: 6.7, y1: 9.3 } as const;
/** Nine modules of the same width along each side. */
export const modules = 9;
export const moduleM = 4.35;
/** Modules of the back row that hold the lifts and the first stair, of the front row the second stair. */
export const liftModule = 3;
export const stairModule = 4;
export const escapeModule = 8;

export type Side = 'front' | 'back';

/** Inner faces of so many modules from one on. */
export function cellOf(side: Side, module: number, span = 1): Rect {
  const half = partitionM / 2;
  const x0 = inside.x0 + module * moduleM + (module === 0 ? 0 : half);
  const end = module + span;
  const x1 = inside.x0 + end * moduleM - (end === modules ? 0 : half);
  return side === 'front'
    ? rect(x0, inside.y0, x1, corridor.y0 - partitionM)
    : rect(x0, corridor.y1 + partitionM, x1, inside.y1);
}
