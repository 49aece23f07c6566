// What gauges of rivers, the sea, streets and rain say: how the features of sensors and of floods, which don't know each
// other, speak. Places in degrees; values SI (m above the vertical datum, m³/s, m/s of rain); times in ms UTC.

/** Channel of `scene/frames.ts` that carries `readonly WaterReading[]`. */
export const WATER_READINGS = 'water-readings';

export const waterGaugeKinds = ['river', 'tide', 'rain', 'street'] as const;
export type WaterGaugeKind = (typeof waterGaugeKinds)[number];

export const waterProperties = ['waterLevel', 'waterDepth', 'discharge', 'rainfallRate'] as const;
export type WaterProperty = (typeof waterProperties)[number];

/** The latest reading of one datastream of a gauge. */
export interface WaterReading {
  readonly sensor: string;
  readonly name: string;
  readonly kind: WaterGaugeKind;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly property: WaterProperty;
  /** NaN where there is none. */
  readonly value: number;
  /** NaN where it has never reported. */
  readonly timeMs: number;
  /** How often it reports. */
  readonly intervalS: number;
  readonly isSimulated: boolean;
  /** The news is older than three intervals, or there was never any. */
  readonly isStale: boolean;
}
