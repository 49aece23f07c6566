import { quality } from '#contract/live-frame.ts';
import type { ObservationBatch } from './observation-batch.ts';

/** A reading as tests write it: datastream, ms UTC, value (null where it is missing), quality byte. */
export type Reading = readonly [number, number, number | null, number?];

export const aBatch = (...readings: readonly Reading[]): ObservationBatch => ({
  datastream: Uint32Array.from(readings, ([datastream]) => datastream),
  timeMs: Float64Array.from(readings, ([, timeMs]) => timeMs),
  value: Float64Array.from(readings, ([, , value]) => value ?? Number.NaN),
  quality: Uint8Array.from(
    readings,
    ([, , value, byte]) => byte ?? (value === null ? quality.missing : quality.good),
  ),
});

export const readingsOf = (batch: ObservationBatch): Reading[] =>
  Array.from(batch.datastream, (datastream, row) => {
    const value = batch.value[row]!;
    return [
      datastream,
      batch.timeMs[row]!,
      Number.isNaN(value) ? null : value,
      batch.quality[row]!,
    ];
  });
