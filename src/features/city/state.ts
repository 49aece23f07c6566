import * as v from 'valibot';
import { defineSlice } from '#store/slice.ts';
import type { AppState, AppStore } from '#store/store.ts';
import {
  type BuildingDetails,
  type ColourBy,
  colourBy,
  type Facet,
  type Filter,
  type FilteredLook,
  filter,
  type Histogram,
  type Legend,
  type Loading,
  type Look,
  type SelectionStatistics,
} from './contract.ts';

export interface CityState extends Look {
  /** How many ids each act of hiding added, so that it can be undone as one. */
  readonly hiddenSteps: readonly number[];
  readonly xray: boolean;
  /** What the session is to do once; it clears the wish when it has. */
  readonly wish: Wish | undefined;
  readonly report: CityReport;
}

/** Asks for every building that has the same value as one of them. */
export interface Wish {
  readonly kind: 'select-alike';
  readonly index: number;
  readonly column: string;
}

/** What the worker found out about the open city; never shared. */
export interface CityReport {
  readonly loading: Loading | undefined;
  /** Buildings in the city; undefined until it is open. */
  readonly count: number | undefined;
  /** Buildings that meet every filter. */
  readonly matching: number | undefined;
  readonly legend: Legend | undefined;
  /** Of the column that colours. */
  readonly histogram: Histogram | undefined;
  /** One for each filter, in their order; shorter while they are being counted. */
  readonly facets: readonly (Facet | undefined)[];
  /** Of two or more selected buildings. */
  readonly statistics: SelectionStatistics | undefined;
  /** Of the one selected building. */
  readonly details: BuildingDetails | undefined;
}

export const emptyReport: CityReport = {
  loading: undefined,
  count: undefined,
  matching: undefined,
  legend: undefined,
  histogram: undefined,
  facets: [],
  statistics: undefined,
  details: undefined,
};

const initial: CityState = {
  colourBy: undefined,
  filters: [],
  filteredLook: 'ghost',
  hidden: [],
  hiddenSteps: [],
  xray: false,
  wish: undefined,
  report: emptyReport,
};

const SHARED_VERSION = 1;

export const citySlice = defineSlice<CityState>({
  id: 'city',
  initial,
  toShared,
  fromShared,
  // The filters are others, so what was counted for each of them is not theirs.
  keep: (linked, { report }) => ({ ...linked, report: { ...report, facets: [] } }),
});

function toShared(state: CityState): unknown {
  const difference = {
    ...(state.colourBy && { colourBy: state.colourBy }),
    ...(state.filters.length > 0 && { filters: state.filters }),
    ...(state.filteredLook !== initial.filteredLook && { filteredLook: state.filteredLook }),
    ...(state.hidden.length > 0 && { hidden: state.hidden }),
    ...(state.xray && { xray: true }),
  };
  if (Object.keys(difference).length === 0) return undefined;
  return { version: SHARED_VERSION, ...difference };
}

/** Keeps every part that can be read, whatever the rest is: a link never stops working. */
function fromShared(shared: unknown): CityState {
  const part = (name: string): unknown => v.parse(sharedParts, shared)[name];
  return {
    ...initial,
    colourBy: readOr(colourBy, part('colourBy'), undefined),
    filters: readEach(filter, part('filters')),
    filteredLook: readOr(v.picklist(['hide', 'ghost']), part('filteredLook'), initial.filteredLook),
    hidden: [...new Set(readEach(v.string(), part('hidden')))],
    xray: readOr(v.boolean(), part('xray'), false),
  };
}

const sharedParts = v.fallback(v.record(v.string(), v.unknown()), {});

function readOr<Schema extends v.GenericSchema, Otherwise>(
  schema: Schema,
  value: unknown,
  otherwise: Otherwise,
): v.InferOutput<Schema> | Otherwise {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : otherwise;
}

function readEach<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema>[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => {
    const parsed = v.safeParse(schema, one);
    return parsed.success ? [parsed.output] : [];
  });
}

const change = (store: AppStore, part: Partial<CityState>) =>
  citySlice.update(store, (state) => ({ ...state, ...part }));

export const colourCity = (store: AppStore, by: ColourBy | undefined) =>
  change(store, { colourBy: by });

export const addFilter = (store: AppStore, added: Filter) =>
  citySlice.update(store, (state) => ({ ...state, filters: [...state.filters, added] }));

export const changeFilter = (store: AppStore, position: number, changed: Filter) =>
  citySlice.update(store, (state) => ({
    ...state,
    filters: state.filters.with(position, changed),
  }));

export const removeFilter = (store: AppStore, position: number) =>
  citySlice.update(store, (state) => ({
    ...state,
    filters: state.filters.toSpliced(position, 1),
    report: { ...state.report, facets: state.report.facets.toSpliced(position, 1) },
  }));

export const clearFilters = (store: AppStore) => change(store, { filters: [] });

export const setFilteredLook = (store: AppStore, filteredLook: FilteredLook) =>
  change(store, { filteredLook });

export const setXray = (store: AppStore, xray: boolean) => change(store, { xray });

export function hide(store: AppStore, ids: readonly string[]): void {
  citySlice.update(store, (state) => {
    const known = new Set(state.hidden);
    const added = [...new Set(ids)].filter((id) => !known.has(id));
    if (added.length === 0) return state;
    return {
      ...state,
      hidden: [...state.hidden, ...added],
      hiddenSteps: [...state.hiddenSteps, added.length],
    };
  });
}

/** Shows again what the last act of hiding took away. */
export function undoHide(store: AppStore): void {
  citySlice.update(store, (state) => {
    if (state.hidden.length === 0) return state;
    return {
      ...state,
      hidden: state.hidden.slice(0, -(state.hiddenSteps.at(-1) ?? state.hidden.length)),
      hiddenSteps: state.hiddenSteps.slice(0, -1),
    };
  });
}

/** Shows one building again; what else was hidden with it then comes back one by one. */
export function show(store: AppStore, id: string): void {
  citySlice.update(store, (state) =>
    state.hidden.includes(id)
      ? {
          ...state,
          hidden: state.hidden.filter((one) => one !== id),
          hiddenSteps: state.hidden.slice(1).map(() => 1),
        }
      : state,
  );
}

export const showAll = (store: AppStore) => change(store, { hidden: [], hiddenSteps: [] });

export const selectAlike = (store: AppStore, index: number, column: string) =>
  change(store, { wish: { kind: 'select-alike', index, column } });

export const clearWish = (store: AppStore) => change(store, { wish: undefined });

export const report = (store: AppStore, part: Partial<CityReport>) =>
  citySlice.update(store, (state) => ({ ...state, report: { ...state.report, ...part } }));

export const selectCity = citySlice.select;

/** Ids of the selected buildings, in the order they were selected. */
export const idsOfSelected = ({ selection }: AppState): readonly string[] =>
  selection.filter((one) => one.feature === citySlice.id).map((one) => one.id);
