import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace, type Pace } from './pace.ts';

let ticks: number[];
let pace: Pace;
const start = () => {
  const began = performance.now();
  ticks = [];
  pace = createPace(() => ticks.push(Math.round(performance.now() - began)));
};
const pass = (ms: number) => vi.advanceTimersByTime(ms);

beforeEach(() => {
  vi.useFakeTimers();
  start();
});
afterEach(() => {
  pace.stop();
  vi.useRealTimers();
});

describe('the pace of frames', () => {
  it('is a beat a second where nothing is new', () => {
    pass(3500);
    expect(ticks).toEqual([1000, 2000, 3000]);
  });

  it('follows a source that delivers once a second, at once', () => {
    pass(700);
    for (let second = 0; second < 4; second += 1) {
      pace.news();
      pass(1000);
    }
    expect(ticks).toEqual([720, 1720, 2720, 3720]);
  });

  it('leaves no reading waiting longer than 400 ms, and makes no more frames for it', () => {
    const waits: number[] = [];
    for (let at = 0; at < 10_000; at += 10) {
      const before = ticks.length;
      pace.news();
      pass(10);
      if (ticks.length > before) waits.push((ticks.at(-1) ?? 0) - (ticks.at(-2) ?? 0));
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(420);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(400);
    expect(ticks.length).toBe(25);
  });

  it('gathers what comes together into one frame', () => {
    pass(2500);
    pace.news();
    pass(10);
    pace.news();
    pass(900);
    expect(ticks).toEqual([1000, 2000, 2520]);
  });

  it('makes no frame after it was stopped', () => {
    pace.news();
    pace.stop();
    pass(5000);
    expect(ticks).toEqual([]);
  });
});
