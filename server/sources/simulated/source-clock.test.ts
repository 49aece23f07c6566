import { describe, expect, it } from 'vitest';
import { DAY, MINUTE, SECOND } from './local-clock.ts';
import { createSourceClock } from './source-clock.ts';

const now = Date.parse('2026-11-26T09:00:00Z');

describe('the clock of the source', () => {
  it('starts with the time on the wall, races, and tells who watches', () => {
    let wall = now;
    const clock = createSourceClock(() => wall);
    let told = 0;
    const stop = clock.watch(() => {
      told += 1;
    });
    clock.set({ rate: 60 });
    wall += 2 * SECOND;
    expect(clock.read()).toEqual({ nowMs: now + 2 * MINUTE, rate: 60 });
    clock.set({ nowMs: now - DAY });
    expect(clock.read()).toEqual({ nowMs: now - DAY, rate: 60 });
    expect(told).toBe(2);
    stop();
    clock.set({ rate: 1 });
    expect(told).toBe(2);
  });

  it.each([
    { rate: -1 },
    { rate: Number.NaN },
    { rate: Number.POSITIVE_INFINITY },
    { nowMs: Number.NaN },
  ])('refuses %o and runs on', (change) => {
    const clock = createSourceClock(() => now);
    expect(() => clock.set(change)).toThrow(/expected/);
    expect(clock.read()).toEqual({ nowMs: now, rate: 1 });
  });
});
