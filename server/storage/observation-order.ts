import type { ObservationBatch } from '../observation-batch.ts';

/** Rows of a batch by time, those of one instant by datastream. */
export function sortByTime(batch: ObservationBatch): Uint32Array {
  const { datastream, timeMs } = batch;
  const rows = Uint32Array.from(datastream.keys());
  return rows.sort((a, b) => timeMs[a]! - timeMs[b]! || datastream[a]! - datastream[b]!);
}

/** The rows to keep where one datastream speaks of one instant more than once: of those the last. */
export function findLastRows(batch: ObservationBatch): Uint32Array {
  // The sort is stable, so what was said last stands last.
  const sorted = sortByTime(batch);
  const { datastream, timeMs } = batch;
  return sorted.filter((row, index) => {
    const next = sorted[index + 1];
    return (
      next === undefined || datastream[next] !== datastream[row] || timeMs[next] !== timeMs[row]
    );
  });
}

/** A new batch of the rows that are named, in their order. */
export function pickRows(batch: ObservationBatch, rows: Uint32Array): ObservationBatch {
  const { datastream, timeMs, value, quality } = batch;
  return {
    datastream: Uint32Array.from(rows, (row) => datastream[row]!),
    timeMs: Float64Array.from(rows, (row) => timeMs[row]!),
    value: Float64Array.from(rows, (row) => value[row]!),
    quality: Uint8Array.from(rows, (row) => quality[row]!),
  };
}

export function joinBatches(batches: readonly ObservationBatch[]): ObservationBatch {
  const [only] = batches;
  if (only && batches.length === 1) return only;
  const count = batches.reduce((sum, { datastream }) => sum + datastream.length, 0);
  const joined = createBatch(count);
  let at = 0;
  for (const batch of batches) {
    joined.datastream.set(batch.datastream, at);
    joined.timeMs.set(batch.timeMs, at);
    joined.value.set(batch.value, at);
    joined.quality.set(batch.quality, at);
    at += batch.datastream.length;
  }
  return joined;
}

export const createBatch = (count: number): ObservationBatch => ({
  datastream: new Uint32Array(count),
  timeMs: new Float64Array(count),
  value: new Float64Array(count),
  quality: new Uint8Array(count),
});
