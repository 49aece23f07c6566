import { select } from '#store/selection.ts';
import type { AppStore } from '#store/store.ts';
import type { FloodHit, RoadClosure } from '../../contract/impact.ts';
import { toSelectedThing } from '../../state/selected.ts';
import { lookAt } from '../look-at.ts';

/** Selects a building or a site as the city's thing, anything else as the place where it is, and flies there. */
export function selectHit(
  store: AppStore,
  hit: Pick<FloodHit, 'feature' | 'id' | 'index' | 'longitudeDeg' | 'latitudeDeg'>,
): void {
  const place = [hit.longitudeDeg, hit.latitudeDeg] as const;
  const { feature, id, index } = hit;
  select(store, [index >= 0 ? { feature, id, index } : toSelectedThing({ kind: 'place', place })]);
  lookAt(store, place);
}

/** The middle of a street: the inspector tells of the water there. */
export function selectStreet(store: AppStore, { at }: RoadClosure): void {
  select(store, [toSelectedThing({ kind: 'place', place: at })]);
  lookAt(store, at);
}
