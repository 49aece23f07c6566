// Saved views: a look with a camera under a name.

import { flyTo } from '#store/camera.ts';
import type { AppStore } from '#store/store.ts';
import { bimSlice, setViews } from '../state.ts';
import { parseCameraText, toCameraText } from './camera-text.ts';
import type { SavedView } from './initial.ts';

const viewsOf = (store: AppStore) => bimSlice.select(store.getState()).views;

/** Keeps what is shown now; a view of the same name is replaced in its place. */
export function saveView(store: AppStore, name: string): void {
  const { camera } = store.getState();
  const view: SavedView = {
    name,
    look: bimSlice.select(store.getState()).look,
    camera: toCameraText(camera.flight?.to ?? camera),
  };
  const views = viewsOf(store);
  const isKnown = views.some((one) => one.name === name);
  setViews(
    store,
    isKnown ? views.map((one) => (one.name === name ? view : one)) : [...views, view],
  );
}

/** Shows the models as they were then, from where they were seen. */
export function applyView(store: AppStore, { look, camera }: SavedView): void {
  bimSlice.update(store, (state) => ({ ...state, look }));
  const pose = parseCameraText(camera);
  if (pose) flyTo(store, pose);
}

/** A name that another view has takes that view's place. */
export function renameView(store: AppStore, from: string, to: string): void {
  if (from === to) return;
  setViews(
    store,
    viewsOf(store)
      .filter(({ name }) => name !== to)
      .map((view) => (view.name === from ? { ...view, name: to } : view)),
  );
}

export const deleteView = (store: AppStore, name: string) =>
  setViews(
    store,
    viewsOf(store).filter((view) => view.name !== name),
  );
