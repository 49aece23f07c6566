// What a run stands on, with everything that had to be assumed.

import type { PlaceDeg } from '#features/flood/contract.ts';
import type { Text } from '#model/text.ts';
import type { WaterBody } from '#simulation/flood/ground/water.ts';
import type { FloodGround } from '../parts.ts';

export const groundAssumptions = [
  'holes',
  'no-footprints',
  'small-buildings',
  'no-cover',
  'water-level',
  'water-cut',
  'water-dry',
  'crests-raised',
  'cell-size',
] as const;

export interface GroundAssumption {
  readonly code: (typeof groundAssumptions)[number];
  readonly count: number;
  readonly text: Text;
  /** Where, at most a handful. */
  readonly places: readonly PlaceDeg[];
}

export interface Ground extends FloodGround {
  readonly bodies: readonly WaterBody[];
  /** City-wide index of the building that each cell lies in; −1: none. */
  readonly buildingAt: Int32Array;
  readonly assumptions: readonly GroundAssumption[];
  /** West, south, east, north of the grid's corners (deg). */
  readonly boundsDeg: readonly [number, number, number, number];
}
