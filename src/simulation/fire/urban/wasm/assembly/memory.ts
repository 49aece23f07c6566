// Where everything of a run lies, in bytes. What is reserved stays where it is: the memory only grows, and the host makes
// its views anew when it has.

const LINE: usize = 64;
const PAGE: usize = 65536;

let top: usize = 0;

/** Zeros where nothing lay before. */
export function reserve(bytes: usize): usize {
  if (top === 0) top = __heap_base;
  const at = (top + LINE - 1) & ~(LINE - 1);
  top = at + bytes;
  const there = (<usize>memory.size()) * PAGE;
  if (top > there) {
    const missing = (top - there + PAGE - 1) / PAGE;
    // A little more each time, so that it doesn't happen often.
    const pages = max(missing, <usize>memory.size() / 8);
    if (memory.grow(<i32>pages) < 0 && memory.grow(<i32>missing) < 0) unreachable();
  }
  return at;
}

export let count: i32 = 0;

/** Of each building: f64 in s, −∞ once it burns. */
export let bySAt: usize = 0;
export let doseAt: usize = 0;
export let sinceAt: usize = 0;
/** i32: buildings touched, in order. */
export let touchedAt: usize = 0;
/** i32: buildings of which anything is known in this run, in no order. */
export let usedAt: usize = 0;
/** f64: when a firebrand's fire comes. */
export let pendingAt: usize = 0;
/** f32, given by the host: critical flux, share that gets past a party wall. */
export let criticalAt: usize = 0;
export let wallAt: usize = 0;
/**
 * What is asked of a building when it radiates, side by side: power, f32; how long from its ignition until flames leave it,
 * f32; address of its links and how many there are, i32. The first two are given by the host.
 */
export let burningAt: usize = 0;
export const BURNING: usize = 16;
export const POWER: usize = 0;
export const ONSET: usize = 4;
export const LINKS: usize = 8;
export const LINK_COUNT: usize = 12;
/** Of the heap: buildings (i32) and their times (f64) in its order. */
export let heapAt: usize = 0;
export let heapTimeAt: usize = 0;

/**
 * What a building has taken of heat and where it waits, in one cache line, and behind it its first fluxes: a run waits for
 * memory more than it computes. Nine lines, an odd number: neighbours fall into other sets of the cache.
 */
export let recordsAt: usize = 0;
export const FIRST_FLUXES: i32 = 16;
export const FLUX: usize = 32;
const HEAD: usize = 64;
const RECORD: usize = HEAD + <usize>FIRST_FLUXES * FLUX;
/** f64: dose that it needs (0: ask), what is left of it when the last flux has begun (0: find anew), when that is. */
export const NEEDED: usize = 0;
export const LEFT: usize = 8;
export const LEFT_SINCE: usize = 16;
/** f64: what is above the critical flux from then on, the strongest flux. */
export const EXCESS: usize = 24;
export const STRONGEST_FLUX: usize = 32;
/** i32: who sends most (−1 nobody), place in the heap (−1 none). */
export const STRONGEST: usize = 40;
export const PLACE: usize = 44;
/** i32: address of its fluxes, how many find room, how many there are; bits. */
export const FLUXES: usize = 48;
export const ROOM: usize = 52;
export const FLUX_COUNT: usize = 56;
export const BITS: usize = 60;
export const TOUCHED: i32 = 1;
export const WET: i32 = 2;
export const SMOULDERS: i32 = 4;
export const USED: i32 = 8;

export function burningOf(building: i32): usize {
  return burningAt + <usize>building * BURNING;
}

export function recordOf(building: i32): usize {
  return recordsAt + <usize>building * RECORD;
}

/** Reserves for so many buildings; once. */
export function place(buildings: i32): void {
  count = buildings;
  const eight = <usize>buildings * 8;
  const four = <usize>buildings * 4;
  recordsAt = reserve(<usize>buildings * RECORD);
  bySAt = reserve(eight);
  doseAt = reserve(eight);
  sinceAt = reserve(eight);
  pendingAt = reserve(eight);
  touchedAt = reserve(four);
  usedAt = reserve(four);
  criticalAt = reserve(four);
  wallAt = reserve(four);
  burningAt = reserve(<usize>buildings * BURNING);
  heapAt = reserve(four);
  heapTimeAt = reserve(eight);
  for (let building = 0; building < buildings; building++) {
    const own = recordOf(building);
    store<u32>(own, <u32>(own + HEAD), FLUXES);
    store<i32>(own, FIRST_FLUXES, ROOM);
  }
}
