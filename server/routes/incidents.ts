// Incidents and their logs. Who may do so is asked of whatever stands in front of the server; here a page of
// another site may not.

import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { newEntry, newIncident } from '#contract/incident.ts';
import { type IncidentQuery, listIncidents, readIncident } from '../incidents/incident-records.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { isSameOrigin } from '../live/same-origin.ts';
import type { Database } from '../storage/database.ts';
import { describeIssues, parseNumber, refuse, refuseForeign, writing } from './answers.ts';

export interface IncidentRoutesOptions {
  readonly database: Database;
  readonly incidents: Incidents;
}

const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 1000;
/** Of one entry with what was known at the time. */
const BODY_BYTES = 128 * 1024;

export function registerIncidents(
  app: FastifyInstance,
  { database, incidents }: IncidentRoutesOptions,
): void {
  app.get<{ Querystring: ListQuery }>('/incidents', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const asked = readQuery(request.query);
    if (typeof asked === 'string') return refuse(reply, 400, asked);
    return { incidents: await listIncidents(database, asked) };
  });

  app.get<{ Params: { id: string } }>('/incidents/:id', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const id = parseNumber(request.params.id);
    const found = id === undefined ? undefined : await readIncident(database, id);
    return found ?? refuse(reply, 404, `There is no incident ${request.params.id}.`);
  });

  app.post('/incidents', { ...writing, bodyLimit: BODY_BYTES }, async (request, reply) => {
    if (!isSameOrigin(request.headers)) return refuseForeign(request, reply);
    const body = v.safeParse(newIncident, request.body);
    if (!body.success) return refuse(reply, 400, describeIssues(body.issues));
    const { incident, isNew } = await incidents.open(body.output);
    return reply
      .code(isNew ? 201 : 200)
      .header('location', `/incidents/${incident.id}`)
      .send(incident);
  });

  app.post<{ Params: { id: string } }>(
    '/incidents/:id/entries',
    { ...writing, bodyLimit: BODY_BYTES },
    async (request, reply) => {
      if (!isSameOrigin(request.headers)) return refuseForeign(request, reply);
      const id = parseNumber(request.params.id);
      if (id === undefined) return refuse(reply, 404, `There is no incident ${request.params.id}.`);
      const body = v.safeParse(newEntry, request.body);
      if (!body.success) return refuse(reply, 400, describeIssues(body.issues));
      const appended = await incidents.append(id, body.output);
      switch (appended.kind) {
        case 'written':
          return reply.code(201).send(appended.entry);
        case 'known':
          return appended.entry;
        case 'closed': {
          const since = new Date(appended.closedAtMs).toISOString();
          return refuse(reply, 409, `Incident ${id} was closed at ${since}; it takes notes alone.`);
        }
        case 'unknown':
          return refuse(reply, 404, `There is no incident ${id}.`);
      }
    },
  );
}

type ListQuery = Readonly<Record<string, string | undefined>>;

/** One sentence where the query is none. */
function readQuery({ city, state = 'all', limit }: ListQuery): IncidentQuery | string {
  if (!city) return 'Expected a city, as in ?city=ID.';
  if (state !== 'open' && state !== 'all') return `state is “${state}”; expected open or all.`;
  const most = limit === undefined ? DEFAULT_LIMIT : parseNumber(limit);
  if (most === undefined || most < 1 || most > LARGEST_LIMIT) {
    return `limit is “${limit}”; expected a whole number from 1 to ${LARGEST_LIMIT}.`;
  }
  return { city, state, limit: most };
}
