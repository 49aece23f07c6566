// The tiles of a building model as tileset.json (3D Tiles 1.1): a root without content, its storeys, and
// below each its disciplines in chunks. A storey's own content is coarse; `extras` say what a tile is.
// The root has no content, so that storeys can be drawn apart and leave nothing whole behind.

import { type StoredPlacement, toModelPlacement } from '#contract/bim-model.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { COARSE_ERROR_M } from './coarse-shapes.ts';
import type { Box } from './model-parts.ts';

type Json = Record<string, unknown>;

export interface BuiltTile extends Box {
  readonly path: string;
  readonly bytes: number;
}

export interface BuiltStorey {
  /** Place in the model's storeys; their number for what is in none. */
  readonly storey: number;
  readonly coarse: BuiltTile | undefined;
  readonly leaves: readonly (BuiltTile & { readonly discipline: string })[];
}

/** The building is drawn from as far as those of the city's own tiles, m. */
const FARTHEST_ERROR_M = 500;

export function formatModelTileset(
  storeys: readonly BuiltStorey[],
  placement: StoredPlacement,
): Json {
  const children = storeys.map(({ storey, coarse, leaves }) => ({
    boundingVolume: toVolume(leaves),
    geometricError: coarse ? COARSE_ERROR_M : FARTHEST_ERROR_M,
    ...(coarse ? { content: { uri: coarse.path } } : {}),
    extras: { storey, ...(coarse ? { isCoarse: true } : {}) },
    children: leaves.map((leaf) => ({
      boundingVolume: toVolume([leaf]),
      geometricError: 0,
      content: { uri: leaf.path },
      extras: { storey, discipline: leaf.discipline },
    })),
  }));
  return {
    asset: { version: '1.1', generator: 'Panopolis' },
    geometricError: FARTHEST_ERROR_M,
    root: {
      transform: [...toModelMatrix(toModelPlacement(placement))],
      boundingVolume: toVolume(storeys.flatMap(({ leaves }) => leaves)),
      geometricError: FARTHEST_ERROR_M,
      refine: 'REPLACE',
      ...(children.length > 0 ? { children } : {}),
    },
  };
}

/** A box along the model's axes; a little thickness, since a flat one has no volume. */
function toVolume(boxes: readonly Box[]): Json {
  const middle = [0, 0, 0];
  const half = [0.01, 0.01, 0.01];
  if (boxes.length > 0) {
    for (let axis = 0; axis < 3; axis++) {
      const low = Math.min(...boxes.map(({ least }) => least[axis]!));
      const high = Math.max(...boxes.map(({ greatest }) => greatest[axis]!));
      middle[axis] = (low + high) / 2;
      half[axis] = Math.max(0.01, (high - low) / 2);
    }
  }
  const [x = 0, y = 0, z = 0] = half;
  return { box: [...middle, x, 0, 0, 0, y, 0, 0, 0, z] };
}
