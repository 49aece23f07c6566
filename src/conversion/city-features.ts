// All features of a city as columns in source order: what is known of them while tiles are planned.

import { GrowingFloat64 } from './geometry/growing.ts';
import { type BatchSummary, SUMMARY, SUMMARY_VALUES } from './summary.ts';

export class CityFeatures {
  readonly #values = new GrowingFloat64();
  readonly #spill = new GrowingFloat64();
  readonly #offset = new GrowingFloat64();
  readonly #seen = new Set<number>();
  repeatedIds = 0;

  get count(): number {
    return this.#spill.length;
  }

  add({ count, values, records, idHashes }: BatchSummary): void {
    this.#values.reserve(values.length);
    this.#values.values.set(values, this.#values.length);
    this.#values.length += values.length;
    let { offset } = records;
    for (let feature = 0; feature < count; feature++) {
      this.#spill.push(records.spill);
      this.#offset.push(offset);
      offset += values[feature * SUMMARY_VALUES + SUMMARY.length]!;
    }
    for (const hash of idHashes) {
      if (this.#seen.has(hash)) this.repeatedIds++;
      else this.#seen.add(hash);
    }
  }

  value(feature: number, name: keyof typeof SUMMARY): number {
    return this.#values.values[feature * SUMMARY_VALUES + SUMMARY[name]]!;
  }

  spill(feature: number): number {
    return this.#spill.values[feature]!;
  }

  offset(feature: number): number {
    return this.#offset.values[feature]!;
  }

  longitude(feature: number): number {
    return (this.value(feature, 'west') + this.value(feature, 'east')) / 2;
  }

  latitude(feature: number): number {
    return (this.value(feature, 'south') + this.value(feature, 'north')) / 2;
  }

  /** Radius of the circle around the footprint's box, m. */
  radius(feature: number): number {
    const northSouth = this.value(feature, 'north') - this.value(feature, 'south');
    const eastWest =
      (this.value(feature, 'east') - this.value(feature, 'west')) *
      Math.cos(this.latitude(feature));
    return (Math.hypot(northSouth, eastWest) / 2) * MEAN_RADIUS;
  }

  /** The largest of width and height, m. */
  size(feature: number): number {
    const height = this.value(feature, 'top') - this.value(feature, 'bottom');
    return Math.max(2 * this.radius(feature), height);
  }
}

export const MEAN_RADIUS = 6371008.8;
