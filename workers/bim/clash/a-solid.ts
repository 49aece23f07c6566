// Solids for tests.

import { aBall, aBox } from '../mesh/a-tiled-model.ts';
import { createSolid, type Solid } from './solid.ts';

export interface Pose {
  /** Turn about z, then about x, rad. */
  readonly turn?: number;
  readonly tilt?: number;
  readonly shift?: readonly [number, number, number];
}

export function solidOf(
  positions: Float32Array,
  indices: ArrayLike<number>,
  pose: Pose = {},
): Solid {
  const solid = createSolid(posed(positions, pose), Uint32Array.from(indices));
  if (!solid) throw new Error('There is no triangle.');
  return solid;
}

export function aSolidBox(
  least: readonly number[],
  greatest: readonly number[],
  pose?: Pose,
): Solid {
  const { positions, indices } = aBox(least, greatest);
  return solidOf(positions, indices, pose);
}

export function aSolidBall(radius: number, pose?: Pose, rings = 24): Solid {
  const { positions, indices } = aBall(radius, rings);
  return solidOf(positions, indices, pose);
}

/** Along x, from 0 to `length`, with flat ends. */
export function aRod(radius: number, length: number, pose?: Pose, sides = 48): Solid {
  const positions: number[] = [0, 0, 0, length, 0, 0];
  const indices: number[] = [];
  for (let side = 0; side < sides; side++) {
    const turn = (2 * Math.PI * side) / sides;
    const [y, z] = [radius * Math.cos(turn), radius * Math.sin(turn)];
    positions.push(0, y, z, length, y, z);
    const [a, b] = [2 + 2 * side, 2 + 2 * ((side + 1) % sides)];
    indices.push(a, b, b + 1, a, b + 1, a + 1, 0, b, a, 1, a + 1, b + 1);
  }
  return solidOf(Float32Array.from(positions), indices, pose);
}

function posed(positions: Float32Array, { turn = 0, tilt = 0, shift = [0, 0, 0] }: Pose) {
  const moved = new Float32Array(positions.length);
  for (let at = 0; at < positions.length; at += 3) {
    const [x, y, z] = [positions[at]!, positions[at + 1]!, positions[at + 2]!];
    const [tx, ty] = [
      x * Math.cos(turn) - y * Math.sin(turn),
      x * Math.sin(turn) + y * Math.cos(turn),
    ];
    moved[at] = tx + shift[0];
    moved[at + 1] = ty * Math.cos(tilt) - z * Math.sin(tilt) + shift[1];
    moved[at + 2] = ty * Math.sin(tilt) + z * Math.cos(tilt) + shift[2];
  }
  return moved;
}
