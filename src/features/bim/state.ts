import type { StoredPlacement } from '#contract/bim-model.ts';
import { defineSlice } from '#store/slice.ts';
import type { AppStore } from '#store/store.ts';
import type { BimLook, ColourBy, Grouping, ModelSource, PartKey } from './contract.ts';
import {
  type BimReport,
  type BimState,
  type BimTask,
  initial,
  initialLook,
  type SavedView,
} from './state/initial.ts';
import { fromShared, keep, toShared } from './state/shared.ts';

export {
  type BimReport,
  type BimState,
  type BimTask,
  initial,
  type ModelReport,
  type SavedView,
} from './state/initial.ts';

export const bimSlice = defineSlice<BimState>({ id: 'bim', initial, toShared, fromShared, keep });
export const selectBim = bimSlice.select;

const change = (store: AppStore, part: Partial<BimState>) =>
  bimSlice.update(store, (state) => ({ ...state, ...part }));

export const changeLook = (store: AppStore, part: Partial<BimLook>) =>
  bimSlice.update(store, (state) => ({ ...state, look: { ...state.look, ...part } }));

export const setModels = (store: AppStore, models: readonly ModelSource[]) =>
  change(store, { models });

export const setGrouping = (store: AppStore, grouping: Grouping) => change(store, { grouping });

export const setTask = (store: AppStore, task: BimTask) => change(store, { task });

export const setViews = (store: AppStore, views: readonly SavedView[]) => change(store, { views });

export const report = (store: AppStore, part: Partial<BimReport>) =>
  bimSlice.update(store, (state) => ({ ...state, report: { ...state.report, ...part } }));

export const isolate = (store: AppStore, parts: readonly PartKey[]) =>
  changeLook(store, { isolated: parts });

export const hideParts = (store: AppStore, parts: readonly PartKey[]) =>
  bimSlice.update(store, (state) => ({
    ...state,
    look: { ...state.look, hidden: [...new Set([...state.look.hidden, ...parts])] },
  }));

export const showParts = (store: AppStore, parts: readonly PartKey[]) =>
  bimSlice.update(store, (state) => ({
    ...state,
    look: { ...state.look, hidden: state.look.hidden.filter((one) => !parts.includes(one)) },
  }));

/** Everything seen again: nothing isolated, hidden, cut or lifted; colours stay. */
export const showEverything = (store: AppStore) =>
  bimSlice.update(store, (state) => ({
    ...state,
    look: {
      ...initialLook,
      ghost: state.look.ghost,
      showSpaces: state.look.showSpaces,
      colourBy: state.look.colourBy,
    },
  }));

export const colourParts = (store: AppStore, colourBy: ColourBy | undefined) =>
  changeLook(store, { colourBy });

/** Where a model stands from now on; undefined: where its file says. */
export const placeModel = (
  store: AppStore,
  id: string,
  placement: StoredPlacement | undefined,
  reading?: ModelSource['reading'],
) =>
  bimSlice.update(store, (state) => ({
    ...state,
    models: state.models.map((model) =>
      model.id === id ? { ...model, placement, reading } : model,
    ),
  }));
