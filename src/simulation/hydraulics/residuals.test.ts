import { describe, expect, it } from 'vitest';
import { medianOf, OUTLIER_SCORE, ResidualHistory } from './residuals.ts';

const MINUTES_5 = 300_000;

function fed(values: readonly number[]): ResidualHistory {
  const history = new ResidualHistory(0.001);
  for (const [step, value] of values.entries()) history.judge(step * MINUTES_5, value);
  return history;
}

describe('residuals of a sensor', () => {
  it('says nothing until a dozen were seen', () => {
    const history = fed([1, 2, 3]);
    expect(history.judge(4 * MINUTES_5, 90)).toMatchObject({ score: undefined, count: 3 });
  });

  it('finds no news in a model that is wrong all the time', () => {
    const history = fed(Array.from({ length: 40 }, (_, step) => 5 + 0.1 * (step % 3)));
    expect(Math.abs(history.judge(41 * MINUTES_5, 5.1).score ?? 99)).toBeLessThan(1);
  });

  it('finds a change that one wild value among those before does not hide', () => {
    const values = Array.from({ length: 40 }, (_, step) => 5 + 0.1 * (step % 3));
    values[20] = 5000;
    expect(fed(values).judge(41 * MINUTES_5, 4).score).toBeLessThan(-OUTLIER_SCORE);
  });

  it('is 0.6745 times the distance in deviations from the median', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
    // Median 7, median absolute deviation 3.
    expect(fed(values).judge(99 * MINUTES_5, 13).score).toBeCloseTo((0.6745 * 6) / 3, 9);
  });

  it('takes what the sensor can not tell apart for no spread', () => {
    const { score, spread } = fed(Array(20).fill(2)).judge(99 * MINUTES_5, 2.0005);
    expect(spread).toBe(0.001);
    expect(score).toBeCloseTo(0.33725, 4);
  });

  it('keeps one value in five minutes, and none from before the last', () => {
    const history = new ResidualHistory(0.001);
    for (let second = 0; second < 600; second += 10) history.judge(second * 1000, 1);
    expect(history.judge(0, 1).count).toBe(2);
  });

  it('has a median of even and odd counts, and none of nothing', () => {
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 2, 3])).toBe(2.5);
    expect(medianOf([])).toBeNaN();
  });
});
