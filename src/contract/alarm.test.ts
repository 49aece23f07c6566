import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { acknowledgement, alarmStateOf } from './alarm.ts';

describe('an alarm', () => {
  it.each([
    [{}, 'unacknowledged'],
    [{ acknowledgedAtMs: 2 }, 'acknowledged'],
    [{ clearedAtMs: 3 }, 'returned'],
    [{ acknowledgedAtMs: 2, clearedAtMs: 3 }, 'normal'],
    [{ acknowledgedAtMs: 0, clearedAtMs: 0 }, 'normal'],
  ] as const)('with %j is %s', (alarm, state) => expect(alarmStateOf(alarm)).toBe(state));

  it('is acknowledged by somebody with a name', () => {
    expect(v.parse(acknowledgement, { by: ' Ada ', note: ' seen ' })).toEqual({
      by: 'Ada',
      note: 'seen',
    });
    for (const body of [{}, { by: '' }, { by: '   ' }, { by: 'x'.repeat(101) }, { by: 7 }, []]) {
      expect(v.is(acknowledgement, body)).toBe(false);
    }
  });
});
