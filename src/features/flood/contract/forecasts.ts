// Forecasts that the city's API holds: datastreams that are marked as such, with what they say from now on.

import type { ObservedPropertyId } from '#model/observed-property.ts';

/** Channel of `scene/frames.ts` with a `ForecastDesk`. */
export const FLOOD_FORECASTS = 'flood/forecasts';

/** A datastream of levels, flows or rain. */
export interface WaterDatastream {
  readonly number: number;
  readonly sensor: string;
  readonly name: string;
  /** Kind of the sensor. */
  readonly kind: string;
  readonly property: ObservedPropertyId;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly isForecast: boolean;
}

/** What it says: SI, ms UTC ascending; what is missing or bad is left out. */
export interface WaterSeries extends WaterDatastream {
  readonly points: readonly (readonly [timeMs: number, value: number])[];
}

export interface ForecastDesk {
  /** Undefined until they are known. */
  readonly datastreams: readonly WaterDatastream[] | undefined;
  /** The server's sentence where they could not be read. */
  readonly problem?: string;
  /** Asks anew which there are. */
  look(): void;
  /** From three hours before now on; throws the server's sentence. */
  read(datastream: WaterDatastream): Promise<WaterSeries>;
}
