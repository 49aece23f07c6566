// Fires among the server's incidents, over HTTP.

import * as v from 'valibot';
import { incident as incidentShape, type NewEntry, type NewIncident } from '#contract/incident.ts';

/** Gives the incident's number. */
export const openIncident = async (
  origin: string,
  one: NewIncident,
  signal: AbortSignal,
): Promise<number> => v.parse(incidentShape, await post(`${origin}/incidents`, one, signal)).id;

export const sendEntry = async (
  origin: string,
  number: number,
  entry: NewEntry,
  signal: AbortSignal,
): Promise<void> => {
  await post(`${origin}/incidents/${number}/entries`, entry, signal);
};

async function post(url: string, body: object, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, {
    signal,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${new URL(url).pathname} answers ${response.status}.`);
  return response.json();
}
