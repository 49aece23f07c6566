import { fromDegrees, metres } from '#model/units.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import type { AppStore } from '#store/store.ts';
import type { PlaceDeg } from '../contract.ts';

/** Half of what is in sight: a quarter of a town. */
const RADIUS_M = 260;

/** Flies to a place, as high as the city's lowest ground. */
export function lookAt(store: AppStore, [longitude, latitude]: PlaceDeg): void {
  const [low = 0] = store.getState().city?.manifest.heightM ?? [];
  flyTo(
    store,
    poseLookingAt({
      longitude: fromDegrees(longitude),
      latitude: fromDegrees(latitude),
      height: metres(low),
      radius: metres(RADIUS_M),
    }),
  );
}
