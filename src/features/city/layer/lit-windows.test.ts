import { describe, expect, it } from 'vitest';
import { parseInstant } from '#model/time.ts';
import { createAppStore } from '#store/store.ts';
import { litShares, solarHour } from './lit-windows.ts';

const at = (text: string) => {
  const { clock } = createAppStore().getState();
  return solarHour({ clock: { ...clock, now: parseInstant(text)! }, city: undefined });
};

describe('lit windows', () => {
  it('follow the hour of the sun in half hours, before 1970 as well', () => {
    expect(at('2025-06-20T22:40:00Z')).toBe(22.5);
    expect(at('1969-12-31T01:10:00Z')).toBe(1);
  });

  it('are most at home in the evening, at work in the day, and few in the dead of night', () => {
    const hours = Array.from({ length: 48 }, (_, half) => half / 2);
    const most = (which: 0 | 1) =>
      hours.reduce((best, hour) => (litShares(hour)[which] > litShares(best)[which] ? hour : best));
    expect(most(0)).toBe(20);
    expect(most(1)).toBe(16);
    expect(litShares(3)[0]).toBeLessThan(0.1);
  });

  it('change little from one half hour to the next, over midnight too', () => {
    for (let half = 0; half < 48; half++) {
      const [now, soon] = [litShares(half / 2), litShares(((half + 1) % 48) / 2)];
      for (const which of [0, 1] as const) {
        expect(now[which]).toBeGreaterThan(0);
        expect(now[which]).toBeLessThan(1);
        expect(Math.abs(now[which] - soon[which])).toBeLessThan(0.2);
      }
    }
  });
});
