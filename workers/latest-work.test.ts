import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LatestWork } from './latest-work.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('latest work', () => {
  it('waits twice as long after each failure, at most half a minute, until it succeeds', async () => {
    const starts: number[] = [];
    const onSuccess = vi.fn();
    const work = new LatestWork({ onFailure: () => true, onSuccess });
    work.run(async () => {
      starts.push(Date.now());
      if (starts.length < 7) throw new Error('away');
    });
    await vi.advanceTimersByTimeAsync(200_000);
    const waits = starts.slice(1).map((at, index) => at - starts[index]!);
    expect(waits).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(onSuccess).toHaveBeenCalledOnce();
  });

  it('is forgotten when newer work or the end comes', async () => {
    const done: string[] = [];
    const work = new LatestWork({ onFailure: () => true, onSuccess: () => done.push('success') });
    const failing = async () => {
      done.push('failing');
      throw new Error('away');
    };
    work.run(failing);
    await vi.advanceTimersByTimeAsync(0);
    work.run(async () => void done.push('newer'));
    await vi.advanceTimersByTimeAsync(100_000);
    work.run(failing);
    await vi.advanceTimersByTimeAsync(0);
    work.stop();
    work.again();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(done).toEqual(['failing', 'newer', 'success', 'failing']);
  });
});
