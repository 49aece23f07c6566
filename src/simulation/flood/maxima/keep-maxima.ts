// Largest of each cell since the start of a run: depth, speed, hazard, arrival, duration. SI. Hazard is the largest in
// time of the rating, never the product of two maxima. Source: DEFRA FD2320/TR2; `../hazard`.

import { aidrClassOf } from '../hazard/aidr-class.ts';
import { type DebrisVariant, debrisBin, debrisBins, debrisFactors } from '../hazard/uk-rating.ts';
import { arrivalDepthsM, type FloodMaxima, type FloodState } from '../parts.ts';

/** Every how many seconds of a run the maxima are updated unless told. */
export const MAXIMA_EVERY_S = 5;

/** Water shallower than this has no hazard and no speed (m). */
const THIN_M = 0.01;
const LEAST_ARRIVAL_M = arrivalDepthsM[0];

/**
 * Keeps the maxima of `cells` cells. `update` is called in the order of time; each cell counts as it is at the end of
 * the time since the last call.
 */
export class MaximaKeeper {
  readonly #cells: number;
  #timeS: number;
  readonly #depthM: Float32Array;
  readonly #speedMs: Float32Array;
  readonly #depthSpeedM2s: Float32Array;
  readonly #timeOfMaximumS: Float32Array;
  /** Largest d (v + 0.5) of each debris bin; −1: never there. */
  readonly #ratings: readonly Float32Array[];
  readonly #arrivalS: readonly Float32Array[];
  readonly #durationS: readonly Float32Array[];
  #shown: { readonly variant: DebrisVariant; readonly values: Float32Array } | undefined;

  constructor(cells: number, timeS = 0) {
    const filled = (value: number) => new Float32Array(cells).fill(value);
    this.#cells = cells;
    this.#timeS = timeS;
    this.#depthM = new Float32Array(cells);
    this.#speedMs = new Float32Array(cells);
    this.#depthSpeedM2s = new Float32Array(cells);
    this.#timeOfMaximumS = filled(Number.NaN);
    this.#ratings = debrisBins.map(() => filled(-1));
    this.#arrivalS = arrivalDepthsM.map(() => filled(Number.NaN));
    this.#durationS = arrivalDepthsM.map(() => new Float32Array(cells));
  }

  get timeS(): number {
    return this.#timeS;
  }

  update({ timeS, depthM, uMs, vMs }: FloodState): void {
    const elapsedS = timeS - this.#timeS;
    const mostDepthM = this.#depthM;
    const mostSpeedMs = this.#speedMs;
    const mostProduct = this.#depthSpeedM2s;
    const ratings = this.#ratings;
    this.#timeS = timeS;
    this.#shown = undefined;
    for (let cell = 0; cell < this.#cells; cell++) {
      const depth = depthM[cell]!;
      if (!(depth > 0)) continue;
      if (depth > mostDepthM[cell]!) {
        mostDepthM[cell] = depth;
        this.#timeOfMaximumS[cell] = timeS;
      }
      if (depth < THIN_M) continue;
      const u = uMs[cell]!;
      const v = vMs[cell]!;
      const speed = Math.sqrt(u * u + v * v);
      const product = depth * speed;
      if (speed > mostSpeedMs[cell]!) mostSpeedMs[cell] = speed;
      if (product > mostProduct[cell]!) mostProduct[cell] = product;
      const rating = product + 0.5 * depth;
      const ofBin = ratings[debrisBin(depth, speed)]!;
      if (rating > ofBin[cell]!) ofBin[cell] = rating;
      if (depth > LEAST_ARRIVAL_M) this.#updateTimes(cell, depth, timeS, elapsedS);
    }
  }

  #updateTimes(cell: number, depth: number, timeS: number, elapsedS: number): void {
    for (let at = 0; at < arrivalDepthsM.length; at++) {
      if (depth <= arrivalDepthsM[at]!) return;
      const arrival = this.#arrivalS[at]!;
      if (Number.isNaN(arrival[cell]!)) arrival[cell] = timeS;
      this.#durationS[at]![cell]! += elapsedS;
    }
  }

  /** Largest AIDR class in time: 1–6, 0 where it stayed dry. Allocates. */
  aidr(): Float32Array {
    return Float32Array.from(this.#depthM, (depth, cell) =>
      aidrClassOf(depth, this.#speedMs[cell]!, this.#depthSpeedM2s[cell]!),
    );
  }

  /** Largest UK rating in time with the debris factor of a variant; 0 where it stayed dry. Allocates. */
  rating(variant: DebrisVariant): Float32Array {
    if (this.#shown?.variant === variant) return this.#shown.values;
    const factors = debrisFactors(variant);
    const values = new Float32Array(this.#cells);
    for (let bin = 0; bin < factors.length; bin++) {
      const ratings = this.#ratings[bin]!;
      const factor = factors[bin]!;
      for (let cell = 0; cell < this.#cells; cell++) {
        const rating = ratings[cell]!;
        if (rating >= 0 && rating + factor > values[cell]!) values[cell] = rating + factor;
      }
    }
    this.#shown = { variant, values };
    return values;
  }

  /** Views, but for the rating, which is found when it is asked for. */
  maxima(variant: DebrisVariant = 'urban'): FloodMaxima {
    const keeper = this;
    return {
      timeS: this.#timeS,
      depthM: this.#depthM,
      speedMs: this.#speedMs,
      get hazardRating() {
        return keeper.rating(variant);
      },
      depthSpeedM2s: this.#depthSpeedM2s,
      arrivalS: this.#arrivalS,
      durationS: this.#durationS,
      timeOfMaximumS: this.#timeOfMaximumS,
    };
  }

  /** Views of all that is kept, in an order of its own. */
  arrays(): readonly Float32Array[] {
    return [
      ...[this.#depthM, this.#speedMs, this.#depthSpeedM2s, this.#timeOfMaximumS],
      ...[...this.#ratings, ...this.#arrivalS, ...this.#durationS],
    ];
  }

  /** Copies what `arrays` gave at `timeS`. */
  restore(timeS: number, arrays: readonly Float32Array[]): void {
    const own = this.arrays();
    if (arrays.length !== own.length) {
      throw new RangeError(`Maxima have ${own.length} arrays, but ${arrays.length} came.`);
    }
    for (const [at, array] of own.entries()) array.set(arrays[at]!);
    this.#timeS = timeS;
    this.#shown = undefined;
  }
}
