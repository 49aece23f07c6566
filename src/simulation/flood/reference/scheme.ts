// What a scheme is to the frame around it (`frame.ts`): padded rasters, a stable step, one step.
import type { FloodEdge } from '../parts.ts';
import type { PaddedGround, Reals } from './padded-ground.ts';

/** An edge at a padded index; `face` is the index of its face in the flows of west or north faces. */
export interface PaddedEdge {
  readonly at: number;
  readonly face: number;
  readonly isWestEast: boolean;
  /** +1 where a positive flow through the face enters the grid. */
  readonly inward: 1 | -1;
  readonly kind: FloodEdge['kind'];
  readonly value: number;
}

export interface Scheme {
  readonly ground: PaddedGround;
  /** Padded depth (m); sources write to it. */
  readonly depthM: Reals;
  /** What f32 rounded off each depth (m): the next change takes it along, so that no volume is lost. None in f64. */
  readonly leftOverM?: Float32Array;
  /** Flow through west and north faces (m²/s), or momentum east and north of cells (m²/s). */
  readonly flowX: Reals;
  readonly flowY: Reals;
  /** Momentum belongs to cells, so that sources bring and sinks take it. */
  readonly hasMomentum: boolean;
  /** Longest stable step of all water that is there (s; Infinity where there is none). Throws where it isn't finite. */
  stableStepS(): number;
  /** The same for one cell of this depth and speed. */
  stepOverS(depthM: number, speedMs: number): number;
  setEdges(edges: readonly PaddedEdge[]): void;
  /** Moves the water by one step; gives the volume that came in through edges (m³). */
  step(dtS: number): number;
  velocity(at: number): readonly [eastMs: number, northMs: number];
  /** Water, bed or crest was changed from outside at this padded index. */
  touch(at: number): void;
  /** All arrays were replaced. */
  touchAll(): void;
}

/** Water in it is not finite. */
export class BrokenWater extends Error {
  readonly at: number;
  readonly value: number;
  constructor(at: number, value: number) {
    super(`${value} at ${at}`);
    this.at = at;
    this.value = value;
  }
}

export function toPaddedEdge(
  { stride }: PaddedGround,
  at: number,
  { side, kind, value }: FloodEdge,
): PaddedEdge {
  const base = { at, kind, value };
  switch (side) {
    case 'west':
      return { ...base, face: at, isWestEast: true, inward: 1 };
    case 'east':
      return { ...base, face: at + 1, isWestEast: true, inward: -1 };
    case 'north':
      return { ...base, face: at, isWestEast: false, inward: -1 };
    case 'south':
      return { ...base, face: at + stride, isWestEast: false, inward: 1 };
  }
}
