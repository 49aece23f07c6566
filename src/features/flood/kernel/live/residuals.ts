// Gauge less simulated at the gauge's place, and how large it was so far. m.

/** A record of residuals of one gauge. */
export class Residuals {
  #count = 0;
  #squares = 0;
  #lastMs = Number.NaN;

  /** Each reading counts once. */
  add(timeMs: number, residualM: number): void {
    if (!Number.isFinite(residualM) || timeMs === this.#lastMs) return;
    this.#lastMs = timeMs;
    this.#count++;
    this.#squares += residualM * residualM;
  }

  /** Time of the latest reading that counted (ms UTC); NaN: none. */
  get lastMs(): number {
    return this.#lastMs;
  }

  get rmsM(): number | undefined {
    return this.#count > 0 ? Math.sqrt(this.#squares / this.#count) : undefined;
  }
}

/** A sample farther from the time asked for says nothing of it. */
const MOST_APART_S = 300;

/** Level at a time between the samples; undefined outside them or where it is dry (NaN, no depth). */
export function levelAt(
  timeS: Float64Array,
  levelM: Float32Array,
  depthM: Float32Array,
  atS: number,
): number | undefined {
  const next = timeS.findIndex((time) => time >= atS);
  const at = next < 0 ? timeS.length - 1 : next;
  const time = timeS[at];
  const before = timeS[at - 1];
  const apartS = Math.min(...[time, before].map((one) => Math.abs((one ?? Infinity) - atS)));
  if (time === undefined || apartS > MOST_APART_S) return undefined;
  const isWet = (row: number) => (depthM[row] ?? 0) > 0 && Number.isFinite(levelM[row]);
  if (!isWet(at)) return undefined;
  if (before === undefined || time <= atS || !isWet(at - 1)) return levelM[at];
  const share = (atS - before) / (time - before);
  return (levelM[at - 1] ?? 0) * (1 - share) + (levelM[at] ?? 0) * share;
}
