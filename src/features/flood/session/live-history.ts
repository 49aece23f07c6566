// What the gauges have said since the page was opened, and what the server has kept of before, up to six hours.

import type { WaterReading } from '#model/water-reading.ts';
import { type Observed, thinned } from '../kernel/live/forecast-series.ts';
import { meanRain } from '../kernel/live/live-sources.ts';
import type { PastWaters } from './live-record.ts';

const KEPT_MS = 6 * 3600_000;
const RAIN = 'rain';

export class LiveHistory {
  readonly #said = new Map<string, (readonly [timeMs: number, value: number])[]>();

  /** Fresh readings that are later than what is known. */
  take(readings: readonly WaterReading[], nowMs: number): void {
    for (const { property, sensor, value, timeMs, isStale } of readings)
      if (property === 'waterLevel' && !isStale) this.#add(sensor, timeMs, value);
    const { fresh, meanMs } = meanRain(readings);
    if (fresh > 0) this.#add(RAIN, nowMs, meanMs);
  }

  /** What was said before anything that is known here. */
  fill({ levels, rain }: PastWaters): void {
    for (const [id, points] of [...levels, [RAIN, rain] as const]) {
      const said = this.#said.get(id) ?? [];
      const firstMs = said[0]?.[0] ?? Number.POSITIVE_INFINITY;
      this.#said.set(id, [...points.filter(([timeMs]) => timeMs < firstMs), ...said]);
    }
  }

  /** Seconds since `startMs`; what was before it has negative times. */
  of(sensor: string, startMs: number): Observed {
    const said = this.#said.get(sensor) ?? [];
    return thinned(said.map(([timeMs, value]) => [(timeMs - startMs) / 1000, value]));
  }

  rain(startMs: number): Observed {
    return this.of(RAIN, startMs);
  }

  clear(): void {
    this.#said.clear();
  }

  #add(id: string, timeMs: number, value: number): void {
    if (!Number.isFinite(value) || !Number.isFinite(timeMs)) return;
    const said = this.#said.get(id) ?? [];
    this.#said.set(id, said);
    const last = said[said.length - 1];
    if (last && timeMs <= last[0]) return;
    said.push([timeMs, value]);
    while (said[0] && said[0][0] < timeMs - KEPT_MS) said.shift();
  }
}
