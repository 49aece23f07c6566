// The life of an alarm after IEC 62682, and what an operator sends to change it. The alarm itself travels as
// `alarm` of `live-event.ts`.

import * as v from 'valibot';
import type { Alarm } from './live-event.ts';

/** The four states of IEC 62682: unacknowledged, acknowledged, returned to normal unacknowledged, normal. */
export type AlarmState = 'unacknowledged' | 'acknowledged' | 'returned' | 'normal';

export function alarmStateOf({
  clearedAtMs,
  acknowledgedAtMs,
}: Pick<Alarm, 'clearedAtMs' | 'acknowledgedAtMs'>): AlarmState {
  if (clearedAtMs === undefined) {
    return acknowledgedAtMs === undefined ? 'unacknowledged' : 'acknowledged';
  }
  return acknowledgedAtMs === undefined ? 'returned' : 'normal';
}

/** Body of `POST /alarms/{id}/acknowledgement`. */
export const acknowledgement = v.object({
  /** Who takes notice, as colleagues know them. */
  by: v.pipe(v.string(), v.trim(), v.minLength(1, 'expected a name'), v.maxLength(100)),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000))),
});
export type Acknowledgement = v.InferOutput<typeof acknowledgement>;
