// What detectors, weather stations and engines say, on its way to the risk worker: at most once a second, changes alone.

import type { SessionContext } from '#features/feature.ts';
import { FIRE_READINGS, type FireReading } from '#model/fire-reading.ts';
import { WEATHER_READINGS, type WeatherReading } from '#model/weather-reading.ts';
import type { FireWorker, RiskNews } from '#workers/fire/client.ts';
import {
  type CoverFrame,
  FIRE_COVER,
  FIRE_WATER,
  type WaterShortfall,
} from '../contract/response.ts';
import { FIRE_SECONDARY, type SecondaryIgnitions } from '../contract/spread.ts';

/** Without news, ages are told as often. */
const AGEING_MS = 10_000;

interface Parts extends Pick<SessionContext, 'frames'> {
  /** Time of the city (ms UTC). */
  readonly present: () => number;
  readonly everyMs: number;
}

/** Tells a worker everything, and what changes from then on; returns how to stop. */
export function tellRiskNews(
  { frames, present, everyMs }: Parts,
  worker: FireWorker,
  signal: AbortSignal,
): () => void {
  const changes = new ReadingChanges();
  let weather = '';
  let firstEngineS: Float32Array | undefined;
  let shortfall: Float32Array | undefined;
  let further: Float32Array | undefined;
  let toldMs = Number.NEGATIVE_INFINITY;
  let isTelling = false;

  function newsOf(): RiskNews | undefined {
    const atMs = present();
    const detectors = changes.take(frames.peek<readonly FireReading[]>(FIRE_READINGS) ?? []);
    const stations = frames.peek<readonly WeatherReading[]>(WEATHER_READINGS) ?? [];
    const said = stations.map(({ sensor, timeMs, isStale }) => [sensor, timeMs, isStale].join());
    const cover = frames.peek<CoverFrame>(FIRE_COVER)?.firstS;
    const water = frames.peek<WaterShortfall>(FIRE_WATER)?.share;
    const secondary = frames.peek<SecondaryIgnitions>(FIRE_SECONDARY)?.further;
    const news: RiskNews = {
      atMs,
      ...(detectors && { detectors }),
      ...(said.join(' ') !== weather && { weather: stations }),
      ...(cover && cover !== firstEngineS && { firstEngineS: cover }),
      ...(water && water !== shortfall && { waterShortfall: water }),
      ...(secondary && secondary !== further && { secondaryIgnitions: secondary }),
    };
    weather = said.join(' ');
    firstEngineS = cover;
    shortfall = water;
    further = secondary;
    const isNews = Object.keys(news).length > 1 || Math.abs(atMs - toldMs) >= AGEING_MS;
    return isNews ? news : undefined;
  }

  async function tell(): Promise<void> {
    if (isTelling || signal.aborted) return;
    const news = newsOf();
    if (!news) return;
    isTelling = true;
    toldMs = news.atMs;
    try {
      await worker.call('observe', news, { signal });
    } catch {
      // Who reads the worker's stream hears of its death, and the next worker is told everything.
    } finally {
      isTelling = false;
    }
  }

  const timer = setInterval(() => void tell(), everyMs);
  void tell();
  return () => clearInterval(timer);
}

/** Which of the readings differ from what was told before. */
export class ReadingChanges {
  #told = new Map<string, FireReading>();
  #before: readonly FireReading[] | undefined;

  /** Undefined where nothing changed. */
  take(readings: readonly FireReading[]): RiskNews['detectors'] | undefined {
    if (readings === this.#before) return undefined;
    this.#before = readings;
    const isAll = readings.length < this.#told.size;
    if (isAll) this.#told.clear();
    const changed = readings.filter((reading) => {
      const key = `${reading.sensor} ${reading.property}`;
      const known = this.#told.get(key);
      this.#told.set(key, reading);
      return !known || !isSame(known, reading);
    });
    return changed.length > 0 || isAll ? { isAll, readings: changed } : undefined;
  }
}

const isSame = (a: FireReading, b: FireReading): boolean =>
  Object.is(a.value, b.value) &&
  Object.is(a.timeMs, b.timeMs) &&
  a.isStale === b.isStale &&
  a.level === b.level &&
  a.building === b.building &&
  a.name === b.name;
