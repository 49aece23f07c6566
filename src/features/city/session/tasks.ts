// What the session has the worker do, each as one piece of work that may be aborted.

import { BUILDING_TRAITS, type BuildingTraits } from '#model/building-traits.ts';
import { selectGoneBuildings } from '#store/scenarios.ts';
import { select } from '#store/selection.ts';
import type { AppStore } from '#store/store.ts';
import type { CityWorker } from '#workers/city/client.ts';
import type { Work } from '#workers/latest-work.ts';
import type { CityFrame } from '../contract.ts';
import { citySlice, clearWish, report, selectCity } from '../state.ts';
import type { CityParts } from './city-parts.ts';

export const paint =
  (worker: CityWorker, { store, frames }: CityParts): Work =>
  async (signal) => {
    const state = store.getState();
    const { colourBy, filters, filteredLook, hidden } = selectCity(state);
    const gone = selectGoneBuildings(state);
    const look = { colourBy, filters, filteredLook, hidden: [...hidden, ...gone] };
    const { rgba, matching, legend } = await worker.call('paint', look, { signal });
    frames.publish(citySlice.id, { rgba } satisfies CityFrame);
    report(store, { matching, legend });
  };

/** Once a city: what its buildings are decides how they look, and changes only with the city. */
export const lookUp =
  (worker: CityWorker, { city, frames }: CityParts): Work =>
  async (signal) => {
    const bytes = await worker.call('traits', undefined, { signal });
    frames.publish(BUILDING_TRAITS, { build: city.manifest.build, bytes } satisfies BuildingTraits);
  };

export const count =
  (worker: CityWorker, { store }: CityParts): Work =>
  async (signal) => {
    const { colourBy, filters } = selectCity(store.getState());
    const facets = await worker.call('facets', { filters }, { signal });
    const histogram = colourBy
      ? await worker.call('histogram', { column: colourBy.column, filters }, { signal })
      : undefined;
    report(store, { facets, histogram });
  };

export const describe =
  (worker: CityWorker, { store }: CityParts): Work =>
  async (signal) => {
    const indices = selectedIndices(store);
    const [only] = indices;
    if (only === undefined) {
      report(store, { details: undefined, statistics: undefined });
    } else if (indices.length === 1) {
      const details = await worker.call('describe', { index: only }, { signal });
      report(store, { details, statistics: undefined });
    } else {
      const { colourBy } = selectCity(store.getState());
      const params = { indices, look: { colourBy } };
      const statistics = await worker.call('statistics', params, { signal });
      report(store, { details: undefined, statistics });
    }
  };

export const fulfilWish =
  (worker: CityWorker, { store }: CityParts): Work =>
  async (signal) => {
    const { wish } = selectCity(store.getState());
    if (!wish) return;
    const found = await worker.call('findAlike', wish, { signal });
    clearWish(store);
    select(
      store,
      found.map((one) => ({ feature: citySlice.id, ...one })),
    );
  };

const selectedIndices = (store: AppStore) =>
  store
    .getState()
    .selection.filter((one) => one.feature === citySlice.id)
    .map((one) => one.index);
