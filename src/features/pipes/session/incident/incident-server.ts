// The server's incidents over HTTP. Keys are the page's, so that what is sent twice is kept once.

import * as v from 'valibot';
import {
  type Incident,
  type IncidentRecord,
  incidentList,
  incidentRecord,
  incident as incidentShape,
  type NewEntry,
  type NewIncident,
} from '#contract/incident.ts';

/** The server answered, and won't take it: sending it again changes nothing. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

export interface IncidentServer {
  list(city: string): Promise<readonly Incident[]>;
  read(number: number): Promise<IncidentRecord>;
  /** Gives the incident's number. */
  open(one: NewIncident): Promise<number>;
  append(number: number, entry: NewEntry): Promise<void>;
}

const NEWEST = 30;

export function createIncidentServer(
  origin: string,
  signal: AbortSignal,
  ask: typeof fetch = fetch,
): IncidentServer {
  async function call(path: string, body?: object): Promise<unknown> {
    const response = await ask(`${origin}${path}`, {
      signal,
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (response.ok) return response.json();
    const sentence = `${path} answers ${response.status}.`;
    throw response.status < 500 ? new RefusedError(sentence) : new Error(sentence);
  }
  return {
    async list(city) {
      const query = `?city=${encodeURIComponent(city)}&limit=${NEWEST}`;
      return v.parse(incidentList, await call(`/incidents${query}`)).incidents;
    },
    read: async (number) => v.parse(incidentRecord, await call(`/incidents/${number}`)),
    open: async (one) => v.parse(incidentShape, await call('/incidents', one)).id,
    append: async (number, entry) => {
      await call(`/incidents/${number}/entries`, entry);
    },
  };
}
