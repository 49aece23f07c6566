// How far outlines stand from one another, m: each corner against each side, both ways; 0 where they touch or overlap.

import type { BuildingOutlines } from './outlines.ts';

export function gapBetween(outlines: BuildingOutlines, one: number, other: number): number {
  return Math.sqrt(
    Math.min(cornersToSides(outlines, one, other), cornersToSides(outlines, other, one)),
  );
}

function cornersToSides({ start, xM, yM }: BuildingOutlines, one: number, other: number): number {
  let least = Infinity;
  const first = start[other]!;
  const end = start[other + 1]!;
  for (let corner = start[one]!; corner < start[one + 1]!; corner++) {
    const x = xM[corner]!;
    const y = yM[corner]!;
    for (let at = first, before = end - 1; at < end; before = at++) {
      const dx = xM[at]! - xM[before]!;
      const dy = yM[at]! - yM[before]!;
      const along = ((x - xM[before]!) * dx + (y - yM[before]!) * dy) / (dx * dx + dy * dy || 1);
      const share = Math.min(1, Math.max(0, along));
      const offX = x - xM[before]! - share * dx;
      const offY = y - yM[before]! - share * dy;
      least = Math.min(least, offX * offX + offY * offY);
    }
  }
  return least;
}
