// The frames of tiles in models so wide that one plane would leave the Earth: 20 mm in 500 m. Each tile is placed
// anew around its own middle: as the model's map says there, or without a map, level at its height.

import { type GeoreferencingReading, toModelPlacement } from '#contract/bim-model.ts';
import { parseCrs } from '#model/crs-parse.ts';
import type { Geoid } from '#model/geoid.ts';
import { type ModelPlacement, toModelMatrix } from '#model/model-placement.ts';
import { toGeodetic } from '#model/position.ts';
import { metres, radians } from '#model/units.ts';
import { createGrid } from '../georeferencing/grid.ts';
import type { PointM } from '../georeferencing/model-origin.ts';
import { mapFrameAt, placeOnGrid } from '../georeferencing/place-on-grid.ts';
import type { Box } from './model-parts.ts';

/** Narrower models stand on one plane, m. */
export const WIDE_M = 500;

/** Column-major: the model's frame → the same, as it lies around a point of it; undefined: no different. */
export type TileAnchor = (point: PointM) => Float64Array | undefined;

export function createTileAnchor(
  { least, greatest }: Box,
  reading: GeoreferencingReading,
  geoid: Geoid,
): TileAnchor {
  const width = Math.max(greatest[0] - least[0], greatest[1] - least[1]);
  if (!(width > WIDE_M)) return () => undefined;
  const root = toModelPlacement(reading.placement);
  const inverse = invert(toModelMatrix(root));
  const placeAt = onMap(reading, root, geoid) ?? ((point: PointM) => levelAt(root, point));
  return (point) => {
    const own = toModelMatrix(placeAt(point));
    // Around the point the model's own coordinates go on.
    for (let row = 0; row < 3; row++) {
      own[12 + row]! -= own[row]! * point[0] + own[4 + row]! * point[1] + own[8 + row]! * point[2];
    }
    return multiply(inverse, own);
  };
}

/** By the map that the model is drawn on; undefined where it names none. */
function onMap(reading: GeoreferencingReading, root: ModelPlacement, geoid: Geoid) {
  const { crs, verticalCrs } = reading;
  if (crs === undefined) return undefined;
  const vertical = verticalCrs === undefined ? '' : `+${verticalCrs.replace(/^EPSG:/, '')}`;
  const named = parseCrs(`${crs}${vertical}`);
  const parsed = named.ok ? named : parseCrs(crs);
  if (!parsed.ok || parsed.value.horizontal.kind !== 'projected') return undefined;
  const grid = createGrid(parsed.value, geoid);
  const [east, north, height] = grid.toMap(root);
  if (!Number.isFinite(east + north + height)) return undefined;
  const frame = mapFrameAt(grid, [east, north, height]);
  const turn = root.rotation - frame.turn;
  const stretch = root.scale / frame.scale;
  const [cos, sin] = [Math.cos(turn) * stretch, Math.sin(turn) * stretch];
  const upScale = root.upScale ?? root.scale;
  const toMap = ([x, y, z]: PointM) =>
    [east + cos * x - sin * y, north + sin * x + cos * y, height + z * upScale] as const;
  return (point: PointM) => toModelPlacement(placeOnGrid(grid, toMap, point).placement);
}

/** On the Earth below the plane's point, at the model's height, turned as the model's x axis points there. */
function levelAt(root: ModelPlacement, [x, y, z]: PointM): ModelPlacement {
  const m = toModelMatrix(root);
  const along = (row: number) => metres(m[row]! * x + m[4 + row]! * y + m[12 + row]!);
  const { longitude, latitude } = toGeodetic({ x: along(0), y: along(1), z: along(2) });
  const [sinLon, cosLon] = [Math.sin(longitude), Math.cos(longitude)];
  const [sinLat, cosLat] = [Math.sin(latitude), Math.cos(latitude)];
  const east = -sinLon * m[0]! + cosLon * m[1]!;
  const north = -sinLat * cosLon * m[0]! - sinLat * sinLon * m[1]! + cosLat * m[2]!;
  const upScale = root.upScale ?? root.scale;
  return {
    ...root,
    longitude,
    latitude,
    height: metres(root.height + z * upScale),
    rotation: radians(Math.atan2(north, east)),
  };
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
