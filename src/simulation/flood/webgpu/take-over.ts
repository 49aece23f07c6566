// The water of a card's snapshot as another backend begins with it, where the card is gone. SI.

import type { FloodGrid, FloodOptions, FloodSnapshot } from '../parts.ts';
import { toBalance, toLedger } from '../reference/ledger.ts';
import { placeOf, toShape } from './layout.ts';
import { sumDepths } from './water.ts';

type Start = Required<Pick<FloodOptions, 'depthM' | 'uMs' | 'vMs' | 'since'>>;

/**
 * Beds and crests are not in it: what drives the run sets them again. Rain that waited (1 s of it at most) is left out.
 *
 * @throws Error where the snapshot is of another grid.
 */
export function takeOver(
  { width, height, cellM }: FloodGrid,
  { timeS, arrays }: FloodSnapshot,
): Start {
  const shape = toShape(width, height);
  const [book, kept] = arrays;
  if (!book || !(kept instanceof Float32Array) || kept.length !== shape.size * 4) {
    throw new Error(`The snapshot is not of a card with ${width} × ${height} cells.`);
  }
  const water = new Float32Array(kept);
  const depthM = new Float32Array(width * height);
  const uMs = new Float32Array(width * height);
  const vMs = new Float32Array(width * height);
  for (let cell = 0; cell < depthM.length; cell++) {
    const at = placeOf(shape, cell) * 4;
    const depth = water[at]!;
    if (!(depth > 0)) continue;
    depthM[cell] = depth;
    uMs[cell] = water[at + 1]! / depth;
    vMs[cell] = water[at + 2]! / depth;
  }
  const balance = toBalance(toLedger(book), sumDepths(water) * cellM ** 2);
  return { depthM, uMs, vMs, since: { timeS, balance } };
}
