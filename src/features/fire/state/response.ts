import { newId } from '#store/new-id.ts';
import type { AppState, AppStore } from '#store/store.ts';
import type { BuildingRef, PlaceDeg } from '../contract.ts';
import { selectFire } from '../state.ts';
import { change } from './change.ts';
import { shownFireOf } from './clock.ts';
import type { FireState } from './initial.ts';

export interface ResponseState {
  /** The building that engines and water are found for; undefined: where the shown fire began. */
  readonly target: BuildingRef | undefined;
  /** Stand-by places that a person tries. */
  readonly added: readonly {
    readonly id: string;
    readonly name: string;
    readonly at: PlaceDeg;
    readonly engines: number;
  }[];
  /** Ids of stations and streets that are taken as closed by hand. */
  readonly closedStations: readonly string[];
  readonly closedStreets: readonly string[];
  /** Which sources' closures count. */
  readonly takesFlood: boolean;
  readonly takesFire: boolean;
  readonly takesWorks: boolean;
}

export const initialResponse: ResponseState = {
  target: undefined,
  added: [],
  closedStations: [],
  closedStreets: [],
  takesFlood: true,
  takesFire: true,
  takesWorks: true,
};

/** More places than anybody compares by eye. */
const MOST_ADDED = 20;

/** What engines and water are found for now. */
export const targetOf = (state: AppState): BuildingRef | undefined =>
  selectFire(state).response.target ?? shownFireOf(state)?.ignitions[0]?.building;

const changeResponse = (
  store: AppStore,
  part: (response: ResponseState, state: FireState) => Partial<ResponseState>,
): void =>
  change(store, (state) => ({
    response: { ...state.response, ...part(state.response, state) },
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
