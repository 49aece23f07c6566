// Flow through an edge of the grid in local inertial (m²/s, signed as its face): normal depth or a stage.
import type { PaddedGround, Reals } from '../reference/padded-ground.ts';
import { DRY_M, GRAVITY } from '../reference/physics.ts';
import type { PaddedEdge } from '../reference/scheme.ts';

export function edgeFlow(
  ground: PaddedGround,
  depthM: Reals,
  flows: { readonly x: Reals; readonly y: Reals },
  { at, face, isWestEast, inward, kind, value }: PaddedEdge,
  dtS: number,
): number {
  const bed = ground.zM[at]!;
  const n = ground.manning[at]!;
  const crest = (isWestEast ? ground.crestWestM : ground.crestNorthM)?.[face] ?? -Infinity;
  const above = bed + depthM[at]! - Math.max(bed, crest);
  if (kind === 'normal-depth') {
    return above > DRY_M ? (-inward * (above ** (5 / 3) * Math.sqrt(value))) / n : 0;
  }
  const rise = Math.max(value, bed) - (bed + depthM[at]!);
  const deep = above + Math.max(0, rise);
  if (deep <= DRY_M) return 0;
  const old = (isWestEast ? flows.x : flows.y)[face]!;
  const moved = old + (inward * GRAVITY * deep * dtS * rise) / ground.cellM;
  return moved / (1 + GRAVITY * dtS * n * n * Math.abs(old) * deep ** (-7 / 3));
}
