// Flat meshes of a tile: the corners of its cells, every one or every second, fourth …

import { FLOOD_TILE } from './flood-format.ts';

/** Cells between two corners of a mesh. */
export const meshSteps = [1, 2, 4, 8] as const;
export type MeshStep = (typeof meshSteps)[number];

export interface FloodMesh {
  /** Two floats a corner: column and row from the tile's north-west. */
  readonly corners: Float32Array;
  readonly indices: Uint32Array;
}

export function floodMesh(step: MeshStep): FloodMesh {
  const sides = FLOOD_TILE / step;
  const corners = new Float32Array(2 * (sides + 1) ** 2);
  const indices = new Uint32Array(6 * sides ** 2);
  let corner = 0;
  let index = 0;
  for (let row = 0; row <= sides; row++) {
    for (let column = 0; column <= sides; column++) {
      corners[corner++] = column * step;
      corners[corner++] = row * step;
      if (row === sides || column === sides) continue;
      const at = row * (sides + 1) + column;
      const below = at + sides + 1;
      indices.set([at, below, at + 1, at + 1, below, below + 1], index);
      index += 6;
    }
  }
  return { corners, indices };
}

/** The widest step whose corners stand nearer together than `pixels` on the screen. */
export function stepFor(cellM: number, metresPerPixel: number, pixels = 5): MeshStep {
  let step: MeshStep = 1;
  for (const one of meshSteps) if (one * cellM <= pixels * metresPerPixel) step = one;
  return step;
}
