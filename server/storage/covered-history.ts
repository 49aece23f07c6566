// Which times of a city's past its source has been asked for. They hold for one build: another one may have
// other sensors, whose past is not there.

import type { Queries } from './database.ts';

/** ms UTC, `toMs` left out. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The parts of `span` that are not covered, in order of time. */
export async function findMissing(
  { query }: Queries,
  city: string,
  build: string,
  span: Span,
): Promise<Span[]> {
  const rows = await query<{ from: Date; to: Date }>(
    `select lower(missing) as from, upper(missing) as to
    from unnest(tstzmultirange(tstzrange($3, $4)) - coalesce(
      (select covered from city_history where city = $1 and build = $2), '{}')) as missing
    order by 1`,
    [city, build, new Date(span.fromMs), new Date(span.toMs)],
  );
  return rows.map(({ from, to }) => ({ fromMs: from.getTime(), toMs: to.getTime() }));
}

export async function markCovered(
  { query }: Queries,
  city: string,
  build: string,
  { fromMs, toMs }: Span,
): Promise<void> {
  if (fromMs >= toMs) return;
  await query(
    `insert into city_history (city, build, covered) values ($1, $2, tstzmultirange(tstzrange($3, $4)))
    on conflict (city) do update set build = excluded.build, covered = excluded.covered +
      case when city_history.build = excluded.build then city_history.covered else '{}' end`,
    [city, build, new Date(fromMs), new Date(toMs)],
  );
}
