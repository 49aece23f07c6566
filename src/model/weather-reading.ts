// What weather stations say: how the features of sensors and of fire, which don't know each other, speak. Places in
// degrees, heights in m above the ground, values SI (m/s, rad, °C, 1, W/m², m/s of rain), times in ms UTC.

/** Channel of `scene/frames.ts` that carries `readonly WeatherReading[]`. */
export const WEATHER_READINGS = 'weather-readings';

export const weatherProperties = [
  ...(['windSpeed', 'windDirection', 'airTemperature', 'relativeHumidity'] as const),
  ...(['airPressure', 'solarIrradiance', 'rainfallRate'] as const),
] as const;
export type WeatherProperty = (typeof weatherProperties)[number];

/** The latest readings of one station. */
export interface WeatherReading {
  readonly sensor: string;
  readonly name: string;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  /** Of the instruments above the ground; NaN where the city doesn't say. */
  readonly heightM: number;
  /** Wind direction: where it blows from, clockwise from north. What is missing or stale isn't there. */
  readonly values: Readonly<Partial<Record<WeatherProperty, number>>>;
  /** Of the latest of them; NaN where it has never reported. */
  readonly timeMs: number;
  readonly isSimulated: boolean;
  /** Everything it says is older than three intervals. */
  readonly isStale: boolean;
}
