// Lines of a feature on their way to an incident on the server: one after another, again and again while the server is
// away. Keys are the page's, so that what is sent twice is kept once.

import * as v from 'valibot';
import { incident as incidentShape, type NewEntry, type NewIncident } from '#contract/incident.ts';

/** How far the log of an incident is on the server. */
export interface IncidentKeeping {
  /** Key of the incident. */
  readonly key: string;
  /** Of the server, once it has it. */
  readonly number: number | undefined;
  /** Entries that wait to be sent; 0: all of it is on the server. */
  readonly waiting: number;
  /** Why the server has not taken them. */
  readonly reason: string | undefined;
}

export interface IncidentOutbox {
  /** Begins another incident; what waits for the one before is given up. */
  open(incident: NewIncident): void;
  add(entries: readonly NewEntry[]): void;
  stop(): void;
}

export function createIncidentOutbox(
  origin: string,
  waitMs: number,
  signal: AbortSignal,
  tell: (keeping: IncidentKeeping) => void,
): IncidentOutbox {
  let opening: NewIncident | undefined;
  let number: number | undefined;
  let entries: readonly NewEntry[] = [];
  let reason: string | undefined;
  let isSending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function publish(): void {
    if (!opening || signal.aborted) return;
    const waiting = entries.length + (number === undefined ? 1 : 0);
    tell({ key: opening.key, number, waiting, reason });
  }

  async function send(): Promise<void> {
    if (isSending || signal.aborted || !opening) return;
    isSending = true;
    clearTimeout(timer);
    publish();
    const sent = opening;
    try {
      if (number === undefined) {
        const given = await openIncident(origin, sent, signal);
        if (sent === opening) number = given;
      }
      for (let next = entries[0]; next && number !== undefined; next = entries[0]) {
        await sendEntry(origin, number, next, signal);
        entries = entries.filter((one) => one !== next);
      }
      reason = undefined;
    } catch (error) {
      if (signal.aborted) return;
      reason = error instanceof Error ? error.message : String(error);
      timer = setTimeout(() => void send(), waitMs);
    } finally {
      isSending = false;
      publish();
    }
    // Another incident was opened meanwhile.
    if (sent !== opening) await send();
  }

  return {
    open(incident) {
      opening = incident;
      number = undefined;
      entries = [];
      void send();
    },
    add(more) {
      if (more.length === 0) return;
      entries = [...entries, ...more];
      void send();
    },
    stop: () => clearTimeout(timer),
  };
}

/** Gives the incident's number. */
const openIncident = async (
  origin: string,
  one: NewIncident,
  signal: AbortSignal,
): Promise<number> => v.parse(incidentShape, await post(`${origin}/incidents`, one, signal)).id;

const sendEntry = async (
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
