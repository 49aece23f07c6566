// What `/live/…` may be asked, each as a sentence where it is something else.

import { failure, type Result, success } from '#model/result.ts';
import { parseInstant } from '#model/time.ts';
import type { HistoryQuery } from '../live/live-desk.ts';

export type Query = Readonly<Record<string, string | undefined>>;

const DAY_MS = 86_400_000;
/** A frame's times reach over 49 days. */
export const LONGEST_DAYS = 45;
const MOST_DATASTREAMS = 1000;

export function readInstant(query: Query, name: string): Result<number, string> {
  const text = query[name] ?? '';
  const instant = parseInstant(text);
  return instant === undefined
    ? failure(`${name} is “${text}”; expected an instant with its zone, e.g. 2026-11-26T08:00:00Z.`)
    : success(instant);
}

export function readHistoryQuery(query: Query): Result<Omit<HistoryQuery, 'limit'>, string> {
  const from = readInstant(query, 'from');
  const to = readInstant(query, 'to');
  if (!from.ok) return from;
  if (!to.ok) return to;
  if (from.value >= to.value) return failure(`to is ${query.to}; expected an instant after from.`);
  if (to.value - from.value > LONGEST_DAYS * DAY_MS) {
    return failure(`From ${query.from} to ${query.to} are more than ${LONGEST_DAYS} days.`);
  }
  const datastreams = readDatastreams(query.datastreams);
  if (!datastreams.ok) return datastreams;
  const every = query.every;
  const everyS = Number(every);
  if (every !== undefined && !(Number.isFinite(everyS) && everyS >= 1)) {
    return failure(`every is “${every}”; expected seconds, 1 or more.`);
  }
  return success({
    fromMs: from.value,
    toMs: to.value,
    ...(datastreams.value && { datastreams: datastreams.value }),
    ...(every !== undefined && { everyS }),
  });
}

function readDatastreams(text: string | undefined): Result<number[] | undefined, string> {
  if (text === undefined) return success(undefined);
  const parts = text.split(',');
  const wrong = parts.find((part) => !/^\d{1,10}$/.test(part) || Number(part) > 0x7fffffff);
  if (wrong !== undefined) {
    return failure(`datastreams names “${wrong}”; expected numbers with commas between.`);
  }
  return parts.length > MOST_DATASTREAMS
    ? failure(`datastreams names ${parts.length}; expected at most ${MOST_DATASTREAMS}.`)
    : success(parts.map(Number));
}
