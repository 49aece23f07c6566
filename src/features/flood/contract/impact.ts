// Who and what the water reaches. Found by `workers/flood` beside the run, from its frames and the city's package.

import type { PlaceDeg } from '../contract.ts';

export type { DamageCurve, DamageTable } from '#simulation/flood/impact/damage.ts';
export { depthClassesM } from '#simulation/flood/impact/depth-class.ts';

/** Channel of `scene/frames.ts` with `readonly FloodEvent[]`: all of the shown run so far, in order of time. */
export const FLOOD_EVENTS = 'flood/events';
/** Channel of `scene/frames.ts` with `FloodRoads` of the shown time. */
export const FLOOD_ROADS = 'flood/roads';
/** Channel of `scene/frames.ts` with `FloodBadge[]` of the shown time. */
export const FLOOD_BADGES = 'flood/badges';

/** Counts of one depth class at one time. */
export interface DepthClassCount {
  readonly buildings: number;
  readonly peopleDay: number;
  readonly peopleNight: number;
  readonly damage: number;
}

/** A building, critical site, road, underground entrance that water reached; kept sorted by `firstWetS`. */
export interface FloodHit {
  readonly kind: 'building' | 'site' | 'road' | 'underground';
  /** The thing as its feature's id and its own: what a click selects. */
  readonly feature: string;
  readonly id: string;
  /** City-wide index of the building that it is or lies in; −1: none. */
  readonly index: number;
  readonly name: string;
  /** Use of a building, kind of a site, class of a road. */
  readonly use: string;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  /** When the water first exceeded its sill, or the road closed (s since the start of the run). */
  readonly firstWetS: number;
  /** At the time asked for: above its sill, closed to cars, or (of a dry site) cut off. */
  readonly isNow: boolean;
  readonly depthM: number;
  readonly maxDepthM: number;
  readonly maxHazard: number;
  readonly peopleDay: number;
  readonly peopleNight: number;
  /** In the currency of the damage table. */
  readonly damage: number;
  /** Storeys below the ground of the building that it is or lies in; absent where the city doesn't say. */
  readonly basementStoreys?: number;
}

/** A road's windows: when a small car and when a fire engine can't pass any more, and can again. */
export interface RoadClosure {
  readonly id: string;
  readonly name: string;
  readonly closedCarS: number;
  readonly openCarS?: number;
  readonly closedEngineS?: number;
  readonly openEngineS?: number;
  readonly maxDepthM: number;
  /** Km/h that Pregnolato's curve leaves at the present depth. */
  readonly speedKmh: number;
  readonly lengthM: number;
  readonly at: PlaceDeg;
  /** All its windows in order of time; the fields above are of the first one. */
  readonly windows: readonly {
    readonly to: 'car' | 'engine';
    readonly closedS: number;
    readonly openS?: number;
  }[];
}

/** What the city's package doesn't have, so that numbers are missing or rougher: words in the panel. */
export const exposureLacks = [
  'buildings',
  'footprints',
  'use',
  'people',
  'floor-area',
  'basements',
  'facilities',
  'streets',
  'street-graph',
  'underground',
] as const;
export type ExposureLack = (typeof exposureLacks)[number];

/**
 * Streets to draw: lines once a run, a state each at the shown time: 0 open, 1 slow (less than half of the speed limit
 * is left), 2 closed to cars, 3 closed to fire engines too.
 */
export interface FloodRoads {
  readonly run: string;
  readonly timeS: number;
  /** The same object as long as the run is the same. */
  readonly lines: FloodRoadLines;
  readonly states: Uint8Array;
}

export interface FloodRoadLines {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Points of street i: from `offsets[i]` up to `offsets[i + 1]`. */
  readonly offsets: Uint32Array;
  readonly longitudeDeg: Float64Array;
  readonly latitudeDeg: Float64Array;
}

/** A sign at a place: a wet or a cut-off site, a flooded entrance of the underground. */
export interface FloodBadge {
  readonly id: string;
  readonly kind: 'site-wet' | 'site-cut-off' | 'underground-wet';
  readonly name: string;
  /** Kind of the site, e.g. `hospital`. */
  readonly use: string;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly depthM: number;
}

export interface FloodImpact {
  readonly run: string;
  readonly timeS: number;
  /** Buildings with water (≥ 5 cm) at them now; one class more than `depthClassesM`, from the dry side up. */
  readonly classes: readonly DepthClassCount[];
  /** The same by the deepest so far. */
  readonly worst: readonly DepthClassCount[];
  /** Buildings above their sill now. */
  readonly flooded: number;
  /** Buildings with a basement and water (≥ 5 cm) at them now, sill or not; absent where the city knows of no basements. */
  readonly basements?: number;
  readonly byUse: readonly {
    readonly use: string;
    readonly buildings: number;
    readonly damage: number;
  }[];
  /** In buildings above their sill now. */
  readonly peopleDay: number;
  readonly peopleNight: number;
  /** Of the deepest so far; the sum may lie anywhere between low and high. */
  readonly damage: number;
  readonly damageLow: number;
  readonly damageHigh: number;
  readonly currency: string;
  /** To cars, and to fire engines among them. */
  readonly roadsClosed: number;
  readonly roadsClosedM: number;
  readonly roadsClosedEngine: number;
  /** Buildings that are dry but that no passable road joins to the main part of the network. */
  readonly isolated: {
    readonly buildings: number;
    readonly peopleDay: number;
    readonly peopleNight: number;
  };
  /** Sites that are dry but that no passable road reaches. */
  readonly cutOff: readonly FloodHit[];
  /** Sites (hospitals, schools, substations …) and underground entrances that are wet. */
  readonly critical: readonly FloodHit[];
  /** Everything that water reached so far, counted; the list itself is asked for by page (`hits`). */
  readonly hits: number;
  readonly lacks: readonly ExposureLack[];
  /** A byte a building of the city: 0 dry, else 1 + depth class now; 16 added: above its sill; 32: cut off. */
  readonly buildings: Uint8Array;
  /** A byte a street of the city: state of `FloodRoads`. */
  readonly roads: Uint8Array;
}

/** First-wet events in order of time, for the timeline. */
export interface FloodEvent {
  readonly timeS: number;
  readonly kind: FloodHit['kind'] | 'breach' | 'barrier' | 'cut-off' | 'road-open';
  readonly name: string;
  readonly feature?: string;
  readonly id?: string;
}

export const hitColumns = [
  'firstWetS',
  'name',
  'use',
  'depthM',
  'maxDepthM',
  'maxHazard',
  'peopleDay',
  'peopleNight',
  'damage',
] as const;
export type HitColumn = (typeof hitColumns)[number];

/** What of a list is wanted: lists of a whole city are sorted and cut in the worker. */
export interface HitQuery {
  /** Lists that are wanted; all of them where absent. */
  readonly lists?: readonly ('hits' | 'events' | 'closures')[];
  /** All kinds where absent or empty. */
  readonly kinds?: readonly FloodHit['kind'][];
  /** Part of a name, id or use, in any case. */
  readonly text?: string;
  /** By first water where absent. */
  readonly sort?: { readonly by: HitColumn; readonly isDescending: boolean };
  /** Most hits and closures that are wanted. */
  readonly most?: number;
}
