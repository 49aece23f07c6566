// What a burning building sends to those around it: as ../../radiation.ts, with the winds of ../../wind-history.ts.

import { burningOf, bySAt, LINK_COUNT, LINKS, ONSET, POWER, reserve, wallAt } from './memory';
import { place, take } from './exposure';

/** A link: whom (i32), factor, gap, unit vector (f32), as in ../../link-table.ts. */
const LINK: usize = 20;

/** Of a wind, f64: since when, towards (x, y), the most of any direction, then by cosine. */
const TOWARDS_X: usize = 8;
const TOWARDS_Y: usize = 16;
const MOST: usize = 24;
const BY_COSINE: usize = 32;
const STEPS: i32 = 512;
export const WIND: usize = BY_COSINE + 8 * (<usize>STEPS + 2);

/** The whole flame is felt up to the first, none of it from the second on (../../wind-drive.ts). */
const WHOLE_FLAME_M: f64 = 5;
const NO_FLAME_M: f64 = 15;

let touchingM: f64 = 0;
let windsAt: usize = 0;
let windRoom: i32 = 0;
let windNow: i32 = 0;

export function setTouching(gapM: f64): void {
  touchingM = gapM;
}

/** Where the host writes so many winds. */
export function makeWinds(winds: i32): usize {
  if (winds > windRoom) {
    windsAt = reserve(<usize>winds * WIND);
    windRoom = winds;
  }
  return windsAt;
}

export function turnWind(at: i32): void {
  windNow = at;
}

/** Where the host writes the links of a building. */
export function makeLinks(building: i32, links: i32): usize {
  const at = reserve(max(1, <usize>links) * LINK);
  store<u32>(burningOf(building), <u32>at, LINKS);
  store<i32>(burningOf(building), links, LINK_COUNT);
  return at;
}

// @ts-ignore: decorator
@inline
function windOf(at: i32): usize {
  return windsAt + <usize>at * WIND;
}

function driveTowards(wind: usize, x: f64, y: f64): f64 {
  const cosine = load<f64>(wind, TOWARDS_X) * x + load<f64>(wind, TOWARDS_Y) * y;
  const at = max<f64>(0, min<f64>(<f64>STEPS, ((cosine + 1) * <f64>STEPS) / 2));
  const step = <i32>at;
  const from = wind + (<usize>step << 3);
  const before = load<f64>(from, BY_COSINE);
  return before + (at - <f64>step) * (load<f64>(from, BY_COSINE + 8) - before);
}

/** Seconds of growth without wind that the winds before this one have already brought since `bornS`. */
function grownBefore(bornS: f64, x: f64, y: f64): f64 {
  let grown: f64 = 0;
  for (let before = 0; before < windNow; before++) {
    const wind = windOf(before);
    const fromS = before == 0 ? bornS : max<f64>(bornS, load<f64>(wind));
    const untilS = load<f64>(windOf(before + 1));
    if (untilS > fromS) grown += (untilS - fromS) * driveTowards(wind, x, y);
  }
  return grown;
}

// @ts-ignore: decorator
@inline
function flameShare(gapM: f64): f64 {
  return gapM <= WHOLE_FLAME_M
    ? 1
    : gapM >= NO_FLAME_M
      ? 0
      : (NO_FLAME_M - gapM) / (NO_FLAME_M - WHOLE_FLAME_M);
}

// @ts-ignore: decorator
@inline
function wallOf(building: i32): f64 {
  return <f64>load<f32>(wallAt + (<usize>building << 2));
}

/**
 * Adds what a building that caught fire at `bornS` sends from now until `offS`, at this share of its power; 0 where its
 * links have to be written first.
 */
export function radiate(building: i32, nowS: f64, output: f64, bornS: f64, offS: f64): i32 {
  const own = burningOf(building);
  const powerNow = <f64>load<f32>(own, POWER) * output;
  if (powerNow <= 0 || offS <= nowS) return 1;
  if (load<u32>(own, LINKS) == 0) return 0;
  const onsetS = <f64>load<f32>(own, ONSET);
  const wind = windOf(windNow);
  const windFromS = load<f64>(wind);
  const isOlder = windNow > 0 && bornS < windFromS;
  const sinceS = windNow == 0 ? bornS : max<f64>(bornS, windFromS);
  // Whatever comes comes no earlier: most neighbours are told apart by this alone.
  const soonestS = isOlder ? nowS : max<f64>(nowS, sinceS + onsetS / load<f64>(wind, MOST));
  const begin = <usize>load<u32>(own, LINKS);
  const end = begin + <usize>load<i32>(own, LINK_COUNT) * LINK;
  for (let link = begin; link < end; link += LINK) {
    const target = load<i32>(link);
    const byS = load<f64>(bySAt + (<usize>target << 3));
    if (byS <= soonestS) continue;
    const x = <f64>load<f32>(link, 12);
    const y = <f64>load<f32>(link, 16);
    const speed = driveTowards(wind, x, y);
    const grown = isOlder ? grownBefore(bornS, x, y) : 0;
    const onS = max<f64>(nowS, sinceS + max<f64>(0, onsetS - grown) / speed);
    // Whoever ignites before it comes has no need of it.
    if (onS >= offS || onS >= byS) continue;
    const gapM = <f64>load<f32>(link, 8);
    const past = gapM < touchingM ? min<f64>(wallOf(building), wallOf(target)) : 1;
    // The wind doesn't blow the flame through a wall that holds.
    const blown = past < 1 ? past : 1 + (speed - 1) * flameShare(gapM);
    const flux = powerNow * <f64>load<f32>(link, 4) * blown;
    if (flux <= 0) continue;
    take(target, building, onS, offS, flux);
    place(target, nowS);
  }
  return 1;
}
