// The city's water gauges as its server has kept them, and what it holds of forecasts.

import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import { createStoredReadings, type StoredSpan } from '#features/stored-readings.ts';
import type { WaterDatastream, WaterSeries } from '../contract/forecasts.ts';

export interface WaterRecord {
  /** Levels, flows and rain that are measured, or that are marked as forecasts. */
  datastreams(isForecast: boolean, signal: AbortSignal): Promise<readonly WaterDatastream[]>;
  /** Throws the server's sentence. */
  read(
    wanted: readonly WaterDatastream[],
    span: StoredSpan,
    signal: AbortSignal,
  ): Promise<readonly WaterSeries[]>;
}

const properties: ReadonlySet<string> = new Set(['waterLevel', 'discharge', 'rainfallRate']);

export function createWaterRecord(
  origin: string,
  city: string,
  fetch?: typeof globalThis.fetch,
): WaterRecord {
  const stored = createStoredReadings(origin, city, fetch);
  return {
    async datastreams(isForecast, signal) {
      const found = watersOf(await stored.catalogue(signal));
      return found.filter((one) => one.isForecast === isForecast);
    },
    async read(wanted, span, signal) {
      const numbers = wanted.map(({ number }) => number);
      const points = await stored.read(numbers, span, signal);
      return wanted.map((one) => ({ ...one, points: points.get(one.number) ?? [] }));
    },
  };
}

const watersOf = ({ sensors }: DatastreamCatalogue): WaterDatastream[] =>
  sensors.flatMap(({ id, name, kind, longitudeDeg, latitudeDeg, datastreams }) =>
    datastreams.flatMap(({ number, property, forecast = false }) =>
      properties.has(property)
        ? [
            {
              ...{ number, sensor: id, name, kind, property },
              ...{ longitudeDeg, latitudeDeg, isForecast: forecast },
            },
          ]
        : [],
    ),
  );
