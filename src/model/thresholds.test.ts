import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findThresholdFault, levelOf, levels, type Thresholds } from './thresholds.ts';

const river: Thresholds = { warningHigh: 2, alarmHigh: 3, deadband: 0.2 };

describe('the level of a value', () => {
  it.each([
    [1.99, 'normal'],
    [2, 'warning'],
    [2.99, 'warning'],
    [3, 'alarm'],
  ] as const)('of %d m is %s on the way up', (value, level) => {
    expect(levelOf(value, river)).toBe(level);
  });

  it.each([
    [2.9, 'alarm'],
    [2.79, 'warning'],
    [1.9, 'warning'],
    [1.79, 'normal'],
  ] as const)('of %d m is %s on the way down from an alarm, deadband and all', (value, level) => {
    expect(levelOf(value, river, 'alarm')).toBe(level);
  });

  it('knows limits below as well', () => {
    const pressure: Thresholds = { alarmLow: 1e5, warningLow: 2e5 };
    expect([2.1e5, 1.5e5, 0.9e5].map((value) => levelOf(value, pressure))).toEqual([
      'normal',
      'warning',
      'alarm',
    ]);
  });

  it('never lets a wider deadband lower a level sooner', () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        value,
        fc.constantFrom(...levels),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (at, held, deadband) => {
          const narrow = levelOf(at, { ...river, deadband: 0 }, held);
          const wide = levelOf(at, { ...river, deadband }, held);
          expect(levels.indexOf(wide)).toBeGreaterThanOrEqual(levels.indexOf(narrow));
        },
      ),
    );
  });
});

describe('limits', () => {
  it('are right where they rise from low to high', () => {
    expect(
      findThresholdFault({ alarmLow: 1, warningLow: 2, warningHigh: 3, alarmHigh: 4 }),
    ).toBeUndefined();
    expect(findThresholdFault({})).toBeUndefined();
  });

  it('name the two that stand the wrong way round', () => {
    expect(findThresholdFault({ alarmLow: 1, alarmHigh: 0.5 })).toBe(
      'alarmLow is 1 and alarmHigh is 0.5; expected alarmLow below alarmHigh.',
    );
  });

  it('are finite, deadband and delay not negative', () => {
    expect(findThresholdFault({ alarmHigh: Number.NaN })).toContain('alarmHigh is NaN');
    expect(findThresholdFault({ deadband: -1 })).toContain('deadband is -1');
    expect(findThresholdFault({ delayS: Number.POSITIVE_INFINITY })).toContain(
      'delayS is Infinity',
    );
  });
});
