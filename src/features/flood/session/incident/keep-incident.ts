// A flood as an incident on the server: opened from the run that is shown, then a line for each thing that is done or
// found.

import type { NewEntry, NewIncident } from '#contract/incident.ts';
import type { SessionContext } from '#features/feature.ts';
import { createIncidentOutbox } from '#features/incident-outbox.ts';
import { presentOf } from '#store/clock.ts';
import { newId } from '#store/new-id.ts';
import { watch } from '#store/watch.ts';
import { FLOOD_INCIDENT } from '../../contract/incident.ts';
import { type LoggedRun, logBetween } from '../../kernel/flood-log.ts';
import { logMessages } from '../../messages/log.ts';
import { partsOf, placesOf } from '../../state/parts.ts';
import { selectFlood } from '../../state.ts';

const AGAIN_MS = 15_000;

export function keepIncident(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  waitMs = AGAIN_MS,
): () => void {
  const { city } = store.getState();
  const origin = city ? new URL(city.baseUrl).origin : '';
  const outbox = createIncidentOutbox(origin, waitMs, signal, (keeping) =>
    frames.publish(FLOOD_INCIDENT, keeping),
  );
  let key = '';
  let known: LoggedRun | undefined;

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
      outbox.open(toIncident(now));
    } else if (known && now && known.run.id === now.run.id) {
      outbox.add(
        logBetween(known, now).map(
          ({ text, data }): NewEntry => ({
            ...{ key: newId(), atMs: atMs(), by: signature(), kind: 'note' },
            ...{ text: say(text), data },
          }),
        ),
      );
    }
    known = now;
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
    outbox.stop();
    frames.publish(FLOOD_INCIDENT, undefined);
  };
}
