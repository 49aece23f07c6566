// How much of the past to fetch at once: as many readings as are quick to fetch and to step through.

import type { Span } from './replay-windows.ts';
import type { Rows } from './rows.ts';

const MOST_READINGS = 300_000;
const SHORTEST_S = 4;
const LONGEST_S = 8192;
const USUAL_S = 256;
/** A window lasts so long while it is played. */
const PLAYED_S = 4;
/** Readings so young may not have reached storage yet. */
export const SETTLING_MS = 3000;

/**
 * The window around `atMs` of a replay at `rate`. While the time stands every reading is in it; played
 * fast it is long, and thinned where it would hold too many. Windows are cut at the same instants each
 * time; none reaches past `presentMs`, but for the instant asked for.
 */
export function chooseSpan(rows: Rows, atMs: number, rate: number, presentMs: number): Span {
  const perSecond = rows.intervalS.reduce((sum, intervalS) => sum + 1 / intervalS, 0);
  const fittingS = MOST_READINGS / Math.max(perSecond, 1e-9);
  const wantedS = Math.max(Math.min(USUAL_S, fittingS), PLAYED_S * Math.abs(rate));
  const lengthS = Math.min(LONGEST_S, Math.max(SHORTEST_S, powerOfTwo(wantedS)));
  const lengthMs = lengthS * 1000;
  const fromMs = Math.floor(atMs / lengthMs) * lengthMs;
  const settledMs = Math.max(presentMs - SETTLING_MS, atMs + 1);
  return {
    fromMs,
    toMs: Math.min(fromMs + lengthMs, settledMs),
    everyS: lengthS <= fittingS || rate === 0 ? undefined : thinning(rows.count, lengthS),
  };
}

/** Three readings stay of a bucket. */
const thinning = (datastreams: number, lengthS: number) =>
  Math.max(1, 2 ** Math.ceil(Math.log2((datastreams * 3 * lengthS) / MOST_READINGS)));

/** The greatest that is not above `value`. */
const powerOfTwo = (value: number) => 2 ** Math.floor(Math.log2(value));
