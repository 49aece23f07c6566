import { describe, expect, it } from 'vitest';
import type { Alarm } from '#contract/live-event.ts';
import { alarmState, mergeAlarms, sortAlarms } from './alarm.ts';

const anAlarm = (id: number, more: Partial<Alarm> = {}): Alarm => ({
  id,
  datastream: 100,
  level: 'alarm',
  value: 3,
  threshold: 2,
  raisedAtMs: id * 1000,
  ...more,
});
const acknowledged = { acknowledgedAtMs: 5000, acknowledgedBy: 'Control room' };
const cleared = { clearedAtMs: 4000 };

describe('the state of an alarm', () => {
  it('is over only when its value is back and a person knows', () => {
    expect(alarmState(anAlarm(1))).toBe('unacknowledged');
    expect(alarmState(anAlarm(1, cleared))).toBe('returned');
    expect(alarmState(anAlarm(1, acknowledged))).toBe('acknowledged');
    expect(alarmState(anAlarm(1, { ...cleared, ...acknowledged }))).toBe('over');
  });
});

describe('the list of alarms', () => {
  it('begins with what needs a person: unacknowledged, alarms, the latest', () => {
    const list = [
      anAlarm(1, acknowledged),
      anAlarm(2, cleared),
      anAlarm(3, { level: 'warning' }),
      anAlarm(4),
      anAlarm(5),
    ];
    expect(sortAlarms(list).map(({ id }) => id)).toEqual([5, 4, 3, 2, 1]);
  });

  it('takes news in by id, drops what is over, and is replaced by a snapshot', () => {
    const known = [anAlarm(1), anAlarm(2)];
    const news = [anAlarm(1, { ...cleared, ...acknowledged }), anAlarm(3)];
    const ids = (isSnapshot: boolean) =>
      mergeAlarms(known, { isSnapshot, alarms: news }).map(({ id }) => id);
    expect(ids(false)).toEqual([3, 2]);
    expect(ids(true)).toEqual([3]);
  });
});
