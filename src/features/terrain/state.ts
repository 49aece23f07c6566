import * as v from 'valibot';
import type { CityManifest, TerrainLayer } from '#contract/city-package.ts';
import { defineSlice } from '#store/slice.ts';
import type { AppState, AppStore } from '#store/store.ts';

export interface TerrainState {
  /** How many times as high as it is everything is drawn, 1 … 5. */
  readonly exaggeration: number;
}

export const LEAST_EXAGGERATION = 1;
export const MOST_EXAGGERATION = 5;

const initial: TerrainState = { exaggeration: LEAST_EXAGGERATION };

const shared = v.object({
  exaggeration: v.pipe(v.number(), v.minValue(LEAST_EXAGGERATION), v.maxValue(MOST_EXAGGERATION)),
});

export const terrainSlice = defineSlice<TerrainState>({
  id: 'terrain',
  initial,
  toShared: (state) => (state.exaggeration === initial.exaggeration ? undefined : state),
  fromShared: (value) => {
    const parsed = v.safeParse(shared, value);
    return parsed.success ? parsed.output : initial;
  },
});

export const exaggerate = (store: AppStore, exaggeration: number) =>
  terrainSlice.update(store, (state) => ({
    ...state,
    exaggeration: Math.min(MOST_EXAGGERATION, Math.max(LEAST_EXAGGERATION, exaggeration)),
  }));

export const hasTerrain = ({ layers }: CityManifest): boolean =>
  layers.some(({ kind }) => kind === 'terrain');

export function selectTerrain({ city }: AppState): TerrainLayer | undefined {
  return city?.manifest.layers.find((layer) => layer.kind === 'terrain');
}

/** Absolute URL of the folder with the open city's tiles; undefined where it has no terrain. */
export function selectTilesUrl(state: AppState): string | undefined {
  const layer = selectTerrain(state);
  return state.city && layer ? new URL(layer.tiles, state.city.baseUrl).href : undefined;
}

/** The ground that exaggeration leaves where it is, m above the ellipsoid. */
export const selectLowestM = ({ city }: AppState): number => city?.manifest.heightM[0] ?? 0;
