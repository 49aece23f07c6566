// Alarms in the database: one row from the moment a condition begins until it is over and somebody has taken
// notice. What comes back before that is the same alarm again.

import type { Alarm } from '#contract/live-event.ts';
import type { Database, Queries } from '../storage/database.ts';
import type { Transition } from './judgement.ts';

export interface AlarmQuery {
  readonly city: string;
  /** `standing`: stands or waits to be acknowledged; `uncleared`: the condition is there now. */
  readonly state: 'standing' | 'uncleared' | 'all';
  readonly limit: number;
}

interface AlarmRow {
  readonly id: number;
  readonly datastream_id: number;
  readonly level: 'warning' | 'alarm';
  readonly value: number;
  readonly threshold: number;
  readonly raised_at: Date;
  readonly cleared_at: Date | null;
  readonly acknowledged_at: Date | null;
  readonly acknowledged_by: string | null;
  readonly note: string | null;
}

const returned = `alarm.id, datastream_id, level, value, threshold, raised_at, cleared_at,
  acknowledged_at, acknowledged_by, note`;
const ofCity = `datastream_id in (
  select datastream.id from datastream join thing on thing.id = thing_id where city = $1)`;
const conditions = {
  standing: 'and (cleared_at is null or acknowledged_at is null)',
  uncleared: 'and cleared_at is null',
  all: '',
} as const;

/** The latest first. */
export async function listAlarms(
  { query }: Queries,
  { city, state, limit }: AlarmQuery,
): Promise<Alarm[]> {
  const rows = await query<AlarmRow>(
    `select ${returned} from alarm where ${ofCity} ${conditions[state]}
    order by raised_at desc, id desc limit $2`,
    [city, limit],
  );
  return rows.map(toAlarm);
}

/** Writes what happened; undefined where it is known already, as after a crash or a rewind. */
export async function recordTransition(
  database: Database,
  datastream: number,
  transition: Transition,
): Promise<Alarm | undefined> {
  const at = new Date(transition.atMs);
  if (transition.kind === 'cleared') {
    return change(
      database,
      // An alarm ends no sooner than it began, whatever the clocks say.
      `update alarm set cleared_at = greatest($2, raised_at)
      where datastream_id = $1 and cleared_at is null returning ${returned}`,
      [datastream, at],
    );
  }
  const { level, value, threshold } = transition;
  return database.transact(async (queries) => {
    const standing = await queries.query(
      'select from alarm where datastream_id = $1 and cleared_at is null for update',
      [datastream],
    );
    const parameters = [datastream, level, value, threshold];
    if (standing.length > 0) return change(queries, changeLevelSql, parameters);
    const again = await change(queries, raiseAgainSql, [...parameters, at]);
    return again ?? change(queries, raiseSql, [...parameters, at]);
  });
}

/** What became worse has to be noticed anew. */
const changeLevelSql = `
  update alarm set level = $2, value = $3, threshold = $4,
    acknowledged_at = case when $2 = 'warning' then acknowledged_at end,
    acknowledged_by = case when $2 = 'warning' then acknowledged_by end,
    note = case when $2 = 'warning' then note end
  where datastream_id = $1 and cleared_at is null and level <> $2 returning ${returned}`;

const raiseAgainSql = `
  update alarm set level = $2, value = $3, threshold = $4, raised_at = $5, cleared_at = null,
    occurrences = occurrences + 1
  where id = (
    select id from alarm where datastream_id = $1 and acknowledged_at is null
    order by raised_at desc limit 1
  ) returning ${returned}`;

const raiseSql = `
  insert into alarm (datastream_id, level, value, threshold, raised_at)
  values ($1, $2, $3, $4, $5) returning ${returned}`;

export type Acknowledged =
  | { readonly kind: 'done'; readonly alarm: Alarm }
  | { readonly kind: 'already'; readonly alarm: Alarm }
  | { readonly kind: 'unknown' };

export async function acknowledgeAlarm(
  queries: Queries,
  id: number,
  { by, note }: { readonly by: string; readonly note?: string | undefined },
  atMs: number,
): Promise<Acknowledged> {
  const alarm = await change(
    queries,
    `update alarm set acknowledged_at = greatest($2, raised_at), acknowledged_by = $3, note = $4
    where id = $1 and acknowledged_at is null returning ${returned}`,
    [id, new Date(atMs), by, note || null],
  );
  if (alarm) return { kind: 'done', alarm };
  const found = await change(queries, `select ${returned} from alarm where id = $1`, [id]);
  return found ? { kind: 'already', alarm: found } : { kind: 'unknown' };
}

/** The city's clock went back to `atMs`: what happened later has not happened. Returns what stands again. */
export async function rewindAlarms(
  database: Database,
  city: string,
  atMs: number,
): Promise<Alarm[]> {
  const parameters = [city, new Date(atMs)];
  return database.transact(async ({ query }) => {
    await query(`delete from alarm where ${ofCity} and raised_at > $2`, parameters);
    const rows = await query<AlarmRow>(
      `update alarm set
        cleared_at = case when cleared_at > $2 then null else cleared_at end,
        acknowledged_at = case when acknowledged_at > $2 then null else acknowledged_at end,
        acknowledged_by = case when acknowledged_at > $2 then null else acknowledged_by end,
        note = case when acknowledged_at > $2 then null else note end
      where ${ofCity} and (cleared_at > $2 or acknowledged_at > $2) returning ${returned}`,
      parameters,
    );
    return rows.map(toAlarm);
  });
}

async function change(
  { query }: Queries,
  sql: string,
  parameters: readonly unknown[],
): Promise<Alarm | undefined> {
  const [row] = await query<AlarmRow>(sql, parameters);
  return row && toAlarm(row);
}

const toAlarm = (row: AlarmRow): Alarm => ({
  id: row.id,
  datastream: row.datastream_id,
  level: row.level,
  value: row.value,
  threshold: row.threshold,
  raisedAtMs: row.raised_at.getTime(),
  ...(row.cleared_at && { clearedAtMs: row.cleared_at.getTime() }),
  ...(row.acknowledged_at && { acknowledgedAtMs: row.acknowledged_at.getTime() }),
  ...(row.acknowledged_by !== null && { acknowledgedBy: row.acknowledged_by }),
  ...(row.note !== null && { note: row.note }),
});
