// Heat that unburnt buildings have taken and will take: as ../../exposure.ts, to the last bit. kW/m², s.

import { bySAt, count, criticalAt, doseAt, pendingAt, recordOf, reserve, sinceAt } from './memory';
import { BITS, EXCESS, FLUX, FLUX_COUNT, FLUXES, LEFT, LEFT_SINCE, NEEDED, PLACE } from './memory';
import { ROOM, SMOULDERS, STRONGEST, STRONGEST_FLUX, TOUCHED, touchedAt, USED, usedAt, WET } from './memory';
import { update } from './heap';

/** Asked once a run for each building that the dose may fill. */
@external('env', 'neededDose')
declare function neededDose(building: i32): f64;
/** The host's power of a number: another library's last digit is another. */
@external('env', 'power')
declare function power(base: f64, exponent: f64): f64;

let exponent: f64 = 1;
let touchedCount: i32 = 0;
let usedCount: i32 = 0;

export function setExponent(value: f64): void {
  exponent = value;
}

export function getTouchedCount(): i32 {
  return touchedCount;
}

// @ts-ignore: decorator
@inline
function rate(excess: f64): f64 {
  return exponent == 1 ? excess : power(excess, exponent);
}

/** So that it is cleared before the next run. */
export function use(building: i32): void {
  const own = recordOf(building);
  const bits = load<i32>(own, BITS);
  if (bits & USED) return;
  store<i32>(own, bits | USED, BITS);
  store<i32>(usedAt + (<usize>(usedCount++) << 2), building);
}

export function touch(building: i32): void {
  const own = recordOf(building);
  if (load<i32>(own, BITS) & TOUCHED) return;
  use(building);
  const bits = load<i32>(own, BITS);
  store<i32>(own, bits | TOUCHED, BITS);
  store<i32>(touchedAt + (<usize>(touchedCount++) << 2), building);
}

/** Who needs more room moves to the end. */
function makeRoom(own: usize): void {
  const wanted = 2 * load<i32>(own, ROOM);
  const to = reserve(<usize>wanted * FLUX);
  memory.copy(to, <usize>load<u32>(own, FLUXES), <usize>load<i32>(own, FLUX_COUNT) * FLUX);
  store<u32>(own, <u32>to, FLUXES);
  store<i32>(own, wanted, ROOM);
}

/**
 * Adds a flux from `fromS` to `untilS`, which is later. Of a flux are kept, f64: when one begins, how strong it is; when
 * one ends, how strong that is: each in order of time.
 */
export function take(building: i32, from: i32, fromS: f64, untilS: f64, flux: f64): void {
  touch(building);
  const own = recordOf(building);
  const before = load<i32>(own, FLUX_COUNT);
  if (before == load<i32>(own, ROOM)) makeRoom(own);
  store<i32>(own, before + 1, FLUX_COUNT);
  const begin = <usize>load<u32>(own, FLUXES);
  const end = begin + <usize>before * FLUX;
  // What came first of equal times stays first.
  let on = end;
  while (on > begin) {
    const earlier = on - FLUX;
    const timeS = load<f64>(earlier);
    if (!(timeS > fromS)) break;
    store<f64>(on, timeS);
    store<f64>(on, load<f64>(earlier, 8), 8);
    on = earlier;
  }
  store<f64>(on, fromS);
  store<f64>(on, flux, 8);
  let off = end;
  while (off > begin) {
    const earlier = off - FLUX;
    const timeS = load<f64>(earlier, 16);
    if (!(timeS > untilS)) break;
    store<f64>(off, timeS, 16);
    store<f64>(off, load<f64>(earlier, 24), 24);
    off = earlier;
  }
  store<f64>(off, untilS, 16);
  store<f64>(off, flux, 24);
  // Where it begins after all others and before any ends, what is known goes on to it.
  const left = load<f64>(own, LEFT);
  const excess = load<f64>(own, EXCESS);
  const gained = excess > 0 ? rate(excess) * (fromS - load<f64>(own, LEFT_SINCE)) : 0;
  if (left > 0 && on == end && gained < left && fromS < load<f64>(begin, 16)) {
    if (excess > 0) store<f64>(own, left - gained, LEFT);
    store<f64>(own, fromS, LEFT_SINCE);
    store<f64>(own, excess + flux, EXCESS);
  } else store<f64>(own, 0, LEFT);
  if (flux > load<f64>(own, STRONGEST_FLUX)) {
    store<f64>(own, flux, STRONGEST_FLUX);
    store<i32>(own, from, STRONGEST);
  }
}

/** When the dose will be enough, ∞ for never. */
export function ignitionS(building: i32): f64 {
  const own = recordOf(building);
  const left = load<f64>(own, LEFT);
  if (left <= 0) return findIgnitionS(building, own);
  let excess = load<f64>(own, EXCESS);
  // From here on there is less and less.
  if (excess <= 0) return Infinity;
  let timeS = load<f64>(own, LEFT_SINCE);
  let rest = left;
  const begin = <usize>load<u32>(own, FLUXES);
  const end = begin + <usize>load<i32>(own, FLUX_COUNT) * FLUX;
  for (let off = begin; off < end; off += FLUX) {
    const untilS = load<f64>(off, 16);
    const gained = rate(excess) * (untilS - timeS);
    if (gained >= rest) break;
    rest -= gained;
    timeS = untilS;
    excess -= load<f64>(off, 24);
    if (excess <= 0) return Infinity;
  }
  // What rounding leaves of fluxes that have ended is no flux.
  return excess > 1e-9 ? timeS + rest / rate(excess) : Infinity;
}

function findIgnitionS(building: i32, own: usize): f64 {
  let needed = load<f64>(own, NEEDED);
  if (needed == 0) {
    needed = neededDose(building);
    store<f64>(own, needed, NEEDED);
  }
  let left = needed - load<f64>(doseAt + (<usize>building << 3));
  let timeS = load<f64>(sinceAt + (<usize>building << 3));
  if (left <= 0) return timeS;
  const begin = <usize>load<u32>(own, FLUXES);
  const end = begin + <usize>load<i32>(own, FLUX_COUNT) * FLUX;
  let on = begin;
  let off = begin;
  let excess = -(<f64>load<f32>(criticalAt + (<usize>building << 2)));
  // Whatever begins ends later: the beginnings are through before the ends are.
  while (off < end) {
    const isOn = on < end && load<f64>(on) < load<f64>(off, 16);
    const untilS = isOn ? load<f64>(on) : load<f64>(off, 16);
    if (excess > 0) {
      const gained = rate(excess) * (untilS - timeS);
      if (gained >= left) break;
      left -= gained;
    }
    timeS = untilS;
    if (isOn) {
      excess += load<f64>(on, 8);
      on += FLUX;
      if (on == end && off == begin) {
        store<f64>(own, left, LEFT);
        store<f64>(own, timeS, LEFT_SINCE);
        store<f64>(own, excess, EXCESS);
      }
    } else {
      excess -= load<f64>(off, 24);
      off += FLUX;
    }
  }
  return excess > 1e-9 ? timeS + left / rate(excess) : Infinity;
}

export function takenAt(building: i32, timeS: f64): f64 {
  const own = recordOf(building);
  let on = <usize>load<u32>(own, FLUXES);
  let off = on;
  const end = on + <usize>load<i32>(own, FLUX_COUNT) * FLUX;
  let total = load<f64>(doseAt + (<usize>building << 3));
  let beforeS = load<f64>(sinceAt + (<usize>building << 3));
  let excess = -(<f64>load<f32>(criticalAt + (<usize>building << 2)));
  while (off < end) {
    const isOn = on < end && load<f64>(on) < load<f64>(off, 16);
    const untilS = isOn ? load<f64>(on) : load<f64>(off, 16);
    if (untilS >= timeS) break;
    if (excess > 0) total += rate(excess) * (untilS - beforeS);
    beforeS = untilS;
    if (isOn) {
      excess += load<f64>(on, 8);
      on += FLUX;
    } else {
      excess -= load<f64>(off, 24);
      off += FLUX;
    }
  }
  if (excess > 1e-9 && timeS > beforeS) total += rate(excess) * (timeS - beforeS);
  return total;
}

/** Takes the dose up to a time into account and forgets the fluxes. */
export function settle(building: i32, timeS: f64, isShielded: i32): void {
  const own = recordOf(building);
  if (!isShielded) store<f64>(doseAt + (<usize>building << 3), takenAt(building, timeS));
  store<f64>(sinceAt + (<usize>building << 3), timeS);
  store<i32>(own, 0, FLUX_COUNT);
  store<f64>(own, 0, LEFT);
  store<f64>(own, 0, STRONGEST_FLUX);
}

/** Puts a building in its place among those that will burn; nothing where it burns. */
export function place(building: i32, nowS: f64): void {
  const at = bySAt + (<usize>building << 3);
  if (load<f64>(at) == -Infinity) return;
  const own = recordOf(building);
  const bits = load<i32>(own, BITS);
  let timeS: f64 = Infinity;
  if (!(bits & WET)) {
    timeS = ignitionS(building);
    if (bits & SMOULDERS) timeS = min<f64>(timeS, load<f64>(pendingAt + (<usize>building << 3)));
    timeS = max<f64>(nowS, timeS);
  }
  store<f64>(at, timeS);
  update(building);
}

/** Makes the buildings that were used as they were before; in a row where those are most. */
export function forget(): void {
  if (4 * usedCount > count) {
    forgetAll();
    return;
  }
  for (let at = 0; at < usedCount; at++) reset(load<i32>(usedAt + (<usize>at << 2)));
  usedCount = 0;
  touchedCount = 0;
}

export function forgetAll(): void {
  for (let building = 0; building < count; building++) reset(building);
  usedCount = 0;
  touchedCount = 0;
}

function reset(building: i32): void {
  const own = recordOf(building);
  store<f64>(own, 0, NEEDED);
  store<f64>(own, 0, LEFT);
  store<f64>(own, 0, LEFT_SINCE);
  store<f64>(own, 0, EXCESS);
  store<f64>(own, 0, STRONGEST_FLUX);
  store<i32>(own, -1, STRONGEST);
  store<i32>(own, -1, PLACE);
  store<i32>(own, 0, FLUX_COUNT);
  store<i32>(own, 0, BITS);
  store<f64>(bySAt + (<usize>building << 3), Infinity);
  store<f64>(doseAt + (<usize>building << 3), 0);
  store<f64>(sinceAt + (<usize>building << 3), 0);
}

/** What a building had taken at a time. */
export function restore(building: i32, dose: f64, strongest: i32, timeS: f64): void {
  use(building);
  store<f64>(doseAt + (<usize>building << 3), dose);
  store<f64>(sinceAt + (<usize>building << 3), timeS);
  store<i32>(recordOf(building), strongest, STRONGEST);
}
