import { describe, expect, it } from 'vitest';
import { numberFormat, timeFormat } from './formats.ts';
import { fromWallClock, zoneOffsetMs } from './wall-clock.ts';

const HOUR_MS = 3_600_000;
const berlin = 'Europe/Berlin';

describe('what clocks of a zone show', () => {
  it('is an hour ahead of UTC in winter and two in summer, in Berlin', () => {
    expect(zoneOffsetMs(Date.UTC(2026, 0, 1, 12, 0, 0, 250), berlin)).toBe(HOUR_MS);
    expect(zoneOffsetMs(Date.UTC(2026, 6, 1, 12), berlin)).toBe(2 * HOUR_MS);
    expect(zoneOffsetMs(Date.UTC(2026, 6, 1, 12), 'Asia/Kathmandu')).toBe(5.75 * HOUR_MS);
  });

  it('leads back to the instant on both sides of a change of clocks', () => {
    for (const timeMs of [Date.UTC(2026, 2, 29, 0, 59), Date.UTC(2026, 2, 29, 1, 1)]) {
      expect(fromWallClock(timeMs + zoneOffsetMs(timeMs, berlin), berlin)).toBe(timeMs);
    }
  });

  it('is the second of two instants where an hour comes twice', () => {
    expect(fromWallClock(Date.UTC(2026, 9, 25, 2, 30), berlin)).toBe(Date.UTC(2026, 9, 25, 1, 30));
  });
});

describe('formats', () => {
  it('are made once for the same wishes, and apart for others', () => {
    const options = { maximumFractionDigits: 1 };
    expect(numberFormat('en-GB', options)).toBe(numberFormat('en-GB', { ...options }));
    expect(numberFormat('en-GB', options)).not.toBe(numberFormat('zh-CN', options));
    expect(numberFormat('en-GB', options).format(1234.56)).toBe('1,234.6');
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    expect(timeFormat('en-GB', { ...clock, timeZone: berlin }).format(0)).toBe('01:00');
    expect(timeFormat('en-GB', { ...clock, timeZone: 'UTC' }).format(0)).toBe('00:00');
  });
});
