import { metres, radians } from '#model/units.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import { select } from '#store/selection.ts';
import type { AppStore } from '#store/store.ts';
import type { BuildingRef } from '../../contract.ts';

/** The feature whose things buildings are. */
export const CITY = 'city';

/** Half of what is in sight: a building with its neighbours. */
const RADIUS_M = 220;

/** Selects a building as the city's thing and flies there. */
export function selectBuilding(store: AppStore, { id, index, at }: BuildingRef): void {
  select(store, [{ feature: CITY, id, index }]);
  const [low = 0] = store.getState().city?.manifest.heightM ?? [];
  const [longitude, latitude] = at;
  flyTo(
    store,
    poseLookingAt({
      longitude: radians((longitude * Math.PI) / 180),
      latitude: radians((latitude * Math.PI) / 180),
      height: metres(low),
      radius: metres(RADIUS_M),
    }),
  );
}
