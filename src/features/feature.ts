// What a feature declares to the app. Everything heavy is behind a function that imports it when needed.

import type { ComponentType } from 'react';
import type { StoredPlacement } from '#contract/bim-model.ts';
import type { CityManifest } from '#contract/city-package.ts';
import type { CountedBuilding } from '#model/building-numbers.ts';
import type { Text } from '#model/text.ts';
import type { Metres, Radians } from '#model/units.ts';
import type { Frames } from '#scene/frames.ts';
import type { Layer } from '#scene/layer.ts';
import type { Command, PlaceAct } from '#store/command.ts';
import type { Selected } from '#store/selection.ts';
import type { Slice } from '#store/slice.ts';
import type { AppState, AppStore } from '#store/store.ts';

export type { Command, PlaceAct } from '#store/command.ts';

export interface Feature {
  readonly id: string;
  readonly name: Text;
  /** One line in the catalogue. */
  readonly summary: Text;
  /** Name of an icon of the house kit. */
  readonly icon: string;
  /** Whether this city has what the feature shows. */
  readonly isAvailable: (city: CityManifest) => boolean;
  /** Its state's type is known to the feature alone: the app only stores, shares and hands it back. */
  readonly slice?: Slice<unknown>;
  /** Draws the state on the globe. */
  readonly layer?: () => Promise<{ createLayer: () => Layer<object> }>;
  /** Connects the state with the worker while a city is open. */
  readonly session?: () => Promise<{ startSession: StartSession }>;
  /** Body of the layer's card in the workbench. */
  readonly panel?: () => Promise<{ default: ComponentType }>;
  /** Its part of the time panel, where the feature is what a person sets the time for: sun, flood, traffic. */
  readonly timePanel?: () => Promise<{ default: ComponentType }>;
  /** Body of the inspector for a selected thing of this feature. */
  readonly inspector?: () => Promise<{ default: ComponentType<{ selected: readonly Selected[] }> }>;
  /** Parts that it adds to the inspector below another feature's things: the fire risk of a building. */
  readonly aspects?: readonly Aspect[];
  /** What the bar on top says of it while the city is open: a count of alarms. */
  readonly bar?: () => Promise<{ default: ComponentType }>;
  /** Covers the globe while it is open: one building alone. The panels around it stay. */
  readonly stage?: {
    readonly isOpen: (state: AppState) => boolean;
    readonly load: () => Promise<{ default: ComponentType }>;
  };
  readonly commands?: readonly Command[];
  /** What can be done at a place of the globe, for the menu of a right click or a long press. */
  readonly here?: readonly PlaceAct[];
  /** What a person calls a selected thing, where the state knows; the bar on top shows its id otherwise. */
  readonly nameOf?: (state: AppState, selected: Selected) => string | undefined;
  /** Lets a person put a guest of the city (`store/guests.ts`) where it belongs, beginning at `draft`. */
  readonly place?: () => Promise<{
    startPlacing: (store: AppStore, guest: string, draft: StoredPlacement) => void;
  }>;
}

/** A section in the inspector of one selected thing of another feature. */
export interface Aspect {
  /** Id of the feature whose things it tells of. */
  readonly of: string;
  readonly title: Text;
  readonly isInitiallyOpen: boolean;
  readonly when?: (state: AppState) => boolean;
  readonly load: () => Promise<{ default: ComponentType<{ selected: Selected }> }>;
}

/** A part of a session that runs while the city is open; it may give back how to stop it. */
export type StartPart = (
  context: SessionContext,
  signal: AbortSignal,
) => undefined | (() => void) | Promise<unknown>;

export type StartSession = (context: SessionContext) => Session;

export interface SessionContext {
  readonly store: AppStore;
  readonly frames: Frames;
  /** A thing of any feature by its id, e.g. the building that a sensor is in: features don't know each other. */
  readonly find: FindThing;
  /** Another feature's things whose centre lies inside a polygon, as its session's `findInside`. */
  readonly findInside: (
    feature: string,
    polygon: readonly (readonly [Radians, Radians])[],
    signal: AbortSignal,
  ) => Promise<readonly Selected[]>;
  /** What another feature knows of its buildings' size, as its session's `measure`. */
  readonly measure: (
    feature: string,
    ids: readonly string[],
    signal: AbortSignal,
  ) => Promise<readonly CountedBuilding[]>;
}

export type FindThing = (
  feature: string,
  id: string,
  signal: AbortSignal,
) => Promise<SearchHit | undefined>;

/** A feature at work on the open city. */
export interface Session {
  stop(): void;
  search?(
    query: string,
    options: { limit: number; signal: AbortSignal },
  ): Promise<readonly SearchHit[]>;
  /** The feature's things whose centre lies inside the polygon of longitude, latitude pairs (rad). */
  findInside?(
    polygon: readonly (readonly [Radians, Radians])[],
    signal: AbortSignal,
  ): Promise<readonly Selected[]>;
  /** Of buildings by their ids; leaves out those that it doesn't have. */
  measure?(ids: readonly string[], signal: AbortSignal): Promise<readonly CountedBuilding[]>;
}

export interface SearchHit {
  readonly title: string;
  /** What else tells it from its neighbours: address, use, the attribute that matched. */
  readonly detail: string;
  readonly selected: Selected;
  readonly at: Surroundings;
  /** Of a city: it is a tree, a bridge or the like, not a building. */
  readonly isOther?: boolean;
}

/** A place with the size of what stands there, to fly to. */
export interface Surroundings {
  readonly longitude: Radians;
  readonly latitude: Radians;
  /** Above the ellipsoid. */
  readonly height: Metres;
  readonly radius: Metres;
}
