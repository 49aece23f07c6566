// A quantity that remembers its past, solved for a whole window of time when first asked for and
// interpolated within. Windows are kept, the latest few; each is solved from the same inputs whoever asks.

export interface Series {
  /** Linear between the steps. */
  at(timeMs: number): number;
}

export interface SeriesPlan {
  readonly stepMs: number;
  /** A whole number of steps. */
  readonly windowMs: number;
  /** Fills `into[i]` with the value at `startMs + i × stepMs`; the last one opens the next window. */
  solve(startMs: number, into: Float64Array): void;
}

const KEPT = 4;

export function createSeries({ stepMs, windowMs, solve }: SeriesPlan): Series {
  const windows = new Map<number, Float64Array>();
  let lastWindow = Number.NaN;
  let lastValues = new Float64Array(0);

  function windowOf(index: number): Float64Array<ArrayBuffer> {
    const known = windows.get(index);
    if (known) return known as Float64Array<ArrayBuffer>;
    const values = new Float64Array(windowMs / stepMs + 1);
    solve(index * windowMs, values);
    const [oldest] = windows.keys();
    if (windows.size >= KEPT && oldest !== undefined) windows.delete(oldest);
    windows.set(index, values);
    return values;
  }
  return {
    at(timeMs) {
      const index = Math.floor(timeMs / windowMs);
      if (index !== lastWindow) {
        lastValues = windowOf(index);
        lastWindow = index;
      }
      const position = (timeMs - index * windowMs) / stepMs;
      const step = Math.floor(position);
      const from = lastValues[step]!;
      return from + (lastValues[step + 1]! - from) * (position - step);
    },
  };
}
