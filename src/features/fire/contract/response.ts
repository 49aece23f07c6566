// Engines, water, roads: who is there when, and whether hydrants carry it.

import type { ClosureSource } from '#model/road-closures.ts';
import type { BuildingRef, PlaceDeg } from '../contract.ts';

/** Channels of `scene/frames.ts`. */
export const FIRE_COVER = 'fire/cover';
export const FIRE_DISPATCH = 'fire/dispatch';
export const FIRE_HYDRANTS = 'fire/hydrants';
/** A line to `workers/fire-response`. */
export const RESPONSE_LINE = 'fire/response/line';
/** `ResponseStatus`: how the worker stands and what the city's package lacks. */
export const RESPONSE_STATUS = 'fire/response/status';
/** `WaterShortfall` of every building. */
export const FIRE_WATER = 'fire/water';

/** What the city's package doesn't have, so that arrivals are missing or rougher: words in the panel. */
export const responseLacks = [
  'buildings',
  'streets',
  'street-graph',
  'stations',
  'engines',
  'heights',
] as const;
export type ResponseLack = (typeof responseLacks)[number];

export interface ResponseStatus {
  readonly phase: 'opening' | 'ready' | 'failed';
  readonly lacks: readonly ResponseLack[];
  readonly streets: number;
  readonly stations: number;
  /** One sentence where it failed; the last good frames stay. */
  readonly problem?: string;
}

/** City-wide index order; NaN: no building, or nothing is known. 1 − water in reach / needed, 0 … 1. */
export interface WaterShortfall {
  readonly build: string;
  readonly share: Float32Array;
  /** Hydrants with a solved flow; the others count with `assumedM3s` each. */
  readonly solved: number;
  readonly hydrants: number;
  readonly assumedM3s: number;
}

/** First, second and full-alarm arrival everywhere (s after dispatch; Infinity: not reached; NaN: no building), city-wide index order. */
export interface CoverFrame {
  readonly atMs: number;
  readonly firstS: Float32Array;
  readonly secondS: Float32Array;
  readonly fullS: Float32Array;
  /** Index into `stations` of the first; 0xffff: none. */
  readonly firstStation: Uint16Array;
  readonly stations: readonly StationAtWork[];
  /** Points of street i from `offsets[i]` up to `offsets[i + 1]`, with the first arrival at each point; Infinity: none. */
  readonly streets: {
    readonly offsets: Uint32Array;
    readonly longitudeDeg: Float64Array;
    readonly latitudeDeg: Float64Array;
    readonly arriveS: Float32Array;
  };
  readonly closed: readonly {
    /** `hand`: closed by a person here. */
    readonly source: ClosureSource | 'hand';
    readonly streets: number;
    readonly name: string;
    readonly isSimulated: boolean;
  }[];
  /** Buildings that no engine reaches at all. */
  readonly unreached: number;
  readonly standards: readonly StandardRow[];
  readonly elapsedMs: number;
}

export interface StationAtWork {
  readonly id: string;
  readonly name: string;
  readonly at: PlaceDeg;
  readonly engines: number;
  /** Firefighters on duty; NaN: unknown. */
  readonly crew: number;
  /** A stand-by place that a person added. */
  readonly isAdded: boolean;
  /** Taken as closed by a person: sends nothing. */
  readonly isClosed: boolean;
}

/** A measure of NFPA 1710 or GB 51080 beside what the city reaches. */
export interface StandardRow {
  readonly standard: 'NFPA 1710' | 'GB 51080';
  readonly measure: { readonly en: string; readonly zh: string };
  readonly limit: { readonly en: string; readonly zh: string };
  readonly reached: number;
  readonly unit: string;
  readonly holds: boolean;
}

/** What is sent to a building: one line an engine, the earliest first. */
export interface Dispatch {
  readonly building: BuildingRef;
  /** Heat shuts every way: they come through the streets beside the fire behind their own water. */
  readonly isThroughHeat?: boolean;
  readonly atMs: number;
  readonly engines: readonly {
    readonly id: string;
    readonly name: string;
    readonly station: string;
    readonly stationName: string;
    readonly arriveS: number;
    readonly distanceM: number;
    /** `more`: what could come beyond the full alarm. */
    readonly role: 'first' | 'second' | 'full' | 'more';
    readonly line: readonly PlaceDeg[];
  }[];
  /** Engines of a full alarm there. */
  readonly fullAlarm: number;
  /** Streets that are closed to engines, which they go round. */
  readonly closed: number;
  readonly speeds: { readonly en: string; readonly zh: string };
}

/** Needed fire flow against what hydrants in reach give. */
export interface WaterAtBuilding {
  readonly building: BuildingRef;
  readonly atMs: number;
  readonly needs: readonly {
    readonly standard: 'ISO NFF' | 'IFC B105' | 'GB 50974';
    readonly neededM3s: number;
    readonly durationS: number;
    /** The formula with the numbers in it. */
    readonly formula: string;
    readonly reachM: number;
    readonly hydrants: number;
    /** The nearest of them, which are drawn from. */
    readonly drawn: number;
    /** Those drawn from at once where `isTogether`, else the sum of each alone: too much. NaN: not solved. */
    readonly availableM3s: number;
    readonly isTogether: boolean;
    readonly aloneM3s: number;
    readonly shortfallM3s: number;
    readonly inputs: readonly { readonly en: string; readonly zh: string }[];
  }[];
  readonly hydrants: readonly {
    readonly id: string;
    /** As a selected thing of the pipes' feature. */
    readonly key: string;
    readonly index: number;
    readonly at: PlaceDeg;
    readonly distanceM: number;
    /** NaN where the solver doesn't say. */
    readonly flowM3s: number;
    readonly staticPa: number;
    readonly limit: string;
  }[];
  readonly model: string;
  /** Flows are being solved; those that are known already are there. */
  readonly isSolving: boolean;
  /** Why flows are not known: no network, no model. */
  readonly problem?: string;
}
