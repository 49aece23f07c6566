// What a feature declares to the app. Everything heavy is behind a function that imports it when needed.

import type { ComponentType } from 'react';
import type { CityManifest } from '#contract/city-package.ts';
import type { Text } from '#model/text.ts';
import type { Frames } from '#scene/frames.ts';
import type { Layer } from '#scene/layer.ts';
import type { Selected } from '#store/selection.ts';
import type { Slice } from '#store/slice.ts';
import type { AppState, AppStore } from '#store/store.ts';

export interface Feature {
  readonly id: string;
  readonly name: Text;
  /** One line in the catalogue. */
  readonly summary: Text;
  /** Name of an icon of the house kit. */
  readonly icon: string;
  /** Whether this city has what the feature shows. */
  readonly isAvailable: (city: CityManifest) => boolean;
  /** Erased here since the app only hands it back to its feature. */
  readonly slice?: Slice<never>;
  /** Draws the state on the globe. */
  readonly layer?: () => Promise<{ createLayer: () => Layer<never> }>;
  /** Connects the state with the worker while a city is open. */
  readonly session?: () => Promise<{ startSession: StartSession }>;
  /** Body of the layer's card in the workbench. */
  readonly panel?: () => Promise<{ default: ComponentType }>;
  /** Body of the inspector for a selected thing of this feature. */
  readonly inspector?: () => Promise<{ default: ComponentType<{ selected: Selected }> }>;
  readonly commands?: readonly Command[];
}

/** Begins the work; the returned function ends it. */
export type StartSession = (context: SessionContext) => () => void;

export interface SessionContext {
  readonly store: AppStore;
  readonly frames: Frames;
}

export interface Command {
  readonly id: string;
  readonly title: Text;
  readonly icon: string;
  /** e.g. `N`, `Shift+F`, `Mod+K`, where Mod is Ctrl or Cmd. */
  readonly shortcut?: string;
  readonly when?: (state: AppState) => boolean;
  readonly run: (store: AppStore) => void;
}
