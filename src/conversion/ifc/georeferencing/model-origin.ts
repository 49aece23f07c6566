import type { BimModel } from '#contract/bim-model.ts';
import { findGroundLevel } from '#model/ground-level.ts';

export type PointM = readonly [number, number, number];

const AT_ORIGIN: PointM = [0, 0, 0];

// A plane that touches the Earth leaves it by 7 mm in 300 m and 20 mm in 500 m.
const NEAR_M = 200;
const HIGH_M = 12000;
const STEP_M = 100;

/**
 * Point of the file's coordinates (m) that becomes the origin of the model's frame: 0, 0, 0 where the geometry
 * is within 200 m of it, else a round point in its middle. Heights keep their zero unless no building could
 * stand so high.
 */
export function chooseOrigin([least, greatest]: BimModel['boundsM']): PointM {
  const isFar = [0, 1].some((axis) => {
    const [low = 0, high = 0] = [least[axis], greatest[axis]];
    return low > NEAR_M || high < -NEAR_M;
  });
  const [lowZ, highZ] = [least[2], greatest[2]];
  const isHigh = Math.min(Math.abs(lowZ), Math.abs(highZ)) > HIGH_M;
  if (!isFar && !isHigh) return AT_ORIGIN;
  const middle = (axis: 0 | 1 | 2) =>
    Math.round((least[axis] / 2 + greatest[axis] / 2) / STEP_M) * STEP_M + 0;
  return [isFar ? middle(0) : 0, isFar ? middle(1) : 0, isHigh ? middle(2) : 0];
}

export const minus = (a: PointM, b: PointM): PointM => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

/** A point in the middle of the geometry, at its foot. */
export const footOf = ([least, greatest]: BimModel['boundsM']): PointM => [
  least[0] / 2 + greatest[0] / 2,
  least[1] / 2 + greatest[1] / 2,
  least[2],
];

/**
 * A point in its middle where it meets the ground: at `groundM` where that is known, else at the file's zero, which
 * is mostly the ground floor's; at its foot where its heights don't cross zero.
 */
export const groundPointOf = (boundsM: BimModel['boundsM'], groundM?: number): PointM => {
  const [x, y] = footOf(boundsM);
  return [x, y, groundM ?? findGroundLevel({ storeys: [], boundsM }).levelM];
};
