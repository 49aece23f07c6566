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

export interface BuiltLeaf extends BuiltTile {
  readonly discipline: string;
  /** Of the tile in the model's frame where it is not the same. */
  readonly transform: Float64Array | undefined;
}

export interface BuiltStorey {
  /** Place in the model's storeys; their number for what is in none. */
  readonly storey: number;
  readonly coarse: BuiltTile | undefined;
  readonly leaves: readonly BuiltLeaf[];
}

/** The building is drawn from as far as those of the city's own tiles, m. */
const FARTHEST_ERROR_M = 500;

export function formatModelTileset(
  storeys: readonly BuiltStorey[],
  placement: StoredPlacement,
): Json {
  const children = storeys.map(({ storey, coarse, leaves }) => ({
    boundingVolume: toVolume(leaves, MOVED_M),
    geometricError: coarse ? COARSE_ERROR_M : FARTHEST_ERROR_M,
    ...(coarse ? { content: { uri: coarse.path } } : {}),
    extras: { storey, ...(coarse ? { isCoarse: true } : {}) },
    children: leaves.map((leaf) => ({
      ...(leaf.transform ? { transform: [...leaf.transform] } : {}),
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
      boundingVolume: toVolume(
        storeys.flatMap(({ leaves }) => leaves),
        2 * MOVED_M,
      ),
      geometricError: FARTHEST_ERROR_M,
      refine: 'REPLACE',
      ...(children.length > 0 ? { children } : {}),
    },
  };
}

/** What a tile's own frame moves it by at most, m: its parent's box holds it all the same. */
const MOVED_M = 0.5;

/** A box along the model's axes, with a margin, since a flat one has no volume. */
function toVolume(boxes: readonly Box[], marginM = 0.01): Json {
  const middle = [0, 0, 0];
  const half = [marginM, marginM, marginM];
  if (boxes.length > 0) {
    for (let axis = 0; axis < 3; axis++) {
      const low = Math.min(...boxes.map(({ least }) => least[axis]!));
      const high = Math.max(...boxes.map(({ greatest }) => greatest[axis]!));
      middle[axis] = (low + high) / 2;
      half[axis] = (high - low) / 2 + marginM;
    }
  }
  const [x = 0, y = 0, z = 0] = half;
  return { box: [...middle, x, 0, 0, 0, y, 0, 0, 0, z] };
}
