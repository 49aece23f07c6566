// The readings of a span that has passed. The farther back from the present, the fewer of them: a meter then
// reports at every k-th instant of its own grid, so what is given is what the feed would have given.

import type { ObservationBatch } from '../../observation-batch.ts';
import { BatchBuilder } from './batch-builder.ts';
import type { Verdict } from './faults.ts';
import { DAY, HOUR, MINUTE } from './local-clock.ts';
import type { Meter } from './meters.ts';
import type { WaterSupply } from './water/supply.ts';

/** Up to this age (before the present) readings lie at least so far apart. */
const thinning = [
  { ageMs: 10 * MINUTE, apartMs: 0 },
  { ageMs: 2 * HOUR, apartMs: MINUTE },
  { ageMs: DAY, apartMs: 5 * MINUTE },
  { ageMs: Number.POSITIVE_INFINITY, apartMs: 30 * MINUTE },
] as const;

const CHUNK_MS = 10 * MINUTE;

/** Which instants of a meter's grid are given: every k-th one. */
export const strideAt = (intervalMs: number, ageMs: number): number => {
  const apartMs = thinning.find((step) => ageMs <= step.ageMs)?.apartMs ?? 0;
  return Math.max(1, Math.ceil(apartMs / intervalMs));
};

/** ms UTC; age is counted back from `presentMs`. */
export interface HistorySpan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly presentMs: number;
}

/** Readings of `fromMs` up to but not including `toMs`, in order of time. Ends early where `signal` aborts. */
export async function* readHistory(
  meters: readonly Meter[],
  supply: WaterSupply,
  { fromMs, toMs, presentMs }: HistorySpan,
  signal: AbortSignal,
): AsyncGenerator<ObservationBatch> {
  const builder = new BatchBuilder();
  const needsSupply = meters.some((meter) => meter.isSolved);
  for (let startMs = fromMs; startMs < toMs; startMs += CHUNK_MS) {
    const endMs = Math.min(toMs, startMs + CHUNK_MS);
    if (needsSupply && !(supply.isReady(startMs) && supply.isReady(endMs))) {
      await supply.prepare(startMs, endMs);
      // The thread works on the next day while this one is read.
      void supply.prepare(endMs, Math.min(toMs, endMs + DAY));
    }
    for (const meter of meters) readChunk(meter, startMs, endMs, presentMs - endMs, builder);
    if (builder.count > 0) yield builder.take();
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) return;
  }
}

const verdict: Verdict = { value: 0, quality: 0, isSilent: false };

function readChunk(
  meter: Meter,
  startMs: number,
  endMs: number,
  ageMs: number,
  builder: BatchBuilder,
): void {
  const { datastream, intervalMs, phaseMs } = meter;
  const stride = strideAt(intervalMs, ageMs);
  const stepMs = stride * intervalMs;
  const first = phaseMs + Math.ceil((startMs - phaseMs) / stepMs) * stepMs;
  for (let timeMs = first; timeMs < endMs; timeMs += stepMs) {
    meter.read(timeMs, verdict);
    if (!verdict.isSilent) builder.add(datastream, timeMs, verdict.value, verdict.quality);
  }
}
