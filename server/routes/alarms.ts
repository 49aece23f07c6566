// Alarms and the limits that raise them. Who may do so is asked of whatever stands in front of the server;
// here a page of another site may not.

import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { acknowledgement } from '#contract/alarm.ts';
import type { Alarm } from '#contract/live-event.ts';
import { thresholds } from '#contract/sensor-catalogue.ts';
import { type AlarmQuery, listAlarms } from '../alarms/alarm-records.ts';
import type { Alarms } from '../alarms/alarms.ts';
import { isSameOrigin } from '../live/same-origin.ts';
import type { Database } from '../storage/database.ts';
import { describeIssues, parseNumber, refuse, refuseForeign, writing } from './answers.ts';

export interface AlarmRoutesOptions {
  readonly database: Database;
  readonly alarms: Alarms;
  /** Told after the limits of a datastream of this city were changed. */
  readonly onThresholds?: (city: string) => void;
}

const DEFAULT_LIMIT = 500;
const LARGEST_LIMIT = 10_000;

export function registerAlarms(
  app: FastifyInstance,
  { database, alarms, onThresholds }: AlarmRoutesOptions,
): void {
  app.get<{ Querystring: ListQuery }>('/alarms', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const asked = readQuery(request.query);
    if (typeof asked === 'string') return refuse(reply, 400, asked);
    return { alarms: await listAlarms(database, asked) };
  });

  app.post<{ Params: { id: string } }>(
    '/alarms/:id/acknowledgement',
    writing,
    async (request, reply) => {
      if (!isSameOrigin(request.headers)) return refuseForeign(request, reply);
      const id = parseNumber(request.params.id);
      if (id === undefined) return refuse(reply, 404, `There is no alarm ${request.params.id}.`);
      const body = v.safeParse(acknowledgement, request.body);
      if (!body.success) return refuse(reply, 400, describeIssues(body.issues));
      const outcome = await alarms.acknowledge(id, body.output);
      switch (outcome.kind) {
        case 'done':
          return outcome.alarm;
        case 'already':
          return refuse(reply, 409, describeAcknowledged(outcome.alarm));
        case 'unknown':
          return refuse(reply, 404, `There is no alarm ${id}.`);
      }
    },
  );

  app.put<{ Params: { number: string } }>(
    '/datastreams/:number/thresholds',
    writing,
    async (request, reply) => {
      if (!isSameOrigin(request.headers)) return refuseForeign(request, reply);
      const { number: said } = request.params;
      const number = parseNumber(said);
      if (number === undefined) return refuse(reply, 404, `There is no datastream ${said}.`);
      const body = v.safeParse(thresholds, request.body);
      if (!body.success) return refuse(reply, 400, describeIssues(body.issues));
      const city = await alarms.setThresholds(number, body.output);
      if (city === undefined) return refuse(reply, 404, `There is no datastream ${number}.`);
      onThresholds?.(city);
      return body.output;
    },
  );
}

type ListQuery = Readonly<Record<string, string | undefined>>;

/** One sentence where the query is none. */
function readQuery({ city, state = 'standing', limit }: ListQuery): AlarmQuery | string {
  if (!city) return 'Expected a city, as in ?city=ID.';
  if (state !== 'standing' && state !== 'all') {
    return `state is “${state}”; expected standing or all.`;
  }
  const most = limit === undefined ? DEFAULT_LIMIT : parseNumber(limit);
  if (most === undefined || most < 1 || most > LARGEST_LIMIT) {
    return `limit is “${limit}”; expected a whole number from 1 to ${LARGEST_LIMIT}.`;
  }
  return { city, state, limit: most };
}

const describeAcknowledged = ({ id, acknowledgedBy, acknowledgedAtMs = 0 }: Alarm) =>
  `Alarm ${id} was acknowledged by ${acknowledgedBy} at ${new Date(acknowledgedAtMs).toISOString()}.`;
