import type { ObservationBatch } from '../observation-batch.ts';

/** A batch for tests: rows of datastream, time (ms UTC), value and, where not good, quality. */
export function aBatch(
  ...rows: readonly (readonly [number, number, number, number?])[]
): ObservationBatch {
  return {
    datastream: Uint32Array.from(rows, ([datastream]) => datastream),
    timeMs: Float64Array.from(rows, ([, timeMs]) => timeMs),
    value: Float64Array.from(rows, ([, , value]) => value),
    quality: Uint8Array.from(rows, ([, , , quality]) => quality ?? 0),
  };
}
