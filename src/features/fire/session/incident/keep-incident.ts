// A fire as an incident on the server: opened from the fire that is shown, then a line for each thing that is done or
// found: ignited, wind turned, engine sent, block defended, zone ordered.

import type { NewEntry, NewIncident } from '#contract/incident.ts';
import type { SessionContext } from '#features/feature.ts';
import { createIncidentOutbox } from '#features/incident-outbox.ts';
import type { Text } from '#model/text.ts';
import { presentOf } from '#store/clock.ts';
import { newId } from '#store/new-id.ts';
import { watch } from '#store/watch.ts';
import { type EvacuationResult, FIRE_EVACUATION } from '../../contract/evacuation.ts';
import { FIRE_INCIDENT } from '../../contract/incident.ts';
import type { FireScenario } from '../../contract.ts';
import { type LoggedFire, type LogLine, logBetween } from '../../kernel/fire-log.ts';
import { logMessages } from '../../messages/log.ts';
import { fireOf } from '../../state/clock.ts';
import { selectFire } from '../../state.ts';

const AGAIN_MS = 15_000;

export function keepIncident(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  waitMs = AGAIN_MS,
): () => void {
  const { city } = store.getState();
  const origin = city ? new URL(city.baseUrl).origin : '';
  const outbox = createIncidentOutbox(origin, waitMs, signal, (keeping) =>
    frames.publish(FIRE_INCIDENT, keeping),
  );
  let key = '';
  let known: LoggedFire | undefined;
  let toldResult = '';

  const say = (text: Text) => text[store.getState().preferences.language];
  const atMs = () => Math.round(presentOf(store.getState().clock, Date.now()));
  const by = () => store.getState().preferences.signature || undefined;

  function lookUp(): LoggedFire | undefined {
    const { incident, status, evacuation } = selectFire(store.getState());
    const fire = incident && fireOf(store.getState(), incident.scenario);
    if (!fire) return undefined;
    const { phase, problem = '' } = status[fire.id] ?? {};
    return { fire, phase, problem, request: evacuation.request };
  }

  function follow(): void {
    const { incident } = selectFire(store.getState());
    const now = lookUp();
    if (incident && now && incident.key !== key) {
      key = incident.key;
      outbox.open(toIncident(now.fire));
    } else if (known && now && known.fire.id === now.fire.id) note(logBetween(known, now));
    known = now;
  }

  function note(lines: readonly LogLine[]): void {
    outbox.add(
      lines.map(
        ({ text, data }): NewEntry => ({
          ...{ key: newId(), atMs: atMs(), by: by(), kind: 'note', text: say(text), data },
        }),
      ),
    );
  }

  /** What an order comes to is noted once, however often it is computed anew. */
  function followResult(channel: string): void {
    if (channel !== FIRE_EVACUATION || key === '') return;
    const result = frames.peek<EvacuationResult>(FIRE_EVACUATION);
    if (!result || result.request === toldResult) return;
    toldResult = result.request;
    const { people, clearanceS, withoutWay, withoutRoom } = result;
    note([
      {
        text: logMessages.evacuated(Math.round(people), Math.ceil(clearanceS / 60)),
        data: { order: result.request, people, clearanceS, withoutWay, withoutRoom },
      },
    ]);
  }

  function toIncident(fire: FireScenario): NewIncident {
    const [longitudeDeg, latitudeDeg] = fire.ignitions[0]?.building.at ?? [0, 0];
    const building = fire.ignitions[0]?.building.id;
    return {
      ...{ key, city: city?.manifest.id ?? '', kind: 'fire', severity: 'unknown' },
      headline: say(logMessages.headline(fire.name)).slice(0, 200),
      ...{ onsetMs: fire.startMs, atMs: atMs(), longitudeDeg, latitudeDeg },
      ...(building !== undefined && { subject: { feature: 'city', id: building } }),
      ...{ by: by(), data: { scenario: fire } },
    };
  }

  const ends = [
    watch(
      store,
      (state) => {
        const { incident, status, evacuation } = selectFire(state);
        const fire = incident && fireOf(state, incident.scenario);
        return [incident, fire, fire && status[fire.id]?.phase, evacuation.request];
      },
      follow,
    ),
    frames.subscribe(followResult),
  ];
  follow();
  return () => {
    for (const end of ends) end();
    outbox.stop();
    frames.publish(FIRE_INCIDENT, undefined);
  };
}
