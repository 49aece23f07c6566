// Where points of the Earth are on the screen, many at once: Earth-centred metres to CSS px from the top
// left corner. The horizon is that of the ellipsoid (Cozzi & Ring, 3D Engine Design for Virtual Globes, §4.4).

import { WGS84_A, WGS84_F } from '#model/position.ts';

const SEMI_MINOR = WGS84_A * (1 - WGS84_F);

export interface View {
  /** Projection times view, 4 × 4 by columns. */
  readonly matrix: ArrayLike<number>;
  /** Earth-centred, m. */
  readonly eye: { readonly x: number; readonly y: number; readonly z: number };
  readonly widthPx: number;
  readonly heightPx: number;
  /** What lies less than this outside of the picture still counts as in it. */
  readonly marginPx: number;
}

export interface Projection {
  /** NaN where the point is behind the eye, behind the horizon or out of the picture. */
  readonly xPx: Float32Array;
  readonly yPx: Float32Array;
  /** Along the view, m. */
  readonly depthM: Float32Array;
}

/** Projects `positionsM` (x, y, z of each point) into the arrays of `into`; those marked 0 in `isShown` are left out. */
export function project(
  positionsM: Float64Array,
  isShown: Uint8Array,
  view: View,
  into: Projection,
): void {
  const { matrix: m, eye, widthPx, heightPx, marginPx } = view;
  const { xPx, yPx, depthM } = into;
  const [ex, ey, ez] = [eye.x / WGS84_A, eye.y / WGS84_A, eye.z / SEMI_MINOR];
  const toHorizonSquared = ex * ex + ey * ey + ez * ez - 1;
  for (let at = 0, from = 0; at < xPx.length; at++, from += 3) {
    xPx[at] = Number.NaN;
    if (isShown[at] === 0) continue;
    const x = positionsM[from]!;
    const y = positionsM[from + 1]!;
    const z = positionsM[from + 2]!;
    const w = m[3]! * x + m[7]! * y + m[11]! * z + m[15]!;
    if (w <= 0) continue;
    const across = ((m[0]! * x + m[4]! * y + m[8]! * z + m[12]!) / w + 1) * 0.5 * widthPx;
    const down = (1 - (m[1]! * x + m[5]! * y + m[9]! * z + m[13]!) / w) * 0.5 * heightPx;
    if (!(across >= -marginPx && across <= widthPx + marginPx)) continue;
    if (!(down >= -marginPx && down <= heightPx + marginPx)) continue;
    const dx = x / WGS84_A - ex;
    const dy = y / WGS84_A - ey;
    const dz = z / SEMI_MINOR - ez;
    const towardsCentre = -(dx * ex + dy * ey + dz * ez);
    const isHidden =
      towardsCentre > toHorizonSquared &&
      towardsCentre * towardsCentre > toHorizonSquared * (dx * dx + dy * dy + dz * dz);
    if (isHidden) continue;
    xPx[at] = across;
    yPx[at] = down;
    depthM[at] = w;
  }
}
