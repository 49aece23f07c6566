// A flood as an incident on the server: opened from the run that is shown.

import type { SessionContext } from '#features/feature.ts';
import { type IncidentWords, keepIncidentOf } from '#features/keep-incident.ts';
import type { AppState } from '#store/store.ts';
import { FLOOD_INCIDENT } from '../../contract/incident.ts';
import { type LoggedRun, logBetween } from '../../kernel/flood-log.ts';
import { logMessages } from '../../messages/log.ts';
import { partsOf, placesOf } from '../../state/parts.ts';
import { selectFlood } from '../../state.ts';

export const keepIncident = (
  context: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  waitMs?: number,
): (() => void) => keepIncidentOf(context, words, signal, waitMs).stop;

const loggedRunOf = (state: AppState) => {
  const { incident, runs } = selectFlood(state);
  return runs.find(({ id }) => id === incident?.run);
};

const words: IncidentWords<LoggedRun> = {
  channel: FLOOD_INCIDENT,
  keyOf: (state) => selectFlood(state).incident?.key,
  runOf(state) {
    const run = loggedRunOf(state);
    return run && { run, status: selectFlood(state).status[run.id] };
  },
  idOf: ({ run }) => run.id,
  watched(state) {
    const { incident, status } = selectFlood(state);
    const run = loggedRunOf(state);
    return [incident, run, run && status[run.id]?.phase];
  },
  between: logBetween,
  describe({ run: { scenario } }) {
    const place = partsOf(scenario).flatMap(placesOf)[0];
    const [west, south, east, north] = scenario.boundsDeg;
    const [longitudeDeg, latitudeDeg] = place ?? [(west + east) / 2, (south + north) / 2];
    return {
      ...{ kind: 'flood', headline: logMessages.headline(scenario.name) },
      ...{ onsetMs: scenario.startMs, longitudeDeg, latitudeDeg, data: { scenario } },
    };
  },
};
