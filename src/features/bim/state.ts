import type { StoredPlacement } from '#contract/bim-model.ts';
import { defineSlice } from '#store/slice.ts';
import type { AppStore } from '#store/store.ts';
import type {
  BimLook,
  ColourBy,
  ElementDetails,
  Grouping,
  Legend,
  ModelSource,
  PartKey,
} from './contract.ts';
import { fromShared, toShared } from './state/shared.ts';

export interface BimState {
  readonly look: BimLook;
  readonly models: readonly ModelSource[];
  readonly grouping: Grouping;
  readonly views: readonly SavedView[];
  /** What is being done with the pointer or on a page of its own. */
  readonly task: BimTask;
  readonly report: BimReport;
}

/** A look kept under a name, with the camera as a link has it. */
export interface SavedView {
  readonly name: string;
  readonly look: BimLook;
  readonly camera: string;
}

export type BimTask =
  | { readonly kind: 'none' }
  /** A model is being moved, turned and lifted; `draft` is what is shown. */
  | { readonly kind: 'placing'; readonly model: string; readonly draft: StoredPlacement }
  /** The close look: one part alone. */
  | { readonly kind: 'close-look'; readonly part: PartKey };

/** What the worker found out; never shared. */
export interface BimReport {
  readonly models: readonly ModelReport[];
  readonly legend: Legend | undefined;
  /** Elements that are seen, and all that have a mesh. */
  readonly shown: number | undefined;
  readonly total: number | undefined;
  readonly details: ElementDetails | undefined;
}

export interface ModelReport {
  readonly id: string;
  readonly state: 'loading' | 'ready' | 'failed';
  /** Why it could not be opened. */
  readonly reason?: string | undefined;
}

export const initialLook: BimLook = {
  isolated: [],
  hidden: [],
  ghost: true,
  explodeM: 0,
  cutStorey: undefined,
  cutHeightM: 1.2,
  planes: [],
  box: undefined,
  sectionModel: undefined,
  showSpaces: false,
  colourBy: undefined,
};

export const initial: BimState = {
  look: initialLook,
  models: [],
  grouping: 'storey',
  views: [],
  task: { kind: 'none' },
  report: {
    models: [],
    legend: undefined,
    shown: undefined,
    total: undefined,
    details: undefined,
  },
};

export const bimSlice = defineSlice<BimState>({ id: 'bim', initial, toShared, fromShared });
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
