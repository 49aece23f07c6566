// The log goes to the browser at once and to the server as soon as it answers, each step in its order.

import type { Incident } from '#contract/incident.ts';
import { presentOf } from '#store/clock.ts';
import { watch } from '#store/watch.ts';
import {
  type BurstIncident,
  INCIDENT_KEEPING,
  type IncidentKeeping,
  type KeptIncident,
} from '../../contract/burst.ts';
import { burstMessages } from '../../messages/burst.ts';
import { newKey, openIncident, setDrill, showIncident } from '../../state/incident.ts';
import { selectPipes } from '../../state.ts';
import type { PartContext, StartPart } from '../part.ts';
import { createIncidentServer, type IncidentServer, RefusedError } from './incident-server.ts';
import { findStorage, type IncidentStorage, readStored, writeStored } from './storage.ts';
import { fromRecord, toNewEntry, toNewIncident } from './to-record.ts';

const AGAIN_MS = 15_000;
const LIST_EVERY_MS = 60_000;

export const keepLog: StartPart = (context) => {
  const { city } = context.store.getState();
  if (!city) return () => {};
  const server = createIncidentServer(new URL(city.baseUrl).origin, context.signal);
  return keepLogWith(context, { city: city.manifest.id, server, storage: findStorage() });
};

export interface LogKeepers {
  readonly city: string;
  readonly server: IncidentServer;
  readonly storage: IncidentStorage | undefined;
}

export function keepLogWith(
  { store, frames, now, signal }: Pick<PartContext, 'store' | 'frames' | 'now' | 'signal'>,
  { city, server, storage }: LogKeepers,
): () => void {
  const stored = new Map(readStored(storage, city).map((one) => [one.incident.key, one]));
  let listed: readonly Incident[] = [];
  let reason: string | undefined;
  let isSending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const language = () => store.getState().preferences.language;

  function take(incident: BurstIncident | undefined): void {
    if (incident) {
      const known = stored.get(incident.key);
      if (known?.incident === incident) return;
      stored.set(incident.key, { number: undefined, sent: 0, ...known, incident });
      writeStored(storage, city, [...stored.values()]);
      void send();
    }
    publish();
  }

  async function send(): Promise<void> {
    if (isSending || signal.aborted) return;
    isSending = true;
    clearTimeout(timer);
    publish();
    try {
      for (let next = findUnsent(); next; next = findUnsent()) await sendStep(next);
      reason = undefined;
    } catch (error) {
      if (signal.aborted) return;
      reason = error instanceof Error ? error.message : String(error);
      timer = setTimeout(() => void send(), AGAIN_MS);
    } finally {
      isSending = false;
      publish();
    }
    if (reason === undefined && !signal.aborted) void list();
  }

  const findUnsent = () =>
    [...stored.values()].find(({ incident, sent }) => sent < incident.steps.length);

  /** What the server refuses for good, e.g. an act after the end, stays here alone. */
  async function sendStep({ incident, number, sent }: NonNullable<ReturnType<typeof findUnsent>>) {
    const step = incident.steps[sent];
    let id = number;
    try {
      if (id === undefined) id = await server.open(toNewIncident(incident, city, language()));
      else if (step && sent > 0) await server.append(id, toNewEntry(incident, step, language()));
    } catch (error) {
      if (!(error instanceof RefusedError) || id === undefined) throw error;
      console.warn(`Incident ${incident.key}, step ${sent + 1}: ${error.message}`);
    }
    const latest = stored.get(incident.key)?.incident ?? incident;
    stored.set(incident.key, { incident: latest, number: id, sent: sent + 1 });
    writeStored(storage, city, [...stored.values()]);
  }

  async function list(): Promise<void> {
    try {
      listed = await server.list(city);
    } catch {
      // Who keeps the log says so already; the list stays as it was.
    }
    publish();
  }

  function publish(): void {
    if (signal.aborted) return;
    const { incident } = selectPipes(store.getState());
    const own = incident && stored.get(incident.key);
    const isSent = own !== undefined && own.sent >= own.incident.steps.length;
    const where = own && (isSent ? 'server' : reason === undefined ? 'sending' : 'browser');
    frames.publish(INCIDENT_KEEPING, {
      where,
      number: own?.number,
      reason,
      incidents: joined(),
    } satisfies IncidentKeeping);
  }

  function joined(): readonly KeptIncident[] {
    const fromServer = listed.filter(({ kind }) => kind === 'pipeBurst');
    const keys = new Set(fromServer.map(({ key }) => key));
    const own = [...stored.values()].filter(({ incident }) => !keys.has(incident.key));
    return [
      ...fromServer.map(({ key, id, headline, openedAtMs, closedAtMs }) => ({
        ...{ key, number: id, headline, openedAtMs, closedAtMs },
      })),
      ...own.map(({ incident, number }) => ({
        key: incident.key,
        number,
        headline: burstMessages.title(incident.place)[language()],
        openedAtMs: incident.steps[0]?.atMs ?? incident.onsetMs,
        closedAtMs: incident.steps.find(({ act }) => act.kind === 'ended')?.atMs,
      })),
    ].sort((a, b) => b.openedAtMs - a.openedAtMs);
  }

  /** From the server, where it has more of it than this browser; else from here. */
  async function bring(wanted: string | undefined): Promise<void> {
    if (wanted === undefined) return;
    const own = stored.get(wanted);
    const number = own?.number ?? listed.find(({ key }) => key === wanted)?.id;
    const record = number === undefined ? undefined : await server.read(number).catch(() => {});
    if (selectPipes(store.getState()).wantedIncident !== wanted) return;
    const read = record && fromRecord(record);
    const isFuller = read && (!own || read.steps.length >= own.incident.steps.length);
    if (isFuller) stored.set(wanted, { incident: read, number, sent: read.steps.length });
    const found = stored.get(wanted)?.incident;
    if (found) showIncident(store, found);
    else openIncident(store, undefined);
  }

  async function drill(): Promise<void> {
    if (selectPipes(store.getState()).drill !== 'asked') return;
    const { clock, camera } = store.getState();
    const atMs = presentOf(clock, now());
    const toDegrees = (angle: number) => (angle * 180) / Math.PI;
    try {
      await server.open({
        ...{ key: newKey(), city, kind: 'drill', severity: 'unknown', onsetMs: atMs, atMs },
        headline: burstMessages.drill[language()],
        longitudeDeg: toDegrees(camera.position.longitude),
        latitudeDeg: toDegrees(camera.position.latitude),
      });
      setDrill(store, 'begun');
    } catch {
      if (!signal.aborted) setDrill(store, 'failed');
    }
  }

  const stops = [
    watch(
      store,
      (state) => [selectPipes(state).incident],
      () => take(selectPipes(store.getState()).incident),
    ),
    watch(
      store,
      (state) => [selectPipes(state).wantedIncident],
      () => void bring(selectPipes(store.getState()).wantedIncident),
    ),
    watch(
      store,
      (state) => [selectPipes(state).drill],
      () => void drill(),
    ),
  ];
  const refresh = setInterval(() => void list(), LIST_EVERY_MS);
  take(selectPipes(store.getState()).incident);
  void send();
  return () => {
    for (const stop of stops) stop();
    clearInterval(refresh);
    clearTimeout(timer);
    frames.publish(INCIDENT_KEEPING, undefined);
  };
}
