// The solver's own copy of bed (m), roughness (s/m^⅓) and crests (m), row-major: they change while it runs.

import type { FloodGrid } from '../parts.ts';

export interface Ground {
  readonly width: number;
  readonly height: number;
  readonly cellM: number;
  readonly zM: Float32Array;
  readonly manning: Float32Array;
  /** Both or none. */
  crestWestM?: Float32Array;
  crestNorthM?: Float32Array;
}

export function toGround({ width, height, cellM, zM, manning, ...crests }: FloodGrid): Ground {
  const ground: Ground = { width, height, cellM, zM: zM.slice(), manning };
  if (!crests.crestWestM && !crests.crestNorthM) return ground;
  makeCrests(ground);
  if (crests.crestWestM) ground.crestWestM?.set(crests.crestWestM);
  if (crests.crestNorthM) ground.crestNorthM?.set(crests.crestNorthM);
  return ground;
}

export function makeCrests(ground: Ground): void {
  ground.crestWestM ??= new Float32Array(ground.zM.length).fill(-Infinity);
  ground.crestNorthM ??= new Float32Array(ground.zM.length).fill(-Infinity);
}
