// Colours that another feature lends to buildings (see `scene/building-colours.ts`) over those of the worker's table.

import { COLOURED, GHOST, VISIBLE } from '../contract.ts';

/** A new table; what is hidden stays hidden, and what no filter lets through stays a ghost. */
export function lendColours(own: Uint8Array, lent: Uint8Array): Uint8Array {
  const rgba = own.slice();
  const end = Math.min(own.length, lent.length);
  for (let at = 0; at < end; at += 4) {
    const flags = own[at + 3]!;
    if (lent[at + 3] === 0 || (flags & VISIBLE) === 0 || (flags & GHOST) !== 0) continue;
    rgba[at] = lent[at]!;
    rgba[at + 1] = lent[at + 1]!;
    rgba[at + 2] = lent[at + 2]!;
    rgba[at + 3] = flags | COLOURED;
  }
  return rgba;
}
