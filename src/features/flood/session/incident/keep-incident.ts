// A flood as an incident on the server: opened from the run that is shown, then a line for each thing that is done or
// found. Lines go one after another, again and again while the server is away; keys are the page's, so none is twice.

import type { NewEntry, NewIncident } from '#contract/incident.ts';
import type { SessionContext } from '#features/feature.ts';
import { presentOf } from '#store/clock.ts';
import { newId } from '#store/new-id.ts';
import { watch } from '#store/watch.ts';
import { FLOOD_INCIDENT, type FloodIncidentKeeping } from '../../contract/incident.ts';
import { type LoggedRun, logBetween } from '../../kernel/flood-log.ts';
import { logMessages } from '../../messages/log.ts';
import { partsOf, placesOf } from '../../state/parts.ts';
import { selectFlood } from '../../state.ts';
import { openIncident, sendEntry } from './incident-server.ts';

const AGAIN_MS = 15_000;

export function keepIncident(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  waitMs = AGAIN_MS,
): () => void {
  const { city } = store.getState();
  const origin = city ? new URL(city.baseUrl).origin : '';
  let key = '';
  let number: number | undefined;
  let opening: NewIncident | undefined;
  let entries: readonly NewEntry[] = [];
  let known: LoggedRun | undefined;
  let reason: string | undefined;
  let isSending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flood = () => selectFlood(store.getState());
  const say = (text: { readonly en: string; readonly zh: string }) =>
    text[store.getState().preferences.language];
  const atMs = () => Math.round(presentOf(store.getState().clock, Date.now()));

  function lookUp(): LoggedRun | undefined {
    const { incident, runs, status } = flood();
    const run = runs.find(({ id }) => id === incident?.run);
    return run && { run, status: status[run.id] };
  }

  function follow(): void {
    const { incident } = flood();
    const now = lookUp();
    if (incident && now && incident.key !== key) {
      key = incident.key;
      number = undefined;
      entries = [];
      opening = toIncident(now);
    } else if (known && now && known.run.id === now.run.id) {
      entries = [
        ...entries,
        ...logBetween(known, now).map(
          ({ text, data }): NewEntry => ({
            ...{ key: newId(), atMs: atMs(), by: signature(), kind: 'note' },
            ...{ text: say(text), data },
          }),
        ),
      ];
    }
    known = now;
    void send();
  }

  const signature = () => store.getState().preferences.signature || undefined;

  function toIncident({ run: { scenario } }: LoggedRun): NewIncident {
    const place = partsOf(scenario).flatMap(placesOf)[0];
    const [west, south, east, north] = scenario.boundsDeg;
    const [longitudeDeg, latitudeDeg] = place ?? [(west + east) / 2, (south + north) / 2];
    return {
      ...{ key, city: city?.manifest.id ?? '', kind: 'flood', severity: 'unknown' },
      headline: say(logMessages.headline(scenario.name)).slice(0, 200),
      ...{ onsetMs: scenario.startMs, atMs: atMs(), longitudeDeg, latitudeDeg },
      ...{ by: signature(), data: { scenario } },
    };
  }

  async function send(): Promise<void> {
    if (isSending || signal.aborted || key === '') return;
    isSending = true;
    clearTimeout(timer);
    publish();
    const sentKey = key;
    try {
      if (number === undefined && opening) {
        const given = await openIncident(origin, opening, signal);
        if (sentKey === key) number = given;
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
  }

  function publish(): void {
    if (signal.aborted) return;
    const waiting = entries.length + (number === undefined ? 1 : 0);
    const keeping: FloodIncidentKeeping = { key, number, waiting, reason };
    frames.publish(FLOOD_INCIDENT, key === '' ? undefined : keeping);
  }

  const unwatch = watch(
    store,
    (state) => {
      const { incident, runs, status } = selectFlood(state);
      const run = runs.find(({ id }) => id === incident?.run);
      return [incident, run, run && status[run.id]?.phase];
    },
    follow,
  );
  follow();
  return () => {
    unwatch();
    clearTimeout(timer);
    frames.publish(FLOOD_INCIDENT, undefined);
  };
}
