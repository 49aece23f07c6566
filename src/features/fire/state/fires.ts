// Fires in the twin: lit, shown, compared, copied, forgotten. What is done to one while it burns is in `./steer.ts`.

import { presentOf } from '#store/clock.ts';
import { showLayer } from '#store/layers.ts';
import { newId } from '#store/new-id.ts';
import type { AppStore } from '#store/store.ts';
import { openCard } from '#store/workbench.ts';
import { type BuildingRef, FIRE, type FireScenario } from '../contract.ts';
import { openTool, selectFire } from '../state.ts';
import { change } from './change.ts';
import { play, seek, shownFireOf } from './clock.ts';
import { type FireWeather, isWeatherAssumed, weatherAt } from './weather.ts';

const DURATION_S = 4 * 3600;

/**
 * Sets buildings on fire in the twin, now, and shows it: its clock plays, soon where no station is heard yet. Wind and air are those of the nearest station
 * where the caller gives none. Returns the scenario's id; undefined where there is no building.
 */
export function ignite(
  store: AppStore,
  buildings: BuildingRef | readonly BuildingRef[],
  weather?: FireWeather,
): string | undefined {
  const all = 'id' in buildings ? [buildings] : buildings;
  const [first] = all;
  if (!first) return undefined;
  const state = store.getState();
  const { speedMs, fromRad, air } = weather ?? weatherAt(state, first.at);
  const { mode, now } = state.clock;
  const fire: FireScenario = {
    ...{ id: newId(), name: nameOf(all), durationS: DURATION_S },
    startMs: Math.round(mode === 'live' ? presentOf(state.clock, Date.now()) : now),
    ignitions: all.map((building) => ({ building, timeS: 0 })),
    wind: [{ fromS: 0, speedMs, fromRad }],
    air,
    ...{ engines: [], defences: [], water: [], mode: 'isochrones', seed: 1 },
  };
  addFire(store, fire);
  // Away from the present no station is heard: one that is about to be may still speak (`session/late-weather.ts`).
  if (mode !== 'live' || !isWeatherAssumed(fire)) play(store);
  return fire.id;
}

/** Adds a fire as it is, and shows it in the card. */
export function addFire(store: AppStore, fire: FireScenario, compared = ''): void {
  showLayer(store, FIRE, true);
  change(store, ({ scenarios }) => ({
    scenarios: [...scenarios, fire],
    ...{ shown: fire.id, compared, members: 0 },
  }));
  openTool(store, '');
  openCard(store, FIRE);
  if (!selectFire(store.getState()).scenarios.includes(fire)) return;
  const { clock } = store.getState();
  if (clock.mode !== 'live' && clock.now < fire.startMs) seek(store, 0);
}

const nameOf = (buildings: readonly BuildingRef[]): string =>
  `${buildings[0]?.name ?? ''}${buildings.length > 1 ? ` +${buildings.length - 1}` : ''}`;

/** A copy beside the shown fire, which it is compared with: what is done from now on is done to the copy. */
export function whatIf(store: AppStore): string | undefined {
  const fire = shownFireOf(store.getState());
  if (!fire) return undefined;
  const { scenarios } = selectFire(store.getState());
  const root = fire.name.replace(/ \(\d+\)$/, '');
  const number = 2 + scenarios.filter(({ basedOn }) => basedOn !== undefined).length;
  const copy = { ...fire, id: newId(), name: `${root} (${number})`, basedOn: fire.id };
  addFire(store, copy, fire.id);
  return copy.id;
}

/** Shows another fire; the clock stays where that one burns too, else goes to its beginning. */
export function showFire(store: AppStore, id: string): void {
  const { scenarios, shown, compared } = selectFire(store.getState());
  const fire = scenarios.find((one) => one.id === id);
  if (!fire || shown === id) return;
  change(store, () => ({
    shown: id,
    compared: compared === id ? '' : compared,
    ...{ members: 0, pointing: undefined },
  }));
  const timeS = (store.getState().clock.now - fire.startMs) / 1000;
  if (timeS < 0 || timeS > fire.durationS) seek(store, 0);
}

export const hideFire = (store: AppStore) =>
  change(store, () => ({ shown: '', compared: '', members: 0, pointing: undefined, tool: '' }));

/** Compares the shown fire with another one; '' ends it. */
export const compareWith = (store: AppStore, id: string) =>
  change(store, ({ shown }) => (id === shown ? {} : { compared: id }));

/** Shows what it was compared with, and compares it with what was shown. */
export const swapCompared = (store: AppStore) =>
  change(store, ({ shown, compared }) =>
    compared === '' ? {} : { shown: compared, compared: shown, members: 0 },
  );

export const renameFire = (store: AppStore, id: string, name: string) =>
  change(store, ({ scenarios }) => ({
    scenarios: scenarios.map((fire) => (fire.id === id ? { ...fire, name } : fire)),
  }));

/** Forgets a fire with everything that was found of it. */
export const removeFire = (store: AppStore, id: string) =>
  change(store, ({ scenarios, shown, compared, status, past, members }) => {
    const { [id]: _status, ...otherStatus } = status;
    const { [id]: _past, ...otherPast } = past;
    const isShown = shown === id;
    return {
      scenarios: scenarios.filter((fire) => fire.id !== id),
      shown: isShown ? compared : shown,
      compared: isShown || compared === id ? '' : compared,
      members: isShown ? 0 : members,
      ...{ status: otherStatus, past: otherPast },
    };
  });

/** Wants an ensemble of the shown fire with so many members; 0 ends it. */
export const wantMembers = (store: AppStore, members: number) => change(store, () => ({ members }));
