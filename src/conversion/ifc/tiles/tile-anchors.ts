// The frames of tiles in models so wide that one plane would leave the Earth: 20 mm in 500 m. Each tile is placed
// anew around its own middle: as the model's map says there, or without a map, level at its height.

import { type GeoreferencingReading, toModelPlacement } from '#contract/bim-model.ts';
import type { Geoid } from '#model/geoid.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { createAnchors } from '../georeferencing/anchors.ts';
import type { PointM } from '../georeferencing/model-origin.ts';
import type { Box } from './model-parts.ts';

/** Narrower models stand on one plane, m. */
const WIDE_M = 500;

/** Column-major: the model's frame → the same, as it lies around a point of it; undefined: no different. */
export type TileAnchor = (point: PointM) => Float64Array | undefined;

export function createTileAnchor(
  { least, greatest }: Box,
  reading: GeoreferencingReading,
  geoid: Geoid,
): TileAnchor {
  const width = Math.max(greatest[0] - least[0], greatest[1] - least[1]);
  if (!(width > WIDE_M)) return () => undefined;
  const inverse = invert(toModelMatrix(toModelPlacement(reading.placement)));
  const anchors = createAnchors(reading, geoid);
  return (point) => multiply(inverse, anchors(point));
}

/** Of a matrix whose columns are square to each other. */
function invert(m: Float64Array): Float64Array {
  const inverse = new Float64Array(16);
  for (let column = 0; column < 3; column++) {
    const square = m[column * 4]! ** 2 + m[column * 4 + 1]! ** 2 + m[column * 4 + 2]! ** 2;
    for (let row = 0; row < 3; row++) {
      inverse[row * 4 + column] = m[column * 4 + row]! / square;
      inverse[12 + column]! -= (m[column * 4 + row]! / square) * m[12 + row]!;
    }
  }
  inverse[15] = 1;
  return inverse;
}

function multiply(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(16);
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let inner = 0; inner < 4; inner++) sum += a[inner * 4 + row]! * b[column * 4 + inner]!;
      product[column * 4 + row] = sum;
    }
  }
  return product;
}
