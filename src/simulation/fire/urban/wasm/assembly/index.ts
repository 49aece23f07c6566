// What the host calls: `open` once, `clear` before each run, then building by building as they catch fire.

import { BITS, burningAt, bySAt, criticalAt, doseAt, pendingAt } from './memory';
import { place as placeAll, recordOf, SMOULDERS, STRONGEST, touchedAt, wallAt, WET } from './memory';
import { emptyHeap, update } from './heap';
import { forget, forgetAll, place, setExponent, use } from './exposure';
import { setTouching } from './radiation';

export { first, firstS } from './heap';
export { getTouchedCount, ignitionS, restore, settle, take, takenAt, touch } from './exposure';
export { makeLinks, makeWinds, radiate, turnWind } from './radiation';

export function open(buildings: i32, exponent: f64, touchingM: f64): void {
  placeAll(buildings);
  setExponent(exponent);
  setTouching(touchingM);
  forgetAll();
}

export function clear(): void {
  emptyHeap();
  forget();
}

/** A building is to catch fire of a firebrand at `pendingS` (∞: not), or is kept wet: puts it in its place. */
export function schedule(building: i32, nowS: f64, pendingS: f64, isWet: i32): void {
  use(building);
  const own = recordOf(building);
  store<f64>(pendingAt + (<usize>building << 3), pendingS);
  const bits = load<i32>(own, BITS) & ~(WET | SMOULDERS);
  store<i32>(own, bits | (isWet ? WET : 0) | (pendingS < Infinity ? SMOULDERS : 0), BITS);
  place(building, nowS);
}

/** It burns from now on: nobody waits for it any more. */
export function burn(building: i32): void {
  use(building);
  const at = bySAt + (<usize>building << 3);
  store<f64>(at, Infinity);
  update(building);
  store<f64>(at, -Infinity);
}

export function strongestOf(building: i32): i32 {
  return load<i32>(recordOf(building), STRONGEST);
}

/** Addresses of what the host reads and writes. */
export function doseAddress(): usize {
  return doseAt;
}
export function touchedAddress(): usize {
  return touchedAt;
}
export function criticalAddress(): usize {
  return criticalAt;
}
export function wallAddress(): usize {
  return wallAt;
}
export function burningAddress(): usize {
  return burningAt;
}
