import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import { simulatedPastSpacing } from '#contract/past-spacing.ts';

/** The datastreams of a catalogue by row. */
export interface Rows {
  readonly count: number;
  readonly number: Uint32Array;
  /** s */
  readonly intervalS: Float64Array;
  /** How far apart (s) readings may be kept that are so old (s). */
  readonly pastSpacing: (ageS: number) => number;
  /** Undefined for a datastream that the catalogue doesn't have. */
  readonly find: (number: number) => number | undefined;
}

export function toRows({ sensors, simulated }: DatastreamCatalogue): Rows {
  const datastreams = sensors.flatMap((sensor) => sensor.datastreams);
  const rowOf = new Map(datastreams.map(({ number }, row) => [number, row]));
  return {
    count: datastreams.length,
    number: Uint32Array.from(datastreams, ({ number }) => number),
    intervalS: Float64Array.from(datastreams, ({ intervalS }) => intervalS),
    pastSpacing: simulated ? simulatedPastSpacing : () => 0,
    find: (number) => rowOf.get(number),
  };
}
