import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf } from '#model/class-breaks.ts';
import { fitLiveScale, MOST_CLASSES } from './live-scale.ts';

const limitsOf = (values: readonly number[], known?: ReturnType<typeof fitLiveScale>) =>
  fitLiveScale('airTemperature', values, known);

describe('limits between live colours', () => {
  it('tell the rooms of one building apart by half a degree', () => {
    const rooms = [20.6, 21.1, 21.3, 21.4, 21.8, 22.2, 22.6];
    const { breaks } = limitsOf(rooms);
    expect(breaks).toEqual([21, 21.5, 22, 22.5]);
    expect(new Set(rooms.map((value) => classOf(breaks, value))).size).toBe(5);
  });

  it('leave to what lies far off the open class at its end, not the colours of all others', () => {
    const rooms = [21.1, 21.3, 21.4, 21.8, 22.2, 21.6, 21.9, 21.2];
    const { breaks } = limitsOf([...rooms, 80, 5]);
    expect(breaks).toEqual([21, 21.5, 22, 22.5]);
    expect(classOf(breaks, 80)).toBe(4);
    expect(classOf(breaks, 5)).toBe(0);
    for (const room of rooms) expect([1, 2, 3]).toContain(classOf(breaks, room));
    // Also where the fire breaks out later.
    expect(limitsOf([...rooms, 80], limitsOf(rooms)).breaks).toEqual([21.5, 22, 22.5]);
  });

  it('make no difference of what sensors can’t tell apart', () => {
    expect(limitsOf([21.31, 21.32, 21.33]).breaks).toEqual([21, 21.5]);
    expect(limitsOf([21.3]).breaks).toEqual([21, 21.5]);
  });

  it('are round in the unit that is shown', () => {
    const { breaks } = fitLiveScale('waterPressure', [4.12e5, 4.31e5, 4.55e5], undefined);
    expect(breaks).toEqual([4.2e5, 4.3e5, 4.4e5, 4.5e5]);
  });

  it('stay while values move within them, and are fit anew when these fill less than half', () => {
    const wide = limitsOf([15, 18, 21, 24, 27]);
    expect(limitsOf([16, 18, 21, 24, 26], wide)).toBe(wide);
    expect(limitsOf([], wide)).toBe(wide);
    const narrow = limitsOf([21, 21.4, 21.9, 22.3], wide);
    expect(narrow.breaks).toEqual([21.5, 22]);
    expect(limitsOf([10, 21, 22, 23], narrow)).not.toBe(narrow);
  });

  it('ascend, are no more than there are colours for, and leave no end class empty', () => {
    const values = fc.array(
      fc.integer({ min: -500, max: 20_000 }).map((tenths) => tenths / 10),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(values, (all) => {
        const { breaks } = limitsOf(all);
        expect(breaks.length).toBeGreaterThan(0);
        expect(breaks.length).toBeLessThan(MOST_CLASSES);
        for (let at = 1; at < breaks.length; at++) {
          expect(breaks[at]).toBeGreaterThan(breaks[at - 1]!);
        }
        if (breaks.length === 2) return;
        const classes = all.map((value) => classOf(breaks, value));
        expect(Math.min(...classes)).toBe(0);
        expect(Math.max(...classes)).toBe(breaks.length);
      }),
    );
  });
});
