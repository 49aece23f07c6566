import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quality } from '#contract/live-frame.ts';
import type { Thresholds } from '#model/thresholds.ts';
import {
  judge,
  judgeAgain,
  type Reading,
  type Transition,
  unwatched,
  type Watch,
} from './judgement.ts';

type Told = readonly [second: number, value: number, byte?: number];
const toReading = ([second, value, byte = 0]: Told): Reading => ({
  timeMs: second * 1000,
  value,
  quality: byte,
});

/** Judges readings one after the other; transitions as short words. */
function follow(thresholds: Thresholds, readings: readonly Told[], from: Watch = unwatched) {
  let watch = from;
  const told: string[] = [];
  for (const reading of readings) {
    const judged = judge(watch, thresholds, toReading(reading));
    watch = judged.watch;
    if (judged.transition) told.push(inWords(judged.transition));
  }
  return { watch, told };
}
const inWords = (transition: Transition) =>
  transition.kind === 'cleared'
    ? `cleared at ${transition.atMs / 1000}`
    : `${transition.level} at ${transition.atMs / 1000}: ${transition.value} over ${transition.threshold}`;

const limits: Thresholds = { alarmLow: -2, warningLow: -1, warningHigh: 1, alarmHigh: 2 };

describe('judging readings', () => {
  it('tells each change of level once, with the value and the limit it crossed', () => {
    const { told } = follow(limits, [
      [0, 0],
      [1, 1],
      [2, 1.5],
      [3, 2.5],
      [4, 3],
      [5, 1.2],
      [6, 0],
      [7, 0],
    ]);
    expect(told).toEqual([
      'warning at 1: 1 over 1',
      'alarm at 3: 2.5 over 2',
      'warning at 5: 1.2 over 1',
      'cleared at 6',
    ]);
  });

  it('names the limit on the side that was crossed', () => {
    const { told } = follow(limits, [
      [0, -1],
      [1, 5],
      [2, -9],
    ]);
    expect(told).toEqual(['warning at 0: -1 over -1', 'alarm at 1: 5 over 2']);
    expect(follow(limits, [[0, -9]]).told).toEqual(['alarm at 0: -9 over -2']);
  });

  it('holds the level within the deadband', () => {
    const { told } = follow({ ...limits, deadband: 0.5 }, [
      [0, 2],
      [1, 1.6],
      [2, 1.4],
      [3, 0.6],
      [4, 0.5],
      [5, 0.4],
    ]);
    expect(told).toEqual(['alarm at 0: 2 over 2', 'warning at 2: 1.4 over 1', 'cleared at 5']);
  });

  it('waits for the delay and begins it anew after each good value', () => {
    const delayed = { ...limits, delayS: 10 };
    expect(
      follow(delayed, [
        [0, 3],
        [9, 3],
        [9.5, 0],
        [12, 3],
        [21, 3],
        [22, 3],
      ]).told,
    ).toEqual(['alarm at 22: 3 over 2']);
  });

  it('counts the delay of each level by itself', () => {
    expect(
      follow({ ...limits, delayS: 10 }, [
        [0, 1.5],
        [5, 3],
        [10, 3],
        [15, 3],
      ]).told,
    ).toEqual(['warning at 10: 3 over 1', 'alarm at 15: 3 over 2']);
  });

  it('lets a value fall at once, delay or not', () => {
    expect(
      follow({ ...limits, delayS: 10 }, [
        [0, 3],
        [10, 3],
        [11, 0],
      ]).told,
    ).toEqual(['alarm at 10: 3 over 2', 'cleared at 11']);
  });

  it.each([
    ['missing', [2, Number.NaN, quality.missing]],
    ['bad', [2, 0, quality.bad]],
    ['older', [0.5, 0]],
  ] as const)('does not clear by what is %s', (_word, reading) => {
    const { watch, told } = follow(limits, [[1, 3], reading]);
    expect(told).toEqual(['alarm at 1: 3 over 2']);
    expect(watch.level).toBe('alarm');
  });

  it('does not raise by what is bad, and does by what is uncertain or simulated', () => {
    expect(follow(limits, [[1, 3, quality.bad]]).told).toEqual([]);
    expect(follow(limits, [[1, 3, quality.uncertain | 4]]).told).toHaveLength(1);
  });

  it('goes on from a level that stood before the start', () => {
    expect(follow(limits, [[0, 3]], { level: 'alarm' }).told).toEqual([]);
    expect(follow(limits, [[0, 0]], { level: 'alarm' }).told).toEqual(['cleared at 0']);
  });

  it('alternates between raising and clearing and ends where the last value stands', () => {
    const reading = fc.tuple(
      fc.double({ min: -4, max: 4, noNaN: true }),
      fc.constantFrom(0, 0, 0, 2, 3),
    );
    fc.assert(
      fc.property(
        fc.array(reading, { maxLength: 40 }),
        fc.record({ deadband: fc.constantFrom(0, 0.3), delayS: fc.constantFrom(0, 2) }),
        (readings, change) => {
          const thresholds = { ...limits, ...change };
          let watch = unwatched;
          let isStanding = false;
          for (const [second, [value, byte]] of readings.entries()) {
            const { watch: next, transition } = judge(
              watch,
              thresholds,
              toReading([second, value, byte]),
            );
            if (byte >= 2) expect(next).toBe(watch);
            if (transition?.kind === 'cleared') {
              expect(isStanding).toBe(true);
              expect(Math.abs(value)).toBeLessThan(1);
            }
            if (transition) isStanding = transition.kind === 'raised';
            expect(next.level !== 'normal').toBe(isStanding);
            // Never worse than what the value itself says, but for what the deadband holds.
            if (Math.abs(value) < 0.5 && byte < 2) expect(next.level).toBe('normal');
            watch = next;
          }
        },
      ),
    );
  });
});

describe('judging the last reading by other limits', () => {
  const standing = follow(limits, [[0, 3]]).watch;

  it('clears, changes or keeps what stands', () => {
    const again = (thresholds: Thresholds) => judgeAgain(standing, thresholds, 5000).transition;
    expect(again({ alarmHigh: 4 })).toEqual({ kind: 'cleared', atMs: 5000 });
    expect(again({ warningHigh: 2.5, alarmHigh: 4 })).toMatchObject({
      level: 'warning',
      threshold: 2.5,
    });
    expect(again({ alarmHigh: 1 })).toBeUndefined();
    expect(again({})).toEqual({ kind: 'cleared', atMs: 5000 });
  });

  it('waits out the delay from now', () => {
    const calm = follow({}, [[0, 3]]).watch;
    const delayed = { alarmHigh: 1, delayS: 10 };
    const { watch, transition } = judgeAgain(calm, delayed, 5000);
    expect(transition).toBeUndefined();
    expect(
      follow(
        delayed,
        [
          [14, 3],
          [15, 3],
        ],
        watch,
      ).told,
    ).toEqual(['alarm at 15: 3 over 1']);
  });

  it('clears without a reading only where no limit is left', () => {
    const unheard: Watch = { level: 'alarm' };
    expect(judgeAgain(unheard, { alarmHigh: 99 }, 5000)).toEqual({ watch: unheard });
    expect(judgeAgain(unheard, { deadband: 1 }, 5000).transition).toEqual({
      kind: 'cleared',
      atMs: 5000,
    });
    expect(judgeAgain(unwatched, {}, 5000).transition).toBeUndefined();
  });
});
