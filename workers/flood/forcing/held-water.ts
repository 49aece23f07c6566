// The level that a volume of water has in a pond on this ground: what a dam holds and lets go. m³ → m.

import type { FloodSource, FloodStructure } from '#features/flood/contract.ts';
import { cellsInside } from '#simulation/flood/forcing/lines.ts';
import type { FloodGround } from '../parts.ts';

type OnGround = Pick<FloodGround, 'grid' | 'depthM' | 'toGrid'>;

/** A dam break that is said by its volume, with the level that holds it above what stands there at the start. */
export function withHeldLevel<Part extends FloodSource | FloodStructure>(
  part: Part,
  ground: OnGround,
): Part;
export function withHeldLevel(part: FloodSource | FloodStructure, ground: OnGround) {
  if (part.kind !== 'dam-break' || part.volumeM3 === undefined) return part;
  const { grid, depthM } = ground;
  const points = part.area.map((place) => ground.toGrid(place));
  const bases = Float64Array.from(
    cellsInside(grid, points),
    (cell) => (grid.zM[cell] ?? 0) + (depthM[cell] ?? 0),
  );
  const levelM = levelOf(bases, part.volumeM3 / (grid.cellM * grid.cellM));
  return levelM === undefined ? part : { ...part, levelM };
}

/** Above `bases` (m) a level stands so high that its depths add up to `sumM`; undefined without any base. */
export function levelOf(bases: Float64Array, sumM: number): number | undefined {
  const sorted = bases.toSorted();
  let below = 0;
  for (const [at, base] of sorted.entries()) {
    below += base;
    const level = (sumM + below) / (at + 1);
    const next = sorted[at + 1] ?? Number.POSITIVE_INFINITY;
    if (level <= next) return level;
  }
  return undefined;
}
