// Keeps the fire weather of the day: the record is read when the city opens, when a noon has passed, and now and then while
// the server still makes its past. Before there is a noon on record, starting values and what a station says now.

import type { FireWeatherLine } from '#features/fire/contract/risk.ts';
import type { WeatherReading } from '#model/weather-reading.ts';
import { assumedWeather } from './assumed.ts';
import { carryWeather } from './chain.ts';
import { lastNoon, noonsOf } from './noons.ts';
import type { WeatherRecord } from './record.ts';

const AGAIN_MS = 10 * 60_000;

export type ReadRecord = (atMs: number) => Promise<WeatherRecord | undefined>;

export class WeatherDesk {
  readonly #read: ReadRecord | undefined;
  readonly #onChange: (line: FireWeatherLine | undefined) => void;
  readonly #wallMs: () => number;
  readonly #longitudeDeg: number;
  #recorded: FireWeatherLine | undefined;
  #assumed: FireWeatherLine | undefined;
  #readAtMs = Number.NEGATIVE_INFINITY;
  #noonMs = Number.NaN;
  #isReading = false;

  constructor(
    read: ReadRecord | undefined,
    longitudeDeg: number,
    onChange: (line: FireWeatherLine | undefined) => void,
    wallMs: () => number = () => performance.now(),
  ) {
    this.#read = read;
    this.#longitudeDeg = longitudeDeg;
    this.#onChange = onChange;
    this.#wallMs = wallMs;
  }

  get line(): FireWeatherLine | undefined {
    return this.#recorded ?? this.#assumed;
  }

  take(readings: readonly WeatherReading[]): void {
    this.#assumed = assumedWeather(readings);
    if (!this.#recorded) this.#onChange(this.line);
  }

  /** The time of the city: the record is read where it is due. */
  async setTime(atMs: number): Promise<void> {
    const noonMs = lastNoon(atMs, this.#longitudeDeg);
    const isDue = noonMs !== this.#noonMs || this.#wallMs() - this.#readAtMs >= AGAIN_MS;
    if (!this.#read || this.#isReading || !isDue) return;
    this.#isReading = true;
    this.#readAtMs = this.#wallMs();
    this.#noonMs = noonMs;
    try {
      this.#recorded = lineOf(await this.#read(atMs), atMs);
      this.#onChange(this.line);
    } catch {
      // A server without a record, or away: what was known stays, and it is asked again.
    } finally {
      this.#isReading = false;
    }
  }
}

export function lineOf(
  record: WeatherRecord | undefined,
  atMs: number,
): FireWeatherLine | undefined {
  if (!record) return undefined;
  const noons = noonsOf(record.courses, record.longitudeDeg, atMs);
  const latest = carryWeather(noons, record.latitudeDeg);
  if (!latest) return undefined;
  const { ffmc, dmc, dc, isi, bui, fwi } = latest.weather;
  return {
    ...{ ffmc, dmc, dc, isi, bui, fwi, atMs: latest.atMs, days: latest.days },
    ...{ station: record.station, isSimulated: record.isSimulated },
  };
}
