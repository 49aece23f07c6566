// What every datastream said last, by row: the state of a city at one instant.

import type { LiveFrame } from '#contract/live-frame.ts';
import { quality } from '#contract/live-frame.ts';
import { STALE_INTERVALS } from '#contract/sensor-catalogue.ts';
import type { LatestColumns } from './protocol.ts';
import type { Rows } from './rows.ts';

export type Readings = Pick<LiveFrame, 'datastream' | 'timeMs' | 'value' | 'quality'>;

export interface StateSummary {
  readonly count: number;
  readonly staleCount: number;
  readonly latestMs: number;
}

export class CityState {
  readonly rows: Rows;
  readonly #value: Float64Array;
  readonly #timeMs: Float64Array;
  readonly #quality: Uint8Array;

  constructor(rows: Rows) {
    this.rows = rows;
    this.#value = new Float64Array(rows.count);
    this.#timeMs = new Float64Array(rows.count);
    this.#quality = new Uint8Array(rows.count);
    this.clear();
  }

  clear(): void {
    this.#value.fill(Number.NaN);
    this.#timeMs.fill(Number.NaN);
    this.#quality.fill(quality.missing);
  }

  copyFrom(other: CityState): void {
    this.#value.set(other.#value);
    this.#timeMs.set(other.#timeMs);
    this.#quality.set(other.#quality);
  }

  /**
   * Takes the readings from position `from` up to but not including `to` that are not older than what
   * their datastream has. Tells `onRow` each row; returns whether some datastream is not in the catalogue.
   */
  apply(
    { datastream, timeMs, value, quality: byte }: Readings,
    onRow: (row: number, at: number) => void = () => {},
    from = 0,
    to = datastream.length,
  ): boolean {
    let isUnknown = false;
    for (let at = from; at < to; at += 1) {
      const row = this.rows.find(datastream[at]!);
      if (row === undefined) {
        isUnknown = true;
        continue;
      }
      onRow(row, at);
      if (timeMs[at]! < this.#timeMs[row]!) continue;
      this.#timeMs[row] = timeMs[at]!;
      this.#value[row] = value[at]!;
      this.#quality[row] = byte[at]!;
    }
    return isUnknown;
  }

  /**
   * Copies for a reader; stale is told by `nowMs`, the instant that the state is of. Where that is before
   * `presentMs`, the clock of the source, readings may lie as far apart as the past is kept.
   */
  toColumns(nowMs: number, presentMs = nowMs): LatestColumns {
    const apartS = this.#apartS(nowMs, presentMs);
    const isStale = new Uint8Array(this.rows.count);
    for (let row = 0; row < isStale.length; row += 1)
      isStale[row] = this.#isStale(row, nowMs, apartS) ? 1 : 0;
    return {
      value: this.#value.slice(),
      timeMs: this.#timeMs.slice(),
      quality: this.#quality.slice(),
      isStale,
    };
  }

  summarise(nowMs: number, presentMs = nowMs): StateSummary {
    const apartS = this.#apartS(nowMs, presentMs);
    let count = 0;
    let staleCount = 0;
    let latestMs = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < this.rows.count; row += 1) {
      const timeMs = this.#timeMs[row]!;
      if (timeMs > latestMs) latestMs = timeMs;
      if (!Number.isNaN(timeMs)) count += 1;
      if (this.#isStale(row, nowMs, apartS)) staleCount += 1;
    }
    return { count, staleCount, latestMs: count === 0 ? Number.NaN : latestMs };
  }

  #apartS(nowMs: number, presentMs: number): number {
    return this.rows.pastSpacing((presentMs - nowMs) / 1000);
  }

  #isStale(row: number, nowMs: number, apartS: number): boolean {
    const ageMs = nowMs - this.#timeMs[row]!;
    return !(ageMs <= Math.max(this.rows.intervalS[row]!, apartS) * STALE_INTERVALS * 1000);
  }
}
