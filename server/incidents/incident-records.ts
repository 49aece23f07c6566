// Incidents in the database. An entry is written once: sent again with the same key, it is found, not written.

import type {
  FieldAction,
  Incident,
  IncidentEntry,
  IncidentRecord,
  NewEntry,
  NewIncident,
} from '#contract/incident.ts';
import type { Database, Queries } from '../storage/database.ts';

interface IncidentRow {
  readonly id: number;
  readonly key: string;
  readonly city: string;
  readonly kind: Incident['kind'];
  readonly headline: string;
  readonly severity: Incident['severity'];
  readonly onset: Date;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly longitude: number;
  readonly latitude: number;
  readonly subject: Incident['subject'] | null;
  readonly entries: number;
}

interface EntryRow {
  readonly number: number;
  readonly key: string;
  readonly at: Date;
  readonly recorded_at: Date;
  readonly by_whom: string | null;
  readonly kind: IncidentEntry['kind'];
  readonly body: string;
  readonly action: FieldAction | null;
  readonly data: Record<string, unknown>;
}

const columns = `incident.id, incident.key, city, kind, headline, severity, onset, opened_at, closed_at,
  longitude, latitude, subject,
  (select count(*)::int from incident_entry where incident_id = incident.id) as entries`;
const entryColumns = 'number, key, at, recorded_at, by_whom, kind, body, action, data';

export interface IncidentQuery {
  readonly city: string;
  readonly state: 'open' | 'all';
  readonly limit: number;
}

/** The latest first. */
export async function listIncidents(
  { query }: Queries,
  { city, state, limit }: IncidentQuery,
): Promise<Incident[]> {
  const rows = await query<IncidentRow>(
    `select ${columns} from incident where city = $1 ${state === 'open' ? 'and closed_at is null' : ''}
    order by opened_at desc, id desc limit $2`,
    [city, limit],
  );
  return rows.map(toIncident);
}

export async function readIncident(
  { query }: Queries,
  id: number,
): Promise<IncidentRecord | undefined> {
  const [row] = await query<IncidentRow>(`select ${columns} from incident where id = $1`, [id]);
  if (!row) return undefined;
  const log = await query<EntryRow>(
    `select ${entryColumns} from incident_entry where incident_id = $1 order by number`,
    [id],
  );
  return { incident: toIncident(row), log: log.map(toEntry) };
}

/** Opens it with its first entry; the same key finds the one that is there. */
export async function openIncident(
  database: Database,
  one: Required<Pick<NewIncident, 'data'>> & NewIncident,
): Promise<{ readonly incident: Incident; readonly isNew: boolean }> {
  return database.transact(async (queries) => {
    const [made] = await queries.query<{ id: number }>(
      `insert into incident (key, city, kind, headline, severity, onset, opened_at, longitude, latitude, subject)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (key) do nothing returning id`,
      [
        ...[one.key, one.city, one.kind, one.headline, one.severity, new Date(one.onsetMs)],
        ...[new Date(one.atMs), one.longitudeDeg, one.latitudeDeg],
        one.subject ? JSON.stringify(one.subject) : null,
      ],
    );
    if (made) {
      const { key, atMs, by, headline: text, data } = one;
      await write(queries, made.id, { key, atMs, by, kind: 'opened', text, data });
    }
    const [row] = await queries.query<IncidentRow>(
      `select ${columns} from incident where incident.key = $1`,
      [one.key],
    );
    if (!row) throw new Error(`Incident ${one.key} is gone.`);
    return { incident: toIncident(row), isNew: made !== undefined };
  });
}

export type Appended =
  | { readonly kind: 'written'; readonly entry: IncidentEntry; readonly city: string }
  | { readonly kind: 'known'; readonly entry: IncidentEntry }
  | { readonly kind: 'closed'; readonly closedAtMs: number }
  | { readonly kind: 'unknown' };

/** Entries of one incident are written one after the other; a closed one takes notes alone. */
export async function appendEntry(
  database: Database,
  id: number,
  entry: NewEntry,
): Promise<Appended> {
  return database.transact(async (queries): Promise<Appended> => {
    const [row] = await queries.query<{ city: string; closed_at: Date | null }>(
      'select city, closed_at from incident where id = $1 for update',
      [id],
    );
    if (!row) return { kind: 'unknown' };
    const [known] = await queries.query<EntryRow>(
      `select ${entryColumns} from incident_entry where key = $1`,
      [entry.key],
    );
    if (known) return { kind: 'known', entry: toEntry(known) };
    if (row.closed_at && entry.kind !== 'note') {
      return { kind: 'closed', closedAtMs: row.closed_at.getTime() };
    }
    const written = await write(queries, id, entry);
    if (entry.kind === 'closed') {
      await queries.query('update incident set closed_at = $2 where id = $1', [
        id,
        new Date(entry.atMs),
      ]);
    }
    return { kind: 'written', entry: written, city: row.city };
  });
}

/** Bursts that people began in order to train. */
export async function listDrills(
  { query }: Queries,
  city: string,
): Promise<{ atMs: number; seed: number }[]> {
  const rows = await query<{ id: number; onset: Date }>(
    `select id, onset from incident where city = $1 and kind = 'drill' order by onset, id`,
    [city],
  );
  return rows.map(({ id, onset }) => ({ atMs: onset.getTime(), seed: id }));
}

/** What people did in the field of a city, in order of the city's time. */
export async function listFieldActions(
  { query }: Queries,
  city: string,
): Promise<{ atMs: number; action: FieldAction }[]> {
  const rows = await query<{ at: Date; action: FieldAction }>(
    `select at, action from incident_entry join incident on incident.id = incident_id
    where city = $1 and action is not null order by at, incident_id, number`,
    [city],
  );
  return rows.map(({ at, action }) => ({ atMs: at.getTime(), action }));
}

async function write(
  { query }: Queries,
  id: number,
  { key, atMs, by, kind, text = '', action, data = {} }: NewEntry,
): Promise<IncidentEntry> {
  const [row] = await query<EntryRow>(
    `insert into incident_entry (incident_id, number, key, at, by_whom, kind, body, action, data)
    select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8
    from incident_entry where incident_id = $1 returning ${entryColumns}`,
    [
      ...[id, key, new Date(atMs), by ?? null, kind, text],
      ...[action ? JSON.stringify(action) : null, JSON.stringify(data)],
    ],
  );
  if (!row) throw new Error(`Entry ${key} was not written.`);
  return toEntry(row);
}

const toIncident = (row: IncidentRow): Incident => ({
  id: row.id,
  key: row.key,
  city: row.city,
  kind: row.kind,
  headline: row.headline,
  severity: row.severity,
  onsetMs: row.onset.getTime(),
  openedAtMs: row.opened_at.getTime(),
  ...(row.closed_at && { closedAtMs: row.closed_at.getTime() }),
  longitudeDeg: row.longitude,
  latitudeDeg: row.latitude,
  ...(row.subject && { subject: row.subject }),
  entries: row.entries,
});

const toEntry = (row: EntryRow): IncidentEntry => ({
  number: row.number,
  key: row.key,
  atMs: row.at.getTime(),
  recordedAtMs: row.recorded_at.getTime(),
  ...(row.by_whom !== null && { by: row.by_whom }),
  kind: row.kind,
  text: row.body,
  ...(row.action && { action: row.action }),
  data: row.data,
});
