// A fire as an incident on the server: a line for each thing that is done or found: ignited, wind turned, engine sent,
// block defended, zone ordered.

import type { SessionContext } from '#features/feature.ts';
import { type IncidentWords, keepIncidentOf } from '#features/keep-incident.ts';
import type { AppState } from '#store/store.ts';
import { type EvacuationResult, FIRE_EVACUATION } from '../../contract/evacuation.ts';
import { FIRE_INCIDENT } from '../../contract/incident.ts';
import { type LoggedFire, logBetween } from '../../kernel/fire-log.ts';
import { logMessages } from '../../messages/log.ts';
import { fireOf } from '../../state/clock.ts';
import { selectFire } from '../../state.ts';

export function keepIncident(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  waitMs?: number,
): () => void {
  const kept = keepIncidentOf({ store, frames }, words, signal, waitMs);
  let toldResult = '';

  /** What an order comes to is noted once, however often it is computed anew. */
  function followResult(channel: string): void {
    if (channel !== FIRE_EVACUATION || !kept.isOpen()) return;
    const result = frames.peek<EvacuationResult>(FIRE_EVACUATION);
    if (!result || result.request === toldResult) return;
    toldResult = result.request;
    const { people, clearanceS, withoutWay, withoutRoom } = result;
    kept.note([
      {
        text: logMessages.evacuated(Math.round(people), Math.ceil(clearanceS / 60)),
        data: { order: result.request, people, clearanceS, withoutWay, withoutRoom },
      },
    ]);
  }

  const unsubscribe = frames.subscribe(followResult);
  return () => {
    unsubscribe();
    kept.stop();
  };
}

const loggedFireOf = (state: AppState) => {
  const { incident } = selectFire(state);
  return incident && fireOf(state, incident.scenario);
};

const words: IncidentWords<LoggedFire> = {
  channel: FIRE_INCIDENT,
  keyOf: (state) => selectFire(state).incident?.key,
  runOf(state) {
    const { status, evacuation } = selectFire(state);
    const fire = loggedFireOf(state);
    if (!fire) return undefined;
    const { phase, problem = '' } = status[fire.id] ?? {};
    return { fire, phase, problem, request: evacuation.request };
  },
  idOf: ({ fire }) => fire.id,
  watched(state) {
    const { incident, status, evacuation } = selectFire(state);
    const fire = loggedFireOf(state);
    return [incident, fire, fire && status[fire.id]?.phase, evacuation.request];
  },
  between: logBetween,
  describe({ fire }) {
    const [longitudeDeg, latitudeDeg] = fire.ignitions[0]?.building.at ?? [0, 0];
    const building = fire.ignitions[0]?.building.id;
    return {
      ...{ kind: 'fire', headline: logMessages.headline(fire.name), onsetMs: fire.startMs },
      ...{ longitudeDeg, latitudeDeg, data: { scenario: fire } },
      ...(building !== undefined && { subject: { feature: 'city', id: building } }),
    };
  },
};
