import type { Surroundings } from '#features/feature.ts';
import { fromDegrees, metres } from '#model/units.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import { select } from '#store/selection.ts';
import type { AppStore } from '#store/store.ts';
import type { PipesLine } from '#workers/pipes/client.ts';
import type { ElementName, ElementPlace } from '../contract/answers.ts';
import type { PipeKey } from '../contract.ts';
import { toSelectedElement } from '../state/selected.ts';

const LEAST_RADIUS_M = 25;

export const toSurroundings = (place: ElementPlace): Surroundings => ({
  longitude: fromDegrees(place.longitudeDeg),
  latitude: fromDegrees(place.latitudeDeg),
  height: metres(place.heightM),
  radius: metres(Math.max(LEAST_RADIUS_M, place.radiusM)),
});

export const flyToPlace = (store: AppStore, place: ElementPlace) =>
  flyTo(store, poseLookingAt(toSurroundings(place)));

export const selectElement = (store: AppStore, name: Pick<ElementName, 'index' | 'key'>) =>
  select(store, [toSelectedElement(name)]);

/** Asks where it is, then flies there; does nothing where there is no such element. */
export async function flyToElement(store: AppStore, line: PipesLine, key: PipeKey): Promise<void> {
  const details = await line.call('details', { key });
  if (details) flyToPlace(store, details.place);
}

/** Selects an element by its key and flies there. */
export async function showElement(store: AppStore, line: PipesLine, key: PipeKey): Promise<void> {
  const details = await line.call('details', { key });
  if (!details) return;
  selectElement(store, details);
  flyToPlace(store, details.place);
}
