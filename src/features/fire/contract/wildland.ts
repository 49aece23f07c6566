// Fire in grass, shrubs and trees beside the town: its way over a raster, how likely each cell burns, which houses it
// comes to.

import type { Text } from '#model/text.ts';
import type { BuildingRef, PlaceDeg, WindSpell } from '../contract.ts';

/** Channels of `scene/frames.ts`: `WildlandFrame` of what is shown, and `WildlandDesk`. */
export const FIRE_WILDLAND = 'fire/wildland';
export const FIRE_WILDLAND_DESK = 'fire/wildland/desk';

export const wildlandMaps = [
  'arrival',
  'flame-length',
  'spread-rate',
  'burn-probability',
  'potential',
  'fuel',
] as const;
export type WildlandMap = (typeof wildlandMaps)[number];

/** One value a cell, row 0 in the north; NaN: nothing burns there. */
export interface WildlandFrame {
  readonly of: string;
  readonly map: WildlandMap;
  readonly columns: number;
  readonly rows: number;
  readonly corners: {
    readonly northWest: PlaceDeg;
    readonly northEast: PlaceDeg;
    readonly southEast: PlaceDeg;
    readonly southWest: PlaceDeg;
  };
  /** min, m, m/min, share of one, rank of intensity 0 … 5, place in `wildlandFuels`. */
  readonly values: Float32Array;
  readonly unit: string;
  readonly limits: readonly number[];
  readonly model: Text;
}

/** How far the living part of grass and shrubs has dried. */
export const curings = ['season', 'green', 'half', 'cured'] as const;
export type Curing = (typeof curings)[number];

/** A fire in the open, or only the weather where it has no ignition. Wind at 10 m; moistures are fractions. */
export interface WildlandRequest {
  readonly ignitions: readonly PlaceDeg[];
  readonly startMs: number;
  readonly durationS: number;
  readonly wind: readonly WindSpell[];
  readonly temperatureC: number;
  readonly humidity: number;
  readonly curing: Curing;
  readonly cellM: number;
}

/** Houses that the fire comes near enough to set alight. */
export interface ExposedHouse {
  readonly building: BuildingRef;
  /** s after ignition; how near the burnt ground comes; flames of the head there. */
  readonly timeS: number;
  readonly distanceM: number;
  readonly flameM: number;
  readonly people: number;
}

export interface WildlandResult {
  readonly of: string;
  readonly request: WildlandRequest;
  readonly cellM: number;
  /** What can burn in the open city. */
  readonly burnableM2: number;
  /** Dead fuel of 1 h, living herbs and wood, as taken. */
  readonly moisture: { readonly h1: number; readonly liveHerb: number; readonly liveWood: number };
  readonly growth: readonly {
    readonly timeS: number;
    readonly areaM2: number;
    /** From where it began to the farthest cell. */
    readonly headM: number;
  }[];
  /** Of what burnt. */
  readonly mostFlameM: number;
  readonly mostRateMs: number;
  /** Burnable ground by rank of intensity in this weather (m²), the mildest first. */
  readonly ranksM2: readonly number[];
  /** Within `EXPOSED_M` of burnt ground, the earliest first. */
  readonly houses: readonly ExposedHouse[];
  readonly housesInAll: number;
  readonly peopleExposed: number;
  readonly assumptions: readonly Text[];
  readonly elapsedMs: number;
}

/** Within this of burning ground houses catch fire by flames, heat or short-range brands. */
export const EXPOSED_M = 30;

/** Byram's intensity (kW/m) between the Canadian ranks: what crews and machines can hold. */
export const intensityLimits = [10, 500, 2000, 4000, 10_000] as const;

export type WildlandNews =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'result'; readonly result: WildlandResult };

/** What the panel shows. */
export interface WildlandDesk {
  readonly phase: 'reading' | 'computing' | 'ready' | 'failed';
  readonly result: WildlandResult | undefined;
  /** Fires of the Monte Carlo that are done. */
  readonly chance: { readonly done: number; readonly of: number } | undefined;
  readonly problem: string | undefined;
}
