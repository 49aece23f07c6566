// What a person does about a burst. Each act adds a step to the log; nothing is ever taken out of it.

import { instant } from '#model/time.ts';
import { goLive, presentOf, setTime } from '#store/clock.ts';
import type { AppState, AppStore } from '#store/store.ts';
import type { BurstIncident, BurstSize, IncidentAct, IncidentState } from '../contract/burst.ts';
import type { PipeKey } from '../contract.ts';
import { stateAt, undoOf } from '../kernel/incident-log.ts';
import { parseKey } from '../kernel/index-space.ts';
import { type BurstRequest, type PipesState, pipesSlice, selectPipes } from '../state.ts';

export const BURST_TOOL = 'burst';

/**
 * Marks a burst on this link and opens the burst tool; the session looks up where it is. `onsetMs`: when it began,
 * e.g. the time of the alarm; now where absent. `share`: where along it; in the middle where absent.
 */
export function startBurst(
  store: AppStore,
  link: PipeKey,
  options: { readonly onsetMs?: number; readonly share?: number; readonly size?: BurstSize } = {},
): void {
  if (parseKey(link)?.kind !== 'link') return;
  if (store.getState().clock.mode !== 'live') goLive(store, instant(Date.now()));
  const request: BurstRequest = { link, share: 0.5, size: 'hole', onsetMs: undefined, ...options };
  pipesSlice.update(store, (state) => ({ ...state, tool: BURST_TOOL, burstRequest: request }));
}

/** Puts an incident on the screen, or takes it off. */
export const showIncident = (store: AppStore, incident: BurstIncident | undefined) =>
  pipesSlice.update(store, (state) => ({
    ...state,
    incident,
    burstRequest: undefined,
    wantedIncident: undefined,
  }));

export const dropRequest = (store: AppStore) =>
  pipesSlice.update(store, (state) => ({ ...state, burstRequest: undefined }));

/** Asks the session for an incident that is kept. */
export const openIncident = (store: AppStore, wantedIncident: string | undefined) =>
  pipesSlice.update(store, (state) => ({ ...state, wantedIncident }));

export const setDrill = (store: AppStore, drill: PipesState['drill']) =>
  pipesSlice.update(store, (state) => ({ ...state, drill }));

/** Does nothing without an incident, after its end, and while another time is shown. */
export function act(store: AppStore, done: IncidentAct): void {
  const state = store.getState();
  const { incident } = selectPipes(state);
  if (!incident || state.clock.mode !== 'live') return;
  const last = incident.steps.at(-1)?.atMs ?? 0;
  // Two acts within one ms stay in order.
  const atMs = Math.max(presentOf(state.clock, Date.now()), last + 1);
  addStep(store, incident.key, atMs, done);
}

/** Adds a step at a time that is known, unless the incident has ended or is another one. */
export function addStep(store: AppStore, key: string, atMs: number, done: IncidentAct): void {
  const by = store.getState().preferences.signature || undefined;
  pipesSlice.update(store, (state) => {
    const { incident } = state;
    if (incident?.key !== key || isEnded(incident)) return state;
    const step = { key: newKey(), atMs, by, act: done };
    return { ...state, incident: { ...incident, steps: [...incident.steps, step] } };
  });
}

export function undo(store: AppStore): void {
  const { incident } = selectPipes(store.getState());
  const back = incident && undoOf(incident.steps);
  if (back) act(store, back);
}

export const isEnded = ({ steps }: BurstIncident): boolean =>
  steps.some(({ act: { kind } }) => kind === 'ended');

/** The moment that screens show of an incident: all of it, or what was known where the clock is set. */
export const shownUntilMs = ({ clock }: Pick<AppState, 'clock'>): number =>
  clock.mode === 'set' ? clock.now : Number.POSITIVE_INFINITY;

/** How the incident on the screen stands at the moment that is shown; undefined before it was opened. */
export function selectIncidentState(state: AppState): IncidentState | undefined {
  const { incident } = selectPipes(state);
  if (!incident) return undefined;
  const untilMs = shownUntilMs(state);
  const [first] = incident.steps;
  return !first || first.atMs > untilMs ? undefined : stateAt(incident, untilMs);
}

/** Sets the clock to a step of the log, so that everything shows what was known then. */
export const replayFrom = (store: AppStore, atMs: number) => setTime(store, instant(atMs));

/** A version 4 UUID; pages over plain HTTP have no `randomUUID`. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
