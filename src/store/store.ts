import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CityManifest } from '#contract/city-package.ts';
import { type CameraState, initialCamera } from './camera.ts';
import { type ClockState, initialClock } from './clock.ts';
import type { DroppingState } from './dropping.ts';
import type { Guest } from './guests.ts';
import type { LayerState } from './layers.ts';
import { initialOpening, type OpeningState } from './opening.ts';
import { initialPreferences, type Preferences } from './preferences.ts';
import type { Problem } from './problems.ts';
import type { Selected } from './selection.ts';
import { initialWorkbench, type WorkbenchState } from './workbench.ts';

/** Everything a person could say aloud about the screen. No Cesium object, large array or promise. */
export interface AppState {
  readonly opening: OpeningState;
  readonly city: OpenCity | undefined;
  /** What a person dropped onto the open city. */
  readonly guests: readonly Guest[];
  readonly camera: CameraState;
  readonly clock: ClockState;
  readonly selection: readonly Selected[];
  readonly layers: Readonly<Record<string, LayerState>>;
  readonly problems: readonly Problem[];
  readonly preferences: Preferences;
  readonly workbench: WorkbenchState;
  readonly dropping: DroppingState;
  /** Each feature's slice by feature id: read it through `Slice.select`. */
  readonly features: Readonly<Record<string, unknown>>;
}

export interface OpenCity {
  readonly manifest: CityManifest;
  /** Absolute URL of the folder that city.json lies in, with its closing slash. */
  readonly baseUrl: string;
}

export type AppStore = StoreApi<AppState>;

export function createAppStore(start: Partial<AppState> = {}): AppStore {
  return createStore<AppState>(() => ({
    opening: initialOpening,
    city: undefined,
    guests: [],
    camera: initialCamera,
    clock: initialClock,
    selection: [],
    layers: {},
    problems: [],
    preferences: initialPreferences,
    workbench: initialWorkbench,
    dropping: { kind: 'idle' },
    features: {},
    ...start,
  }));
}
