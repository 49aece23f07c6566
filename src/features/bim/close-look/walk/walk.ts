// How a person walks through a building: on its floors, up its stairs, not through its walls. Pure: what is around
// is asked by rays.

import { dot, minus, plus, times, unit, type Vector } from '../vector.ts';

export interface Walker {
  /** Where the feet stand, model's frame, m. */
  readonly feet: Vector;
  /** m/s downwards; 0 on the ground. */
  readonly fallMS: number;
}

export interface Surroundings {
  /** The nearest solid surface along a unit vector, within `withinM`. */
  cast(
    from: Vector,
    along: Vector,
    withinM: number,
  ): { readonly distanceM: number; readonly normal: Vector } | undefined;
}

export const EYE_M = 1.6;
/** What a foot is lifted over. */
export const STEP_M = 0.4;
/** Half the width of a person: how near a wall comes. */
export const BODY_M = 0.25;
const HEAD_M = 1.75;
const GRAVITY_MS2 = 9.81;
/** Steeper ground is a wall. */
const STEEPEST = Math.cos((50 * Math.PI) / 180);
/** Longest way in one go, so that nothing is stepped through. */
const STRIDE_M = 0.1;
const SKIN_M = 0.005;
const FAR_M = 30;

/** Walks by `way` (x, y; m) in `seconds`; falls where there is no floor. */
export function walk(
  walker: Walker,
  [x, y]: readonly [number, number],
  seconds: number,
  around: Surroundings,
): Walker {
  let { feet } = walker;
  const length = Math.hypot(x, y);
  const strides = Math.ceil(length / STRIDE_M);
  for (let stride = 0; stride < strides; stride++) {
    feet = stepTo(feet, [x / strides, y / strides, 0], around);
  }
  return settle({ ...walker, feet }, seconds, around);
}

/** One stride: as far as walls let, along them where they don't, onto what is a step higher or lower. */
function stepTo(feet: Vector, way: Vector, around: Surroundings): Vector {
  let left = way;
  const at = feet;
  for (let slide = 0; slide < 2 && Math.hypot(...left) > 1e-6; slide++) {
    const wall = wallAhead(at, left, around);
    if (!wall) {
      const next = onGround(plus(at, left), around);
      // Head room for whoever steps up.
      return next && hasRoom(next, around) ? next : at;
    }
    const flat = unit([wall[0], wall[1], 0]);
    left = minus(left, times(flat, Math.min(0, dot(left, flat))));
  }
  return at;
}

/** Normal of the wall that a body would touch on its way; from knee to head, across its width. */
function wallAhead(feet: Vector, way: Vector, around: Surroundings): Vector | undefined {
  const ahead = unit([way[0], way[1], 0]);
  const aside: Vector = [-ahead[1], ahead[0], 0];
  const reachM = Math.hypot(way[0], way[1]) + BODY_M;
  let nearest: { readonly distanceM: number; readonly normal: Vector } | undefined;
  for (const height of [STEP_M + 0.05, 1, HEAD_M - 0.05]) {
    for (const side of [0, -0.8, 0.8]) {
      const from = plus(plus(feet, [0, 0, height]), times(aside, side * BODY_M));
      const hit = around.cast(from, ahead, reachM);
      if (!hit || Math.abs(hit.normal[2]) > STEEPEST) continue;
      if (!nearest || hit.distanceM < nearest.distanceM) nearest = hit;
    }
  }
  if (!nearest) return undefined;
  const { normal } = nearest;
  return dot(normal, ahead) > 0 ? times(normal, -1) : normal;
}

/** The place at its floor, a step up or down at most; unchanged in height where there is none: then one falls. */
function onGround(place: Vector, around: Surroundings): Vector | undefined {
  const from = plus(place, [0, 0, STEP_M]);
  const floor = around.cast(from, [0, 0, -1], 2 * STEP_M);
  if (!floor) return place;
  if (Math.abs(floor.normal[2]) < STEEPEST) return undefined;
  return plus(from, [0, 0, -floor.distanceM]);
}

const hasRoom = (feet: Vector, around: Surroundings): boolean =>
  !around.cast(plus(feet, [0, 0, STEP_M]), [0, 0, 1], HEAD_M - STEP_M);

function settle({ feet, fallMS }: Walker, seconds: number, around: Surroundings): Walker {
  const speed = fallMS + GRAVITY_MS2 * seconds;
  const downM = speed * seconds;
  const floor = around.cast(plus(feet, [0, 0, STEP_M]), [0, 0, -1], STEP_M + downM + SKIN_M);
  if (!floor) return { feet: plus(feet, [0, 0, -downM]), fallMS: speed };
  return { feet: plus(feet, [0, 0, STEP_M - floor.distanceM]), fallMS: 0 };
}

/**
 * A place where a person can stand, near a wanted one: on a floor, with this much room on all sides; undefined where
 * there is none within 6 m.
 */
export function standNear(
  wanted: Vector,
  around: Surroundings,
  roomM = 1.5 * BODY_M,
): Vector | undefined {
  for (let ring = 0; ring <= 12; ring++) {
    const places = ring === 0 ? 1 : 6 * ring;
    for (let at = 0; at < places; at++) {
      const turn = (2 * Math.PI * at) / places;
      const beside = plus(wanted, [0.5 * ring * Math.cos(turn), 0.5 * ring * Math.sin(turn), 0]);
      const feet = standAt(beside, around, roomM);
      if (feet) return feet;
    }
  }
  return undefined;
}

function standAt(place: Vector, around: Surroundings, roomM: number): Vector | undefined {
  const from = plus(place, [0, 0, 1]);
  const floor = around.cast(from, [0, 0, -1], 2.5);
  if (!floor || Math.abs(floor.normal[2]) < STEEPEST) return undefined;
  const feet = plus(from, [0, 0, -floor.distanceM]);
  if (!hasRoom(feet, around)) return undefined;
  let inside = 0;
  for (let at = 0; at < 8; at++) {
    const turn = (Math.PI * at) / 4;
    const ahead: Vector = [Math.cos(turn), Math.sin(turn), 0];
    for (const height of [STEP_M + 0.05, EYE_M]) {
      const hit = around.cast(plus(feet, [0, 0, height]), ahead, FAR_M);
      if (hit && hit.distanceM < roomM) return undefined;
      // Seen from within, a wall's faces turn their backs.
      if (hit && dot(hit.normal, ahead) > 0) inside++;
    }
  }
  return inside > 8 ? undefined : feet;
}
