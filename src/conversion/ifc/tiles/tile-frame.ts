// What the meshes of one tile have in common: where its middle is, which feature ids its elements have.

import type { ModelParts } from './model-parts.ts';
import type { VertexPools } from './vertex-pools.ts';

/** Size of a position step, m. */
export const STEP_M = 0.001;

export interface TileFrame {
  readonly parts: ModelParts;
  /** Of the tile in the model's frame, m. */
  readonly origin: readonly number[];
  /** Row in the tile's property table by element. */
  readonly tableRowOf: ReadonlyMap<number, number>;
  /** Whether elements have numbers beyond 16 bits. */
  readonly isWide: boolean;
}

export const featureIds = (featureCount: number) => [
  { featureCount, attribute: 0, propertyTable: 0, label: 'feature' },
  { featureCount, attribute: 1, label: 'element' },
];

/** Whole numbers in two bytes, or as f32 (exact to 2^24) where they are wide; four bytes apart as glTF asks. */
export function addIds(pools: VertexPools, ids: Uint32Array, isWide: boolean): number {
  if (isWide) return pools.add('vertices', Float32Array.from(ids), 1, 'SCALAR');
  // Of a number below 65,536 the second half is zero: it is the gap.
  return pools.add(
    'vertices',
    new Uint16Array(ids.buffer, ids.byteOffset, ids.length * 2),
    2,
    'SCALAR',
  );
}

export const roundTo = (value: number, step: number) => Math.round(value / step) * step;
