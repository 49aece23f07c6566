import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecentReadings } from './recent-readings.ts';

const MEBIBYTE = 1024 * 1024;

describe('the readings of the last minutes', () => {
  it('are found by row in order of time, of one instant the last to come', () => {
    const recent = new RecentReadings(3, MEBIBYTE);
    recent.add(1, 2000, 20, 0);
    recent.add(0, 1000, 1, 0);
    recent.add(1, 1000, 10, 2);
    recent.add(1, 2000, 21, 1);
    recent.add(1, 3000, 30, 0);
    expect(recent.find(1, 1000, 3000)).toEqual({
      timeMs: Float64Array.of(1000, 2000),
      value: Float64Array.of(10, 21),
      quality: Uint8Array.of(2, 1),
    });
    expect(recent.find(2, 0, 9000).timeMs).toEqual(new Float64Array());
  });

  it('are complete from the last break on, and not at all before the first', () => {
    const recent = new RecentReadings(1, MEBIBYTE);
    expect(recent.coveredFromMs).toBe(Number.POSITIVE_INFINITY);
    recent.breakAt(5000);
    expect(recent.coveredFromMs).toBe(5000);
    recent.clear();
    expect(recent.coveredFromMs).toBe(Number.POSITIVE_INFINITY);
  });

  it('keep to their bytes and say from when on they are complete', () => {
    const limit = 6 * MEBIBYTE;
    const recent = new RecentReadings(2, limit);
    recent.breakAt(0);
    const count = 600_000;
    for (let at = 0; at < count; at += 1) recent.add(at % 2, at, at, 0);
    expect(recent.bytes).toBeLessThanOrEqual(limit);
    expect(recent.bytes).toBeGreaterThan(limit / 2);
    const from = recent.coveredFromMs;
    expect(from).toBeGreaterThan(count / 2);
    const found = recent.find(1, from, count);
    expect(found.timeMs.length).toBe(Math.floor((count - from) / 2 + 0.5));
    expect(found.timeMs.at(-1)).toBe(count - 1);
  });

  it('forget a row that has long been silent, and know it when it speaks again', () => {
    const recent = new RecentReadings(2, 3 * MEBIBYTE);
    recent.add(0, 1, 1, 0);
    for (let at = 0; at < 300_000; at += 1) recent.add(1, at, at, 0);
    expect(recent.find(0, 0, 10).timeMs.length).toBe(0);
    recent.add(0, 7, 7, 0);
    expect([...recent.find(0, 0, 10).value]).toEqual([7]);
  });

  it('hold nothing of what was before the clock went back', () => {
    const recent = new RecentReadings(1, MEBIBYTE);
    recent.add(0, 9000, 1, 0);
    recent.clear();
    recent.add(0, 4000, 2, 0);
    expect([...recent.find(0, 0, 10_000).timeMs]).toEqual([4000]);
  });

  it('answer like a plain list, whatever comes in whatever order', () => {
    const reading = fc.tuple(fc.nat(3), fc.nat(50), fc.nat(100));
    fc.assert(
      fc.property(fc.array(reading), fc.nat(50), fc.nat(50), (readings, from, to) => {
        const recent = new RecentReadings(4, MEBIBYTE);
        for (const [row, time, value] of readings) recent.add(row, time, value, 0);
        for (let row = 0; row < 4; row += 1) {
          const expected = new Map<number, number>();
          for (const [of, time, value] of readings) {
            if (of === row && time >= from && time < to) expected.set(time, value);
          }
          const found = recent.find(row, from, to);
          expect([...found.timeMs]).toEqual([...expected.keys()].sort((a, b) => a - b));
          expect([...found.value]).toEqual([...found.timeMs].map((time) => expected.get(time)));
        }
      }),
    );
  });
});
