// Splits the grid into bands of tile rows with equal numbers of active tiles, and has every thread do its own. The
// first thread gives out work and waits until all have arrived; the others wait for the next round. In the variant for
// one thread all of it falls away.

import { ACTIVE, ARRIVED, BANDS, BAND_COUNT, COMMAND, ROUND, THREADS } from './memory';
import { block, control, flag, thread, tileRows } from './memory';
import { countActive } from './tiles';

/** Fewer active tiles than this are not worth waking another thread. */
const LEAST_TILES: i32 = 24;
/** How often to look before going to sleep: some ten microseconds. */
const LOOKS: i32 = 4000;

export const QUIT: i32 = 0;

/** First tile row of a band; the one after the last band is the end. */
// @ts-ignore: decorator
@inline
export function bandStart(band: i32): i32 {
  return load<i32>(block(BANDS) + (<usize>band << 2));
}

/** Bands for this step, balanced by active tiles. */
export function splitBands(): void {
  const wanted = flag(ACTIVE) < LEAST_TILES ? 1 : min(flag(THREADS), tileRows / 2);
  let bands = 0;
  let seen = 0;
  store<i32>(block(BANDS), 0);
  for (let row = 0; row < tileRows && bands < wanted - 1; row++) {
    seen += countActive(row);
    if (seen * wanted < flag(ACTIVE) * (bands + 1)) continue;
    if (row + 1 >= tileRows) break;
    bands++;
    store<i32>(block(BANDS) + (<usize>bands << 2), row + 1);
  }
  store<i32>(block(BANDS) + (<usize>(bands + 1) << 2), tileRows);
  store<i32>(control + BAND_COUNT, bands + 1);
}

/** Wakes the other threads to do `command` with their bands. */
export function giveOut(command: i32): void {
  if (ASC_FEATURE_THREADS) {
    if (flag(THREADS) < 2) return;
    store<i32>(control + COMMAND, command);
    atomic.store<i32>(control + ARRIVED, 0);
    atomic.add<i32>(control + ROUND, 1);
    atomic.notify(control + ROUND, -1);
  }
}

/** Until all others have done what was given out. */
export function waitForAll(): void {
  if (ASC_FEATURE_THREADS) {
    const others = flag(THREADS) - 1;
    if (others < 1) return;
    for (let looks = 0; ; looks++) {
      const arrived = atomic.load<i32>(control + ARRIVED);
      if (arrived == others) return;
      if (looks > LOOKS) atomic.wait<i32>(control + ARRIVED, arrived, -1);
    }
  }
}

/** The next command for this thread after round `round`. */
export function waitForWork(round: i32): i32 {
  if (ASC_FEATURE_THREADS) {
    for (let looks = 0; atomic.load<i32>(control + ROUND) == round; looks++) {
      if (looks > LOOKS) atomic.wait<i32>(control + ROUND, round, -1);
    }
  }
  return flag(COMMAND);
}

export function reportDone(): void {
  if (ASC_FEATURE_THREADS) {
    atomic.add<i32>(control + ARRIVED, 1);
    atomic.notify(control + ARRIVED, 1);
  }
}

/** Whether this thread has a band in this step. */
// @ts-ignore: decorator
@inline
export function hasBand(): bool {
  return thread < flag(BAND_COUNT);
}
