import { newId } from '#store/new-id.ts';
import type { AppState, AppStore } from '#store/store.ts';
import type { BuildingRef, PlaceDeg } from '../contract.ts';
import { selectFire } from '../state.ts';
import { change } from './change.ts';
import { shownFireOf } from './clock.ts';
import type { ResponseState } from './response.ts';

/** More places than anybody compares by eye. */
const MOST_ADDED = 20;

/** What engines and water are found for now. */
export const targetOf = (state: AppState): BuildingRef | undefined =>
  selectFire(state).response.target ?? shownFireOf(state)?.ignitions[0]?.building;

const changeResponse = (
  store: AppStore,
  part: (response: ResponseState) => Partial<ResponseState>,
): void =>
  change(store, (state) => ({
    response: { ...state.response, ...part(state.response) },
  }));

/** Undefined: back to where the shown fire began. */
export const aimAt = (store: AppStore, target: BuildingRef | undefined) =>
  changeResponse(store, () => ({ target }));

export const addStandBy = (store: AppStore, name: string, at: PlaceDeg, engines = 1) =>
  changeResponse(store, ({ added }) =>
    added.length >= MOST_ADDED ? {} : { added: [...added, { id: newId(), name, at, engines }] },
  );

export const removeStandBy = (store: AppStore, id: string) =>
  changeResponse(store, ({ added, closedStations }) => ({
    added: added.filter((one) => one.id !== id),
    closedStations: closedStations.filter((one) => one !== id),
  }));

export const setStandByEngines = (store: AppStore, id: string, engines: number) =>
  changeResponse(store, ({ added }) => ({
    added: added.map((one) =>
      one.id === id ? { ...one, engines: Math.min(20, Math.max(1, Math.round(engines))) } : one,
    ),
  }));

/** Closes a station, or opens it again: its engines are elsewhere. */
export const toggleStation = (store: AppStore, id: string) =>
  changeResponse(store, ({ closedStations }) => ({ closedStations: toggled(closedStations, id) }));

export const toggleStreet = (store: AppStore, id: string) =>
  changeResponse(store, ({ closedStreets }) => ({ closedStreets: toggled(closedStreets, id) }));

export const openAllStreets = (store: AppStore) =>
  changeResponse(store, () => ({ closedStreets: [] }));

const toggled = (ids: readonly string[], id: string) =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];

/** Whether closures of a source count. */
export const takeClosures = (
  store: AppStore,
  source: 'takesFlood' | 'takesFire' | 'takesWorks',
  takes: boolean,
) => changeResponse(store, () => ({ [source]: takes }));
