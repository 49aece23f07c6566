// Pointing on the globe for a section's line or a network's place: clicks and typed coordinates add points.

import type { PlaceDeg } from '#model/place-deg.ts';
import type { AppStore } from '#store/store.ts';
import { pipesSlice, selectPipes } from '../state.ts';
import type { PipesDrawing, PipesState } from './initial.ts';
import { moveOf, placeNetwork } from './place.ts';

const change = (store: AppStore, part: (state: PipesState) => Partial<PipesState>) =>
  pipesSlice.update(store, (state) => ({ ...state, ...part(state) }));

export const drawSection = (store: AppStore) =>
  change(store, () => ({
    drawing: { purpose: 'section', shape: 'line', points: [], network: '' },
  }));

export const pointPlace = (store: AppStore, network: string) =>
  change(store, () => ({ drawing: { purpose: 'place', shape: 'point', points: [], network } }));

export const leastPoints = ({ shape }: Pick<PipesDrawing, 'shape'>): number =>
  shape === 'line' ? 2 : 1;

export function addPoint(store: AppStore, place: PlaceDeg): void {
  const { drawing } = selectPipes(store.getState());
  if (!drawing) return;
  change(store, () => ({ drawing: { ...drawing, points: [...drawing.points, place] } }));
  if (drawing.shape === 'point') finishDrawing(store);
}

export const removePoint = (store: AppStore) =>
  change(store, ({ drawing }) =>
    drawing ? { drawing: { ...drawing, points: drawing.points.slice(0, -1) } } : {},
  );

export const cancelDrawing = (store: AppStore) => change(store, () => ({ drawing: undefined }));

/** Does nothing while points are lacking. */
export function finishDrawing(store: AppStore): void {
  const { drawing } = selectPipes(store.getState());
  if (!drawing || drawing.points.length < leastPoints(drawing)) return;
  const { purpose, points, network } = drawing;
  change(store, () => ({ drawing: undefined }));
  if (purpose === 'section') change(store, () => ({ sectionLine: points }));
  const [place] = points;
  const move = purpose === 'place' ? moveOf(selectPipes(store.getState()), network) : undefined;
  if (!move || !place) return;
  placeNetwork(store, network, { ...move, longitudeDeg: place[0], latitudeDeg: place[1] });
}
