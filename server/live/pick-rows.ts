import type { ObservationBatch } from '../observation-batch.ts';

/** The rows with these positions, in this order. */
export const pickRows = (
  { datastream, timeMs, value, quality }: ObservationBatch,
  rows: readonly number[],
): ObservationBatch => ({
  datastream: Uint32Array.from(rows, (row) => datastream[row]!),
  timeMs: Float64Array.from(rows, (row) => timeMs[row]!),
  value: Float64Array.from(rows, (row) => value[row]!),
  quality: Uint8Array.from(rows, (row) => quality[row]!),
});
