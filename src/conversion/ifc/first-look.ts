// A plain GLB of what has been read of a model so far: shown while the rest is read and the tiles are built.
// Its shapes can be looked at, not picked.

import type { BimModel, StoredPlacement } from '#contract/bim-model.ts';
import type { GeometryPart } from './geometry/read-geometry.ts';
import { chooseOrigin } from './georeferencing/model-origin.ts';
import { readGeoreferencing } from './georeferencing/read-georeferencing.ts';
import { createLookCorners } from './look-corners.ts';
import { formatLook } from './look-glb.ts';
import type { IfcFile, Shape } from './parts.ts';

export interface FirstLook {
  /** In the model's frame as far as it is known, y up as glTF has it. */
  readonly glb: Uint8Array<ArrayBuffer>;
  readonly placement: StoredPlacement;
}

type PlaceOptions = Parameters<typeof readGeoreferencing>[2];

/** Not more often, and no more once there is so much: it would hold up what it stands in for. */
const LEAST_WAIT_MS = 300;
const MOST_CORNERS = 400_000;

/** Takes the parts of a geometry as they come and gives a look after the first and then now and again. */
export function createFirstLook(
  file: IfcFile,
  options: PlaceOptions,
  onLook: (look: FirstLook) => void,
): (part: GeometryPart) => void {
  const shapes: Shape[] = [];
  const corners = createLookCorners();
  let lastMs = Number.NEGATIVE_INFINITY;
  return (part) => {
    if (corners.count > MOST_CORNERS) return;
    for (const shape of part.shapes) shapes.push(shape);
    corners.add(shapes, part.placed);
    if (performance.now() - lastMs < LEAST_WAIT_MS || corners.count === 0) return;
    const boundsM: BimModel['boundsM'] = corners.boundsM();
    const { placement } = readGeoreferencing(file, boundsM, options).readings[0]!;
    onLook({ glb: formatLook(corners, chooseOrigin(boundsM)), placement });
    lastMs = performance.now();
  };
}
