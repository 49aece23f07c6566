// Fire in grass, shrubs and trees beside the town: its way over a raster, and how likely each cell burns.

import type { PlaceDeg } from '../contract.ts';

/** Channel of `scene/frames.ts`: `WildlandFrame` of what is shown. */
export const FIRE_WILDLAND = 'fire/wildland';
/** A line to `workers/fire-wildland`. */
export const WILDLAND_LINE = 'fire/wildland/line';

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
  readonly values: Float32Array;
  readonly unit: string;
  readonly limits: readonly number[];
  readonly model: { readonly en: string; readonly zh: string };
}
