// Text messages of `/live`, and what `/alarms` and `/live/clock` answer: JSON, times in ms UTC, values in
// the stored unit of the datastream.

import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const number = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A value that crossed a limit. It stands until `clearedAtMs`, and waits until `acknowledgedAtMs`. */
export const alarm = v.object({
  id: number,
  /** Number of the datastream. */
  datastream: number,
  level: v.picklist(['warning', 'alarm']),
  /** The value that raised it, and the limit that it crossed. */
  value: finite,
  threshold: finite,
  raisedAtMs: finite,
  clearedAtMs: v.optional(finite),
  acknowledgedAtMs: v.optional(finite),
  acknowledgedBy: v.optional(v.string()),
  note: v.optional(v.string()),
});
export type Alarm = v.InferOutput<typeof alarm>;

/** What `GET /alarms` answers, the latest first. */
export const alarmList = v.object({ alarms: v.array(alarm) });

/** The time that a city's readings live in. */
export const liveClock = v.object({
  nowMs: finite,
  /** Seconds of source time a second; 0 while paused. */
  rate: v.pipe(finite, v.minValue(0)),
  isSettable: v.boolean(),
});
export type LiveClock = v.InferOutput<typeof liveClock>;

/** Body of `PUT /live/clock`. */
export const liveClockChange = v.object({
  nowMs: v.optional(finite),
  rate: v.optional(v.pipe(finite, v.minValue(0))),
});

export const liveEvent = v.variant('kind', [
  v.object({ kind: v.literal('alarm'), alarm }),
  v.object({ kind: v.literal('clock'), clock: liveClock }),
  /** Datastreams came or went: ask `/live/datastreams` again. */
  v.object({ kind: v.literal('catalogue') }),
]);
export type LiveEvent = v.InferOutput<typeof liveEvent>;

/** Throws one sentence where `text` is no event. */
export function parseLiveEvent(text: string): LiveEvent {
  const parsed = v.safeParse(liveEvent, JSON.parse(text));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`Live event, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}.`);
}
