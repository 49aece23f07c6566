// Observations as others send them → what the tables hold.

import { type Quality, quality, SIMULATED } from '#contract/live-frame.ts';
import { parseInstant } from '#model/time.ts';
import { QueryError } from './query-error.ts';

export interface NewObservation {
  readonly datastream: number;
  /** ms UTC; of an interval its start. */
  readonly timeMs: number;
  /** NaN where the result is no number. */
  readonly value: number;
  /** Quality byte of `live-frame.ts`. */
  readonly quality: number;
  readonly resultTimeMs: number | undefined;
  readonly featureOfInterest: number | undefined;
  /** What the columns have no place for; undefined where there is nothing. */
  readonly more: Readonly<Record<string, unknown>> | undefined;
}

const MEMBERS = [
  ...['phenomenonTime', 'result', 'resultTime', 'resultQuality', 'validTime', 'parameters'],
  ...['Datastream', 'FeatureOfInterest'],
];

/** `datastream` is that of the path. Throws `QueryError` with the member, its value and what was expected. */
export function parseObservation(
  body: unknown,
  nowMs: number,
  datastream?: number,
): NewObservation {
  if (!isObject(body)) throw new QueryError(`Found ${clip(body)}; expected an Observation.`);
  const odd = Object.keys(body).find((name) => !MEMBERS.includes(name));
  if (odd !== undefined) {
    throw new QueryError(
      `An Observation has no ${odd.slice(0, 40)}; it has ${MEMBERS.join(', ')}.`,
    );
  }
  if (body.result === undefined) throw new QueryError('The Observation has no result.');
  const time = toTime(body.phenomenonTime, 'phenomenonTime');
  const resultTime = toTime(body.resultTime, 'resultTime');
  const isNumber = typeof body.result === 'number';
  const isMissing = body.result === null;
  const judged = toQuality(body.resultQuality);
  const more = {
    ...(time?.text?.includes('/') ? { phenomenonTime: time.text } : {}),
    ...(isNumber || isMissing ? {} : { result: body.result }),
    ...(judged === undefined && body.resultQuality != null
      ? { resultQuality: body.resultQuality }
      : {}),
    ...(body.validTime == null ? {} : { validTime: toTime(body.validTime, 'validTime')?.text }),
    ...(body.parameters == null ? {} : { parameters: toParameters(body.parameters) }),
  };
  return {
    datastream: datastream ?? toReference(body.Datastream, 'Datastream'),
    timeMs: time?.startMs ?? nowMs,
    value: typeof body.result === 'number' ? body.result : Number.NaN,
    quality: isMissing ? quality.missing | ((judged ?? 0) & SIMULATED) : (judged ?? quality.good),
    resultTimeMs: resultTime?.startMs,
    featureOfInterest:
      body.FeatureOfInterest == null
        ? undefined
        : toReference(body.FeatureOfInterest, 'FeatureOfInterest'),
    more: Object.keys(more).length > 0 ? more : undefined,
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const clip = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 60);

function toReference(value: unknown, name: string): number {
  const id = isObject(value) ? (value['@iot.id'] ?? value.id) : undefined;
  if (typeof id === 'number' && Number.isInteger(id) && id > 0 && id < 2 ** 31) return id;
  throw new QueryError(
    `${name} is ${clip(value)}; expected one that exists, as in { "@iot.id": 1 }.`,
  );
}

/** An instant or an interval, each with its zone. */
function toTime(value: unknown, name: string) {
  if (value === undefined || value === null) return undefined;
  const [start = '', end, more] = typeof value === 'string' ? value.split('/') : [];
  const startMs = parseInstant(start);
  const endMs = end === undefined ? startMs : parseInstant(end);
  if (startMs === undefined || endMs === undefined || endMs < startMs || more !== undefined) {
    throw new QueryError(
      `${name} is ${clip(value)}; expected an instant with its zone, e.g. 2026-11-26T08:00:00Z, or two with a slash between.`,
    );
  }
  const iso = (ms: number) => new Date(ms).toISOString();
  return { startMs, text: end === undefined ? iso(startMs) : `${iso(startMs)}/${iso(endMs)}` };
}

/** The byte where it says what the platform knows: a word, or what an answer has. */
function toQuality(value: unknown): number | undefined {
  const { quality: word, simulated } = isObject(value) ? value : { quality: value };
  if (typeof word !== 'string' || !isQuality(word)) return undefined;
  return quality[word] | (simulated === true ? SIMULATED : 0);
}

const isQuality = (word: string): word is Quality => Object.hasOwn(quality, word);

function toParameters(value: unknown): Record<string, unknown> {
  if (isObject(value)) return value;
  throw new QueryError(`parameters are ${clip(value)}; expected an object.`);
}

export type ParsedRow =
  | { readonly observation: NewObservation }
  /** One sentence; the other rows are none the worse for it. */
  | { readonly error: string };

const MOST_ROWS = 100_000;

/** Rows in the order of the body, of one datastream after the other. */
export function parseDataArrays(body: unknown, nowMs: number): ParsedRow[] {
  if (!Array.isArray(body)) {
    throw new QueryError(`Found ${clip(body)}; expected a list of objects with a dataArray each.`);
  }
  const rows: ParsedRow[] = [];
  for (const [index, group] of body.entries()) {
    const { Datastream, components, dataArray } = isObject(group) ? group : {};
    if (!isNames(components) || !Array.isArray(dataArray)) {
      throw new QueryError(`Object ${index + 1} of the list has no components or no dataArray.`);
    }
    if (rows.length + dataArray.length > MOST_ROWS) {
      throw new QueryError(
        `There are more than ${MOST_ROWS} observations; send them in parts.`,
        413,
      );
    }
    const datastream = toReference(Datastream, 'Datastream');
    for (const values of dataArray) rows.push(parseRow(values, components, datastream, nowMs));
  }
  return rows;
}

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

function parseRow(
  values: unknown,
  components: readonly string[],
  datastream: number,
  nowMs: number,
): ParsedRow {
  if (!Array.isArray(values) || values.length !== components.length) {
    return { error: `found ${clip(values)}; expected ${components.length} values.` };
  }
  const body = Object.fromEntries(
    components.map((name, index) => {
      const value: unknown = values[index];
      return /^FeatureOfInterest\/(@iot\.)?id$/.test(name)
        ? ['FeatureOfInterest', { '@iot.id': value }]
        : [name, value];
    }),
  );
  try {
    return { observation: parseObservation(body, nowMs, datastream) };
  } catch (error) {
    if (error instanceof QueryError) return { error: error.message };
    throw error;
  }
}
