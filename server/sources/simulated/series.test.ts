import { describe, expect, it } from 'vitest';
import { createSeries } from './series.ts';

const squares = (solved: number[] = []) =>
  createSeries({
    stepMs: 10,
    windowMs: 100,
    solve(startMs, into) {
      solved.push(startMs);
      for (let step = 0; step < into.length; step += 1) into[step] = (startMs + step * 10) ** 2;
    },
  });

describe('a series', () => {
  it('is exact at its steps, linear between them, and has no seam between windows', () => {
    const series = squares();
    expect(series.at(30)).toBe(900);
    expect(series.at(35)).toBe((900 + 1600) / 2);
    expect(series.at(100)).toBe(10_000);
    expect(series.at(99.999)).toBeCloseTo(10_000, 0);
    expect(series.at(-15)).toBe((100 + 400) / 2);
  });

  it('gives the same whichever window is asked for first, and solves each once while it is kept', () => {
    const solved: number[] = [];
    const series = squares(solved);
    const there = [950, 50, 350, 950, 51].map((timeMs) => series.at(timeMs));
    expect(there.at(0)).toBe(there.at(3));
    expect(solved).toEqual([900, 0, 300]);
    expect(squares().at(51)).toBe(there.at(4));
  });
});
