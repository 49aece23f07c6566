// News of the meters: once a second what fell due on each one's own grid, at most one reading each; and each forecast
// whole when it comes out.

import { quality, SIMULATED } from '#contract/live-frame.ts';
import type { ObservationBatch } from '../../observation-batch.ts';
import { BatchBuilder } from './batch-builder.ts';
import type { Verdict } from './faults.ts';
import { type Forecaster, lastIssue, pointsOf } from './forecasts.ts';
import { lastReport, type Meter } from './meters.ts';
import type { SimulatedClock } from './source-clock.ts';
import type { WaterSupply } from './water/supply.ts';

export interface LiveFeed {
  /** What is new since the last call; undefined where nothing is. */
  advance(): ObservationBatch | undefined;
}

/** After a jump of the clock, and at the start, every meter reports anew, and the forecasts of then. */
export function createLiveFeed(
  meters: readonly Meter[],
  forecasters: readonly Forecaster[],
  clock: SimulatedClock,
  supply: WaterSupply,
): LiveFeed {
  const reported = new Float64Array(meters.length).fill(Number.NEGATIVE_INFINITY);
  const builder = new BatchBuilder();
  const verdict: Verdict = { value: 0, quality: 0, isSilent: false };
  let jumps = clock.jumps;
  let issuedMs = Number.NEGATIVE_INFINITY;

  function issue(nowMs: number): void {
    const lastMs = lastIssue(nowMs);
    if (lastMs === issuedMs) return;
    issuedMs = lastMs;
    for (const forecaster of forecasters) {
      for (const [timeMs, value] of pointsOf(forecaster, issuedMs)) {
        builder.add(forecaster.datastream, timeMs, value, quality.good | SIMULATED);
      }
    }
  }

  return {
    advance() {
      if (clock.jumps !== jumps) {
        jumps = clock.jumps;
        reported.fill(Number.NEGATIVE_INFINITY);
        issuedMs = Number.NEGATIVE_INFINITY;
      }
      const { nowMs } = clock.read();
      issue(nowMs);
      for (const [index, meter] of meters.entries()) {
        const dueMs = lastReport(meter, nowMs);
        if (dueMs <= reported[index]!) continue;
        // It reports a little later, when the network's day is solved; the same value all the same.
        if (meter.isSolved && !supply.isReady(dueMs)) continue;
        reported[index] = dueMs;
        meter.read(dueMs, verdict);
        if (!verdict.isSilent) {
          builder.add(meter.datastream, dueMs, verdict.value, verdict.quality);
        }
      }
      return builder.count === 0 ? undefined : builder.take();
    },
  };
}
