// The readings of a span that has passed. The farther back from the present, the fewer of them: a meter then
// reports at every k-th instant of its own grid, so what is given is what the feed would have given.

import { quality, SIMULATED } from '#contract/live-frame.ts';
import { simulatedPastSpacing } from '#contract/past-spacing.ts';
import type { ObservationBatch } from '../../observation-batch.ts';
import { BatchBuilder } from './batch-builder.ts';
import type { Verdict } from './faults.ts';
import { type Forecaster, issueBefore } from './forecasts.ts';
import { DAY, HOUR, MINUTE } from './local-clock.ts';
import type { Meter } from './meters.ts';
import type { WaterSupply } from './water/supply.ts';

/** Read in one go: as much as keeps the event loop free, and no more than one age. */
const chunkMsAt = (ageMs: number): number =>
  ageMs <= 5 * MINUTE ? MINUTE / 2 : ageMs <= HOUR ? 2 * MINUTE : 10 * MINUTE;

/** Which instants of a meter's grid are given: every k-th one. */
const strideOf = (intervalMs: number, apartMs: number): number =>
  Math.max(1, Math.ceil(apartMs / intervalMs));

export interface HistorySources {
  readonly meters: readonly Meter[];
  readonly forecasters: readonly Forecaster[];
  readonly supply: WaterSupply;
}

/** ms UTC; age is counted back from `presentMs`. */
export interface HistorySpan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly presentMs: number;
}

/** Readings of `fromMs` up to but not including `toMs`, in order of time. Ends early where `signal` aborts. */
export async function* readHistory(
  { meters, forecasters, supply }: HistorySources,
  { fromMs, toMs, presentMs }: HistorySpan,
  signal: AbortSignal,
): AsyncGenerator<ObservationBatch> {
  const builder = new BatchBuilder();
  const needsSupply = meters.some((meter) => meter.isSolved);
  let startMs = fromMs;
  while (startMs < toMs) {
    const ageMs = presentMs - startMs;
    const apartMs = simulatedPastSpacing(ageMs / 1000) * 1000;
    const endMs = Math.min(toMs, startMs + chunkMsAt(ageMs));
    if (needsSupply && !(supply.isReady(startMs) && supply.isReady(endMs))) {
      await supply.prepare(startMs, endMs);
      // The thread works on the next day while this one is read.
      void supply.prepare(endMs, Math.min(toMs, endMs + DAY));
    }
    for (const meter of meters) readChunk(meter, { startMs, endMs, apartMs }, builder);
    for (const one of forecasters) readExpected(one, { startMs, endMs }, builder);
    startMs = endMs;
    if (builder.count > 0) yield builder.take();
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) return;
  }
}

const verdict: Verdict = { value: 0, quality: 0, isSilent: false };

function readChunk(
  meter: Meter,
  { startMs, endMs, apartMs }: Record<'startMs' | 'endMs' | 'apartMs', number>,
  builder: BatchBuilder,
): void {
  const { datastream, intervalMs, phaseMs } = meter;
  const stepMs = strideOf(intervalMs, apartMs) * intervalMs;
  const first = phaseMs + Math.ceil((startMs - phaseMs) / stepMs) * stepMs;
  for (let timeMs = first; timeMs < endMs; timeMs += stepMs) {
    meter.read(timeMs, verdict);
    if (!verdict.isSilent) builder.add(datastream, timeMs, verdict.value, verdict.quality);
  }
}

/** What was said last of each instant before it came; so sparse that nothing is thinned. */
function readExpected(
  { datastream, intervalMs, expected }: Forecaster,
  { startMs, endMs }: Record<'startMs' | 'endMs', number>,
  builder: BatchBuilder,
): void {
  let timeMs = Math.ceil(startMs / intervalMs) * intervalMs;
  for (; timeMs < endMs; timeMs += intervalMs) {
    const value = expected(issueBefore(timeMs), timeMs);
    builder.add(datastream, timeMs, value, quality.good | SIMULATED);
  }
}
