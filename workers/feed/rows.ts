import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';

/** The datastreams of a catalogue by row. */
export interface Rows {
  readonly count: number;
  readonly number: Uint32Array;
  /** s */
  readonly intervalS: Float64Array;
  /** Undefined for a datastream that the catalogue doesn't have. */
  readonly find: (number: number) => number | undefined;
}

export function toRows({ sensors }: DatastreamCatalogue): Rows {
  const datastreams = sensors.flatMap((sensor) => sensor.datastreams);
  const rowOf = new Map(datastreams.map(({ number }, row) => [number, row]));
  return {
    count: datastreams.length,
    number: Uint32Array.from(datastreams, ({ number }) => number),
    intervalS: Float64Array.from(datastreams, ({ intervalS }) => intervalS),
    find: (number) => rowOf.get(number),
  };
}
