import * as v from 'valibot';
import type { Preferences } from '#store/preferences.ts';
import { defineSlice } from '#store/slice.ts';
import type { AppState, AppStore } from '#store/store.ts';

export interface BasemapState {
  /** `auto` follows the theme of the app. */
  readonly style: 'auto' | 'dark' | 'light';
  readonly labels: boolean;
}

const initial: BasemapState = { style: 'auto', labels: true };

const shared = v.object({
  style: v.fallback(v.picklist(['auto', 'dark', 'light']), initial.style),
  labels: v.fallback(v.boolean(), initial.labels),
});

export const basemapSlice = defineSlice<BasemapState>({
  id: 'basemap',
  initial,
  toShared: ({ style, labels }) => {
    const difference = {
      ...(style !== initial.style && { style }),
      ...(labels !== initial.labels && { labels }),
    };
    return Object.keys(difference).length > 0 ? difference : undefined;
  },
  fromShared: (value) => {
    const parsed = v.safeParse(shared, { ...initial, ...toRecord(value) });
    return parsed.success ? parsed.output : initial;
  },
});

const toRecord = (value: unknown) => (typeof value === 'object' && value !== null ? value : {});

export const setStyle = (store: AppStore, style: BasemapState['style']) =>
  basemapSlice.update(store, (state) => ({ ...state, style }));

export const setLabels = (store: AppStore, labels: boolean) =>
  basemapSlice.update(store, (state) => ({ ...state, labels }));

export const toggleLabels = (store: AppStore) =>
  basemapSlice.update(store, (state) => ({ ...state, labels: !state.labels }));

/** The colours to draw in. */
export function selectTheme(state: AppState): Preferences['theme'] {
  const { style } = basemapSlice.select(state);
  return style === 'auto' ? state.preferences.theme : style;
}

/** Absolute URL of the open city's archive; undefined where it has none. */
export function selectArchiveUrl({ city }: AppState): string | undefined {
  const layer = city?.manifest.layers.find(({ kind }) => kind === 'basemap');
  return city && layer?.kind === 'basemap' ? `${city.baseUrl}${layer.tiles}` : undefined;
}

/** Who made the map data, one line; undefined where no source says so. */
export function selectAttribution({ city }: AppState): string | undefined {
  const lines = city?.manifest.sources.flatMap(({ attribution }) => attribution ?? []) ?? [];
  return lines.length > 0 ? Array.from(new Set(lines)).join(', ') : undefined;
}

/** Absolute URL of the open city's streets, a feature a line; undefined where it has none. */
export function selectStreetsUrl({ city }: AppState): string | undefined {
  const layer = city?.manifest.layers.find(
    ({ id, kind }) => kind === 'collection' && id === 'streets',
  );
  return city && layer?.kind === 'collection' ? `${city.baseUrl}${layer.items}` : undefined;
}
