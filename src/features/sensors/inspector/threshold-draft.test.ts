import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findThresholdFault } from '#model/thresholds.ts';
import { faultsOf, fromDraft, toDraft } from './threshold-draft.ts';

const some = fc.record(
  {
    alarmLow: fc.double({ min: -5, max: 5, noNaN: true }),
    warningLow: fc.double({ min: -5, max: 5, noNaN: true }),
    warningHigh: fc.double({ min: -5, max: 5, noNaN: true }),
    alarmHigh: fc.double({ min: -5, max: 5, noNaN: true }),
    deadband: fc.double({ min: -1, max: 1, noNaN: true }),
    delayS: fc.double({ min: -1, max: 1, noNaN: true }),
  },
  { requiredKeys: [] },
);

it('is in the unit that is shown, but for the delay', () => {
  const draft = toDraft({ alarmHigh: 0.25, deadband: 0.02, delayS: 30 }, 'waterDepth');
  expect(draft).toEqual({ alarmHigh: 25, deadband: 2, delayS: 30 });
  expect(fromDraft({ alarmHigh: 30 }, 'waterDepth')).toEqual({ alarmHigh: 0.3 });
});

it('finds fault with exactly what the model does', () => {
  fc.assert(
    fc.property(some, (draft) => {
      const isFaulty = Object.keys(faultsOf(draft)).length > 0;
      expect(isFaulty).toBe(findThresholdFault(draft) !== undefined);
    }),
  );
});

it('names the two limits that are the wrong way round, next to the upper one', () => {
  const faults = faultsOf({ alarmLow: 1, warningHigh: 1 });
  expect(Object.keys(faults)).toEqual(['warningHigh']);
  expect(faults.warningHigh?.en).toBe('“Alarm, low” must be below “Warning, high”.');
});
