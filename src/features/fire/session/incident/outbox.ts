// Lines on their way to an incident on the server: one after another, again and again while the server is away. Keys are
// the page's, so that what is sent twice is kept once.

import type { NewEntry, NewIncident } from '#contract/incident.ts';
import type { FireIncidentKeeping } from '../../contract/incident.ts';
import { openIncident, sendEntry } from './incident-server.ts';

export interface Outbox {
  /** Begins another incident; what waits for the one before is given up. */
  open(incident: NewIncident): void;
  add(entries: readonly NewEntry[]): void;
  stop(): void;
}

export function createOutbox(
  origin: string,
  waitMs: number,
  signal: AbortSignal,
  tell: (keeping: FireIncidentKeeping) => void,
): Outbox {
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
