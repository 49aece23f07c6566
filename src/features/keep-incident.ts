// A feature's run as an incident on the server: opened from what is shown, then a line for each thing that is done to it
// or found of it.

import type { IncidentLine, NewEntry, NewIncident } from '#contract/incident.ts';
import type { Text } from '#model/text.ts';
import { presentOf } from '#store/clock.ts';
import { newId } from '#store/new-id.ts';
import type { AppState } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import type { SessionContext } from './feature.ts';
import { createIncidentOutbox } from './incident-outbox.ts';

const AGAIN_MS = 15_000;
const LONGEST_HEADLINE = 200;

/** What a feature says of a run; `Run` is what its log tells apart. */
export interface IncidentWords<Run> {
  /** Of the frames, for `IncidentKeeping`. */
  readonly channel: string;
  /** Key of the incident that is open. */
  readonly keyOf: (state: AppState) => string | undefined;
  /** What it was opened from, as it is now. */
  readonly runOf: (state: AppState) => Run | undefined;
  readonly idOf: (run: Run) => string;
  /** What has to change for another look. */
  readonly watched: (state: AppState) => readonly unknown[];
  readonly between: (before: Run, now: Run) => readonly IncidentLine[];
  readonly describe: (run: Run) => Omit<
    NewIncident,
    'key' | 'city' | 'severity' | 'headline' | 'atMs' | 'by'
  > & {
    readonly headline: Text;
  };
}

export interface KeptIncident {
  /** Whether one has been opened. */
  isOpen(): boolean;
  note(lines: readonly IncidentLine[]): void;
  stop(): void;
}

export function keepIncidentOf<Run>(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  words: IncidentWords<Run>,
  signal: AbortSignal,
  waitMs = AGAIN_MS,
): KeptIncident {
  const { city } = store.getState();
  const origin = city ? new URL(city.baseUrl).origin : '';
  const outbox = createIncidentOutbox(origin, waitMs, signal, (keeping) =>
    frames.publish(words.channel, keeping),
  );
  let key = '';
  let known: Run | undefined;

  const say = (text: Text) => text[store.getState().preferences.language];
  const stamp = () => ({
    atMs: Math.round(presentOf(store.getState().clock, Date.now())),
    by: store.getState().preferences.signature || undefined,
  });

  function follow(): void {
    const state = store.getState();
    const wanted = words.keyOf(state);
    const now = words.runOf(state);
    if (wanted !== undefined && now && wanted !== key) {
      key = wanted;
      outbox.open(toIncident(now));
    } else if (known && now && words.idOf(known) === words.idOf(now)) {
      note(words.between(known, now));
    }
    known = now;
  }

  function note(lines: readonly IncidentLine[]): void {
    outbox.add(
      lines.map(
        ({ text, data }): NewEntry => ({
          ...{ key: newId(), ...stamp(), kind: 'note', text: say(text), data },
        }),
      ),
    );
  }

  function toIncident(run: Run): NewIncident {
    const { headline, ...told } = words.describe(run);
    return {
      ...{ key, city: city?.manifest.id ?? '', severity: 'unknown', ...stamp(), ...told },
      headline: say(headline).slice(0, LONGEST_HEADLINE),
    };
  }

  const unwatch = watch(store, words.watched, follow);
  follow();
  return {
    isOpen: () => key !== '',
    note,
    stop() {
      unwatch();
      outbox.stop();
      frames.publish(words.channel, undefined);
    },
  };
}
