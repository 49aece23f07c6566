// From the model's frame to the Earth: where the middle of an element is, and which elements a polygon holds.

import type { BimModel } from '#contract/bim-model.ts';
import { toModelPlacement } from '#contract/bim-model.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { insideOf, type Polygon } from '#model/polygon.ts';
import { type Geodetic, toGeodetic } from '#model/position.ts';
import { metres } from '#model/units.ts';
import type { ModelSource } from '../contract.ts';
import { boundsOfElement } from './bounds.ts';
import type { ModelData } from './model-data.ts';
import { placementOf } from './placement.ts';

/** Column-major 4 × 4: model's frame → Earth-centred coordinates. */
export const matrixOf = (source: ModelSource, model: BimModel): Float64Array =>
  toModelMatrix(toModelPlacement(placementOf(source, model)));

export interface ElementPlace {
  readonly middle: Geodetic;
  /** Of the sphere around it, m. */
  readonly radiusM: number;
}

/** Undefined where neither the element nor a part of it has a shape. */
export function placeElement(
  data: ModelData,
  matrix: Float64Array,
  row: number,
): ElementPlace | undefined {
  const bounds = boundsOfElement(data, row);
  if (!bounds) return undefined;
  const { leastM, greatestM } = bounds;
  const middle = leastM.map((low, axis) => (low + greatestM[axis]!) / 2);
  const radiusM = Math.hypot(...leastM.map((low, axis) => (greatestM[axis]! - low) / 2));
  return { middle: toEarth(matrix, middle), radiusM };
}

/** Rows that `isSeen` and whose middle lies inside. */
export function rowsInside(
  data: ModelData,
  matrix: Float64Array,
  polygon: Polygon,
  isSeen: (row: number) => boolean,
): number[] {
  const { least, greatest } = data.elements;
  const isInside = insideOf(polygon);
  const rows: number[] = [];
  const middle = [0, 0, 0];
  for (let row = 0; row < data.count; row++) {
    if (!data.hasMesh(row) || !isSeen(row)) continue;
    for (let axis = 0; axis < 3; axis++) {
      middle[axis] = (least[3 * row + axis]! + greatest[3 * row + axis]!) / 2;
    }
    const { longitude, latitude } = toEarth(matrix, middle);
    if (isInside(longitude, latitude)) rows.push(row);
  }
  return rows;
}

function toEarth(m: Float64Array, [x = 0, y = 0, z = 0]: readonly number[]): Geodetic {
  const [ex, ey, ez] = [0, 1, 2].map((row) =>
    metres(m[row]! * x + m[4 + row]! * y + m[8 + row]! * z + m[12 + row]!),
  );
  return toGeodetic({ x: ex!, y: ey!, z: ez! });
}
