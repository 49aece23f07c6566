// An incident and its log: what happened in a city, what was known and done, in order. The log is append-only; who
// replays it sees what was known when. Words after CAP 1.2 where it has them. Times in ms UTC: `atMs` in the city's
// own time, `recordedAtMs` by the server's clock.

import * as v from 'valibot';
import type { Text } from '#model/text.ts';

const instantMs = v.pipe(v.number(), v.finite());
const short = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest));
const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'expected a name'), v.maxLength(100));
/** Made by whoever sends it, so that what is sent twice is kept once. */
const key = v.pipe(v.string(), v.uuid('expected a UUID'));

export const incidentKinds = ['pipeBurst', 'contamination', 'flood', 'fire', 'drill'] as const;
export const incidentSeverities = ['extreme', 'severe', 'moderate', 'minor', 'unknown'] as const;

/** A thing of the city that the incident is about, as the store names a selected thing. */
const subject = v.object({ feature: short(40), id: short(400) });

/** What an entry says happened. `state` keeps what was known: numbers, lists; `field`: what people did out there. */
export const entryKinds = ['opened', 'note', 'state', 'field', 'workOrder', 'closed'] as const;

/**
 * Something done in the field to a network, which the readings of the city follow: a link (pipe, pump, regulator)
 * that lets nothing through any more or does again, a valve that was turned with the link it sits on, a burst that
 * was repaired.
 */
export const fieldAction = v.object({
  act: v.picklist(['close', 'open', 'stuck', 'repair']),
  network: short(80),
  /** Id of the link. */
  link: short(200),
  /** Id of the valve that was turned. */
  valve: v.optional(short(200)),
});
export type FieldAction = v.InferOutput<typeof fieldAction>;

const MOST_DATA = 64 * 1024;
const data = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check(
    (value) => JSON.stringify(value).length <= MOST_DATA,
    `expected at most ${MOST_DATA} characters of JSON`,
  ),
);

/** Body of `POST /incidents/{id}/entries`. */
export const newEntry = v.object({
  key,
  atMs: instantMs,
  by: v.optional(name),
  kind: v.picklist(entryKinds),
  text: v.optional(short(2000), ''),
  /** Of kind `field`. */
  action: v.optional(fieldAction),
  data: v.optional(data, {}),
});
export type NewEntry = v.InferInput<typeof newEntry>;

/** What an entry is made of before it is put in somebody's language. */
export interface IncidentLine {
  readonly text: Text;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Body of `POST /incidents`. */
export const newIncident = v.object({
  key,
  city: short(100),
  kind: v.picklist(incidentKinds),
  headline: v.pipe(v.string(), v.trim(), v.minLength(1, 'expected a headline'), v.maxLength(200)),
  severity: v.picklist(incidentSeverities),
  /** When it began, as far as is known. */
  onsetMs: instantMs,
  atMs: instantMs,
  longitudeDeg: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  latitudeDeg: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  subject: v.optional(subject),
  by: v.optional(name),
  data: v.optional(data, {}),
});
export type NewIncident = v.InferInput<typeof newIncident>;

export const entry = v.object({
  /** From 1, without a gap. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  key,
  atMs: instantMs,
  recordedAtMs: instantMs,
  by: v.optional(v.string()),
  kind: v.picklist(entryKinds),
  text: v.string(),
  action: v.optional(fieldAction),
  data,
});
export type IncidentEntry = v.InferOutput<typeof entry>;

export const incident = v.object({
  id: v.pipe(v.number(), v.integer(), v.minValue(1)),
  key,
  city: v.string(),
  kind: v.picklist(incidentKinds),
  headline: v.string(),
  severity: v.picklist(incidentSeverities),
  onsetMs: instantMs,
  openedAtMs: instantMs,
  closedAtMs: v.optional(instantMs),
  longitudeDeg: v.number(),
  latitudeDeg: v.number(),
  subject: v.optional(subject),
  /** Entries in its log. */
  entries: v.number(),
});
export type Incident = v.InferOutput<typeof incident>;

/** What `GET /incidents?city=ID` answers, the latest first. */
export const incidentList = v.object({ incidents: v.array(incident) });
/** What `GET /incidents/{id}` answers. */
export const incidentRecord = v.object({ incident, log: v.array(entry) });
export type IncidentRecord = v.InferOutput<typeof incidentRecord>;
