// Builds small grounds for tests: places are metres from the south-west corner, written as degrees would be.

import type { FloodGrid } from '../parts.ts';
import type { Site } from './parts.ts';

export interface SiteWish {
  readonly width: number;
  readonly height: number;
  readonly cellM?: number;
  /** Bed (m) at the centre of a cell; x east, y north, in metres. */
  readonly bedM?: (x: number, y: number) => number;
}

export function aSite({ width, height, cellM = 10, bedM = () => 0 }: SiteWish): Site {
  const zM = Float32Array.from({ length: width * height }, (_, cell) => {
    const column = cell % width;
    const row = (cell - column) / width;
    return bedM((column + 0.5) * cellM, (height - row - 0.5) * cellM);
  });
  const manning = new Float32Array(width * height).fill(0.03);
  const grid: FloodGrid = { width, height, cellM, zM, manning };
  return { grid, toGrid: ([x, y]) => [x / cellM, height - y / cellM] };
}
