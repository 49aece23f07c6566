import type { Matrix } from './matrix.ts';

/** Red, green, blue and opacity, 0–255 each. */
export type Rgba = readonly [number, number, number, number];

/** A kept shape and where it lies in some frame, m. */
export interface Part {
  /** Row in the list of shapes. */
  readonly shape: number;
  readonly matrix: Matrix;
  readonly rgba: Rgba;
}

/** What was read of a product: its parts, or why there are none. */
export interface Reading {
  readonly parts: readonly Part[];
  /** A clause on what is wrong with it, e.g. `its triangles have no area`. */
  readonly fault?: string | undefined;
}
