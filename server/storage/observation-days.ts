// One partition of `observation` a day (UTC): a day is written and read close together and thrown away whole.

import type { Database, Queries } from './database.ts';

const DAY_MS = 86_400_000;
/** Beyond this a day gets no partition of its own: one wrong clock would make thousands. */
const FURTHEST_AHEAD_MS = 31 * DAY_MS;

/** Makes the days of these instants (ms UTC) ready to be written; those too far from now are left out. */
export async function createDays(
  database: Database,
  instantsMs: Iterable<number>,
  limits: { readonly nowMs: number; readonly keepDays: number },
): Promise<void> {
  const earliest = startOfDay(limits.nowMs) - limits.keepDays * DAY_MS;
  const present = new Set((await listDays(database)).map(({ startMs }) => startMs));
  for (const day of new Set([...instantsMs].map(startOfDay))) {
    const isNear = day >= earliest && day <= limits.nowMs + FURTHEST_AHEAD_MS;
    if (isNear && !present.has(day)) {
      await database.transact((queries) => createDay(queries, day));
    }
  }
}

/** Throws away the days before the last `keepDays`; returns how many. */
export async function dropDays(
  database: Database,
  limits: { readonly nowMs: number; readonly keepDays: number },
): Promise<number> {
  const earliest = startOfDay(limits.nowMs) - limits.keepDays * DAY_MS;
  const past = (await listDays(database)).filter(({ startMs }) => startMs < earliest);
  for (const { table } of past) await database.query(`drop table if exists ${table}`);
  await database.query('delete from observation_other where phenomenon_time < $1', [
    new Date(earliest),
  ]);
  await database.query('delete from thinned_day where day < $1::date', [new Date(earliest)]);
  return past.length;
}

/** Name of the day's table, e.g. `observation_20261126`. */
const tableOf = (day: number) => `observation_${iso(day).slice(0, 10).replaceAll('-', '')}`;

export interface Day {
  /** Name of its table. */
  readonly table: string;
  /** ms UTC. */
  readonly startMs: number;
}

/** Days that have a partition of their own. */
export async function listDays(queries: Queries): Promise<Day[]> {
  const tables = await queries.query<{ table: string }>(
    `select inhrelid::regclass::text as table from pg_inherits where inhparent = 'observation'::regclass`,
  );
  return tables.flatMap(({ table }) => {
    const [, year, month, day] = /^observation_(\d{4})(\d\d)(\d\d)$/.exec(table) ?? [];
    if (!year) return [];
    return [{ table, startMs: Date.UTC(Number(year), Number(month) - 1, Number(day)) }];
  });
}

/** What fell into no day so far and belongs to this one moves there: a partition may not overlap it. */
async function createDay({ query }: Queries, day: number): Promise<void> {
  const table = tableOf(day);
  const [from, to] = [iso(day), iso(day + DAY_MS)];
  // Two servers may want the same day; and nobody may write to the rest while its rows move.
  await query('lock table observation_other in access exclusive mode');
  const [there] = await query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    table,
  ]);
  if (there?.there) return;
  await query(`create table ${table} (like observation including all)`);
  await query(`with moved as (
      delete from observation_other
      where phenomenon_time >= '${from}' and phenomenon_time < '${to}' returning *
    ) insert into ${table} select * from moved`);
  await query(
    `alter table observation attach partition ${table} for values from ('${from}') to ('${to}')`,
  );
}

/** ms UTC. */
export const startOfDay = (timeMs: number) => Math.floor(timeMs / DAY_MS) * DAY_MS;
const iso = (timeMs: number) => new Date(timeMs).toISOString();
