// Pointing on the globe: tools and typed coordinates add points; who makes the thing of them says so by `onPointed`.

import type { AppStore } from '#store/store.ts';
import type { PlaceDeg } from '../contract.ts';
import { selectFire } from '../state.ts';
import { change } from './change.ts';
import type { FirePointing } from './initial.ts';

export type PointedThing = FirePointing['thing'];
type Make = (pointing: FirePointing) => void;

/** Fewest and most points of each shape. */
export const pointsOf: Readonly<
  Record<FirePointing['shape'], readonly [least: number, most: number]>
> = { point: [1, 1], line: [2, 200], area: [3, 200] };

const shapes: Readonly<Record<PointedThing, FirePointing['shape']>> = {
  ignition: 'point',
  defence: 'area',
  engine: 'point',
  release: 'point',
  'stand-by': 'point',
  closure: 'point',
  zone: 'area',
  wildland: 'point',
};

/** Functions belong in no state: they are kept beside it, for each store its own. */
const makers = new WeakMap<AppStore, Map<PointedThing, Make>>();

/** What becomes of a thing that was pointed at; returns how to stop. The latest to say so makes it. */
export function onPointed(store: AppStore, thing: PointedThing, make: Make): () => void {
  const ofStore = makers.get(store) ?? new Map<PointedThing, Make>();
  makers.set(store, ofStore);
  ofStore.set(thing, make);
  return () => {
    if (ofStore.get(thing) === make) ofStore.delete(thing);
  };
}

export const beginPointing = (store: AppStore, thing: PointedThing, shape = shapes[thing]) =>
  change(store, () => ({ pointing: { thing, shape, points: [] } }));

/** Adds a point; what is whole with it is made at once. */
export function addPoint(store: AppStore, place: PlaceDeg): void {
  const { pointing } = selectFire(store.getState());
  if (!pointing) return;
  const next = { ...pointing, points: [...pointing.points, place] };
  change(store, () => ({ pointing: next }));
  if (next.points.length >= pointsOf[next.shape][1]) finishPointing(store);
}

export const removePoint = (store: AppStore) =>
  change(store, ({ pointing }) =>
    pointing ? { pointing: { ...pointing, points: pointing.points.slice(0, -1) } } : {},
  );

export const cancelPointing = (store: AppStore) =>
  change(store, ({ pointing }) => (pointing ? { pointing: undefined } : {}));

/** Makes the thing of its points; leaves one that lacks points as it is. */
export function finishPointing(store: AppStore): void {
  const { pointing } = selectFire(store.getState());
  if (!pointing || pointing.points.length < pointsOf[pointing.shape][0]) return;
  change(store, () => ({ pointing: undefined }));
  makers.get(store)?.get(pointing.thing)?.(pointing);
}

/** Points at one place, at once: from a menu on the globe. */
export function pointAt(store: AppStore, thing: PointedThing, place: PlaceDeg): void {
  beginPointing(store, thing, 'point');
  addPoint(store, place);
}
