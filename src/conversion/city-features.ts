// All features of a city as columns in source order: what is known of them while tiles are planned.

import { WGS84_A, WGS84_F } from '#model/position.ts';
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
    const latitude = this.latitude(feature);
    const flatness = 1 - E2 * Math.sin(latitude) ** 2;
    const normal = WGS84_A / Math.sqrt(flatness);
    const northSouth = this.value(feature, 'north') - this.value(feature, 'south');
    const eastWest = this.value(feature, 'east') - this.value(feature, 'west');
    return (
      Math.hypot(
        (northSouth * normal * (1 - E2)) / flatness,
        eastWest * normal * Math.cos(latitude),
      ) / 2
    );
  }

  /** The largest of width and height, m. */
  size(feature: number): number {
    const height = this.value(feature, 'top') - this.value(feature, 'bottom');
    return Math.max(2 * this.radius(feature), height);
  }
}

const E2 = WGS84_F * (2 - WGS84_F);
export const MEAN_RADIUS = 6371008.8;
