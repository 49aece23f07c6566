// Builds catalogues and readings for tests.

import type { DatastreamCatalogue, NumberedSensor } from '#contract/datastream-catalogue.ts';
import { quality, SIMULATED } from '#contract/live-frame.ts';
import type { ObservedPropertyId } from '#model/observed-property.ts';
import type { SensorKind } from '#model/sensor-kind.ts';
import type { Thresholds } from '#model/thresholds.ts';
import type { Readings } from '../contract.ts';

interface Measure {
  readonly property: ObservedPropertyId;
  readonly intervalS?: number;
  readonly thresholds?: Thresholds;
}

type More = Partial<
  Pick<
    NumberedSensor,
    | ('name' | 'network' | 'element' | 'building' | 'bimElement')
    | ('longitudeDeg' | 'latitudeDeg' | 'aboveGroundM')
  >
>;

/** Datastreams are numbered from 100, in the order in which they are added. */
export function aCatalogue() {
  const sensors: NumberedSensor[] = [];
  let number = 100;
  const builder = {
    with(id: string, kind: SensorKind, measures: readonly Measure[] = [], more: More = {}) {
      sensors.push({
        id,
        kind,
        name: id,
        longitudeDeg: 4 + sensors.length / 1000,
        latitudeDeg: 52,
        heightM: 45,
        ...more,
        datastreams: measures.map(({ property, intervalS = 10, thresholds }) => ({
          id: property,
          property,
          intervalS,
          number: number++,
          ...(thresholds && { thresholds }),
        })),
      });
      return builder;
    },
    build: (): DatastreamCatalogue => ({ sensors, simulated: true }),
  };
  return builder;
}

/** A value by row; undefined has never reported, `stale` is old news. */
export function aReading(
  rows: readonly (number | undefined | { readonly stale: number })[],
  timeMs = 1_000_000,
): Readings {
  const valueIn = (row: (typeof rows)[number]) =>
    typeof row === 'object' ? row.stale : (row ?? Number.NaN);
  return {
    value: Float64Array.from(rows, valueIn),
    timeMs: Float64Array.from(rows, (row) =>
      row === undefined ? Number.NaN : typeof row === 'object' ? timeMs - 600_000 : timeMs,
    ),
    quality: Uint8Array.from(rows, (row) =>
      row === undefined ? quality.missing : quality.good | SIMULATED,
    ),
    isStale: Uint8Array.from(rows, (row) => (typeof row === 'number' ? 0 : 1)),
  };
}
