// Where placed shapes stand: each matrix is a turn and a shift of the shape, stretched, sheared or mirrored
// first where it has to be. What only turns and shifts can be an instance; what is mirrored would be inside
// out as one, so the rest becomes a variant of the shape's geometry, shared by all that need the same.

import type { PlacedShapes } from '../parts.ts';

/** A shape and what is done to its geometry before it is turned and shifted. */
export interface Variant {
  readonly shape: number;
  /** Upper triangle of the stretch, by rows: xx, xy, xz, yy, yz, zz; undefined: none. */
  readonly stretch: readonly number[] | undefined;
}

export interface Placing {
  readonly variants: readonly Variant[];
  /** Row in `variants` of each placed row; NO_VARIANT where its matrix is no placement. */
  readonly variantOf: Int32Array;
  /** 9 numbers a placed row, column-major: the turn alone. */
  readonly turns: Float64Array;
}

export const NO_VARIANT = -1;

/** Stretches that differ by less than this are the same: 0.1 mm over 10 m. */
const STRETCH_STEP = 1e-5;

export function planPlacing({ count, shape, matrix }: PlacedShapes): Placing {
  const variants: Variant[] = [];
  const known = new Map<string, number>();
  const variantOf = new Int32Array(count).fill(NO_VARIANT);
  const turns = new Float64Array(count * 9);
  const stretch = [1, 0, 0, 1, 0, 1];
  for (let row = 0; row < count; row++) {
    if (!split(matrix, row * 16, turns, row * 9, stretch)) continue;
    const steps = stretch.map((value) => Math.round(value / STRETCH_STEP));
    const isPlain = steps.every((step, at) => step === PLAIN_STEPS[at]);
    const key = isPlain ? `${shape[row]}` : `${shape[row]} ${steps.join(' ')}`;
    let variant = known.get(key);
    if (variant === undefined) {
      variant =
        variants.push({ shape: shape[row]!, stretch: isPlain ? undefined : [...stretch] }) - 1;
      known.set(key, variant);
    }
    variantOf[row] = variant;
  }
  return { variants, variantOf, turns };
}

const PLAIN_STEPS = [1, 0, 0, 1, 0, 1].map((value) => Math.round(value / STRETCH_STEP));

/** Gram–Schmidt: the matrix is turn · stretch. False where it is not finite or flattens its shape. */
function split(
  matrix: Float64Array,
  from: number,
  turns: Float64Array,
  to: number,
  stretch: number[],
): boolean {
  const [ax, ay, az] = [matrix[from]!, matrix[from + 1]!, matrix[from + 2]!];
  const [bx, by, bz] = [matrix[from + 4]!, matrix[from + 5]!, matrix[from + 6]!];
  const [cx, cy, cz] = [matrix[from + 8]!, matrix[from + 9]!, matrix[from + 10]!];
  const shift = matrix[from + 12]! + matrix[from + 13]! + matrix[from + 14]!;
  const xx = Math.hypot(ax, ay, az);
  const [ux, uy, uz] = [ax / xx, ay / xx, az / xx];
  const xy = ux * bx + uy * by + uz * bz;
  const [dx, dy, dz] = [bx - xy * ux, by - xy * uy, bz - xy * uz];
  const yy = Math.hypot(dx, dy, dz);
  const [vx, vy, vz] = [dx / yy, dy / yy, dz / yy];
  // The third axis completes a right-handed turn, so a mirrored shape has a negative `zz`.
  const [wx, wy, wz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const zz = wx * cx + wy * cy + wz * cz;
  if (!Number.isFinite(zz + shift) || Math.abs(xx * yy * zz) < 1e-12) return false;
  turns.set([ux, uy, uz, vx, vy, vz, wx, wy, wz], to);
  stretch[0] = xx;
  stretch[1] = xy;
  stretch[2] = ux * cx + uy * cy + uz * cz;
  stretch[3] = yy;
  stretch[4] = vx * cx + vy * cy + vz * cz;
  stretch[5] = zz;
  return true;
}

/** Quaternion x, y, z, w of a turn (9 numbers from `at`), w not negative. */
export function toQuaternion(turns: Float64Array, at: number): readonly number[] {
  const [xx, yx, zx] = [turns[at]!, turns[at + 1]!, turns[at + 2]!];
  const [xy, yy, zy] = [turns[at + 3]!, turns[at + 4]!, turns[at + 5]!];
  const [xz, yz, zz] = [turns[at + 6]!, turns[at + 7]!, turns[at + 8]!];
  const w = Math.sqrt(Math.max(0, 1 + xx + yy + zz)) / 2;
  const x = Math.sqrt(Math.max(0, 1 + xx - yy - zz)) / 2;
  const y = Math.sqrt(Math.max(0, 1 - xx + yy - zz)) / 2;
  const z = Math.sqrt(Math.max(0, 1 - xx - yy + zz)) / 2;
  // The largest of the four is exact; the others follow from it by the mixed terms.
  const most = Math.max(w, x, y, z);
  const by = 0.25 / most;
  const turned =
    most === w
      ? [(zy - yz) * by, (xz - zx) * by, (yx - xy) * by, w]
      : most === x
        ? [x, (xy + yx) * by, (xz + zx) * by, (zy - yz) * by]
        : most === y
          ? [(xy + yx) * by, y, (yz + zy) * by, (xz - zx) * by]
          : [(xz + zx) * by, (yz + zy) * by, z, (yx - xy) * by];
  return turned[3]! < 0 ? turned.map((part) => -part) : turned;
}
