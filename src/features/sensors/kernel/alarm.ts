// The life of an alarm after IEC 62682 (ISA-18.2): it stands until its value is back, and waits until a
// person has acknowledged it; one that is neither is over.

import type { Alarm } from '#contract/live-event.ts';

export type AlarmState = 'unacknowledged' | 'returned' | 'acknowledged' | 'over';

/**
 * `unacknowledged`: stands, and nobody has said that they know. `returned`: its value is back, but nobody
 * saw it. `acknowledged`: stands, and is known. `over`: neither.
 */
export function alarmState(alarm: Alarm): AlarmState {
  const isStanding = alarm.clearedAtMs === undefined;
  if (isUnacknowledged(alarm)) return isStanding ? 'unacknowledged' : 'returned';
  return isStanding ? 'acknowledged' : 'over';
}

export const isUnacknowledged = (alarm: Alarm): boolean => alarm.acknowledgedAtMs === undefined;

const urgency: readonly AlarmState[] = ['unacknowledged', 'returned', 'acknowledged', 'over'];

/** What needs a person first: unacknowledged before acknowledged, alarms before warnings, the latest first. */
export const sortAlarms = (alarms: readonly Alarm[]): readonly Alarm[] =>
  alarms.toSorted(
    (a, b) =>
      urgency.indexOf(alarmState(a)) - urgency.indexOf(alarmState(b)) ||
      Number(b.level === 'alarm') - Number(a.level === 'alarm') ||
      b.raisedAtMs - a.raisedAtMs,
  );

/** The alarms after news: what stands or waits, each once. */
export function mergeAlarms(
  known: readonly Alarm[],
  news: { readonly isSnapshot: boolean; readonly alarms: readonly Alarm[] },
): readonly Alarm[] {
  const byId = new Map(news.isSnapshot ? [] : known.map((alarm) => [alarm.id, alarm]));
  for (const alarm of news.alarms) byId.set(alarm.id, alarm);
  return sortAlarms([...byId.values()].filter((alarm) => alarmState(alarm) !== 'over'));
}
