// Measured less solved at each sensor, and how unusual that is: the modified z-score of Iglewicz and Hoaglin 1993,
// 0.6745 · (r − median) / MAD over what the sensor showed before. A model is never right everywhere; what it says
// wrongly all the time is no news, a change is.

export interface ResidualScore {
  /** Undefined until enough was seen. */
  readonly score: number | undefined;
  readonly median: number;
  /** Median absolute deviation, at least the sensor's resolution. */
  readonly spread: number;
  readonly count: number;
}

/** Beyond this a value is called an outlier (same source). */
export const OUTLIER_SCORE = 3.5;

const ENOUGH = 12;
const KEPT = 288;

/** Residuals of one sensor, in the unit of its property; the oldest give way. */
export class ResidualHistory {
  readonly #values: number[] = [];
  readonly #resolution: number;
  #lastMs = Number.NEGATIVE_INFINITY;
  readonly #everyMs: number;

  /** `resolution`: what the sensor can't tell apart. Kept at most once every `everyMs`. */
  constructor(resolution: number, everyMs = 300_000) {
    this.#resolution = resolution;
    this.#everyMs = everyMs;
  }

  /** Judges a value by those before it, then keeps it. Going back in time keeps nothing. */
  judge(timeMs: number, residual: number): ResidualScore {
    const judged = this.#score(residual);
    if (timeMs - this.#lastMs >= this.#everyMs) {
      this.#values.push(residual);
      if (this.#values.length > KEPT) this.#values.shift();
      this.#lastMs = timeMs;
    }
    return judged;
  }

  #score(residual: number): ResidualScore {
    const count = this.#values.length;
    const median = medianOf(this.#values);
    const deviation = medianOf(this.#values.map((value) => Math.abs(value - median)));
    const spread = Math.max(this.#resolution, deviation);
    const score = count < ENOUGH ? undefined : (0.6745 * (residual - median)) / spread;
    return { score, median, spread, count };
  }
}

export function medianOf(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
