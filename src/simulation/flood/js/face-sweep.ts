// The flows of local inertial through the west and north faces of one row (m²/s), before the limiter; f64 arithmetic on
// f32 rasters. h^(−1/3) by exponent bits and two Newton steps: 1e-5 of the friction, and half the time of `Math.cbrt`.
import type { PaddedGround } from '../reference/padded-ground.ts';
import { CRITICAL_FLOW, DRY_M, GRAVITY } from '../reference/physics.ts';

export interface Flows {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Columns of each row that may differ from 0. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

interface Fixed {
  readonly ground: PaddedGround<Float32Array>;
  readonly depthM: Float32Array;
  readonly theta: number;
  /** One row, and its bits. */
  readonly scratch: Float32Array;
  readonly bits: Int32Array;
}

interface Sweep {
  readonly dtS: number;
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

export function sweepFaces(fixed: Fixed, now: Flows, next: Flows, sweep: Sweep): void {
  const { ground } = fixed;
  const { stride } = ground;
  sweepOne(fixed, now.x, now.y, next.x, ground.crestWestM, sweep, {
    behind: -1,
    along: 1,
    sign: 1,
  });
  sweepOne(fixed, now.y, now.x, next.y, ground.crestNorthM, sweep, {
    ...{ behind: -stride, along: stride, sign: -1 },
  });
}

/**
 * Faces between a cell and the one `behind` it; flow along the axis counts positive away from `behind` where `sign` is 1,
 * towards it where it is −1.
 */
function sweepOne(
  { ground, depthM, theta, scratch, bits }: Fixed,
  old: Float32Array,
  cross: Float32Array,
  out: Float32Array,
  crests: Float32Array | undefined,
  { dtS, row, from, to }: Sweep,
  { behind, along, sign }: { behind: number; along: number; sign: number },
): void {
  const { zM, manning, stride, cellM } = ground;
  const base = row * stride;
  const side = 0.5 * (1 - theta);
  const push = (sign * GRAVITY * dtS) / cellM;
  const drag = 0.25 * GRAVITY * dtS;
  const over = along === 1 ? stride : 1;
  for (let column = from; column <= to; column++) {
    const at = base + column;
    const other = at + behind;
    const bed = zM[at]!;
    const bedBehind = zM[other]!;
    const level = bed + depthM[at]!;
    const levelBehind = bedBehind + depthM[other]!;
    const highBed = Math.max(bed, bedBehind);
    const crest = crests === undefined ? -Infinity : crests[at]!;
    const deep = Math.max(level, levelBehind) - Math.max(crest, highBed);
    if (!(deep > DRY_M)) {
      out[at] = 0;
      continue;
    }
    const q = old[at]!;
    const gravity = push * deep * (level - levelBehind);
    let moved = theta * q + side * (old[at - along]! + old[at + along]!) - gravity;
    if (moved * gravity > 0) moved = q - gravity;
    const across = 0.25 * (cross[at]! + cross[at + over]! + (cross[other]! + cross[other + over]!));
    const n = manning[at]! + manning[other]!;
    scratch[column] = deep;
    bits[column] = 1419967116 - ((bits[column]! * 0.3333333333333333) | 0);
    let root = scratch[column]!;
    const third = deep * 0.3333333333333333;
    root *= 1.3333333333333333 - third * root * root * root;
    root *= 1.3333333333333333 - third * root * root * root;
    const square = root * root;
    const speed = Math.sqrt(q * q + across * across);
    moved /= 1 + drag * n * n * speed * square * square * square * root;
    if (crest > highBed) {
      const most = CRITICAL_FLOW * deep * Math.sqrt(deep);
      moved = Math.max(-most, Math.min(most, moved));
    }
    out[at] = moved;
  }
}
