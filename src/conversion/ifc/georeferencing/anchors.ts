// Where the points of a large model stand. A plane that touches the Earth at the model's origin leaves it by
// 20 mm in 500 m and by 80 mm in 1 km, so what lies farther off is set down by a matrix of its own.

import { type GeoreferencingReading, toModelPlacement } from '#contract/bim-model.ts';
import type { CompoundCrs } from '#model/crs.ts';
import { ELLIPSOIDAL_HEIGHT, findVerticalCrs, parseCrs } from '#model/crs-parse.ts';
import type { Geoid } from '#model/geoid.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { createGrid } from './grid.ts';
import type { PointM } from './model-origin.ts';
import { mapFrameAt, placeOnGrid, type ToMap } from './place-on-grid.ts';

/**
 * For a point of the model's frame (m): the column-major matrix from that frame to Earth-centred coordinates that
 * is exact there. On a map it follows the map's projection and the geoid; elsewhere the curve of the ellipsoid,
 * as levels and distances on a building site do.
 */
export function createAnchors(
  { placement, crs, verticalCrs }: Pick<GeoreferencingReading, 'placement' | 'crs' | 'verticalCrs'>,
  geoid: Geoid,
): (point: PointM) => Float64Array {
  const grid = createGrid(findMap(crs, verticalCrs) ?? createOwnMap(placement), geoid);
  const {
    longitude,
    latitude,
    height,
    rotation,
    scale,
    upScale = scale,
  } = toModelPlacement(placement);
  const [east, north, up] = grid.toMap({ longitude, latitude, height });
  const ofMap = mapFrameAt(grid, [east, north, up]);
  const onMap = scale / ofMap.scale;
  const cos = Math.cos(rotation - ofMap.turn) * onMap;
  const sin = Math.sin(rotation - ofMap.turn) * onMap;
  const toMap: ToMap = ([x, y, z]) => [
    east + cos * x - sin * y,
    north + sin * x + cos * y,
    up + upScale * z,
  ];
  return (point) => {
    const matrix = toModelMatrix(toModelPlacement(placeOnGrid(grid, toMap, point).placement));
    for (let row = 0; row < 3; row++) {
      matrix[12 + row]! -=
        matrix[row]! * point[0] + matrix[4 + row]! * point[1] + matrix[8 + row]! * point[2];
    }
    return matrix;
  };
}

function findMap(code: string | undefined, verticalCode: string | undefined) {
  const crs = code === undefined ? undefined : parseCrs(code);
  if (!crs?.ok || crs.value.horizontal.kind !== 'projected') return undefined;
  const number = Number(/\d+$/.exec(verticalCode ?? '')?.[0]);
  const vertical =
    verticalCode === ELLIPSOIDAL_HEIGHT.code ? ELLIPSOIDAL_HEIGHT : findVerticalCrs(number);
  return vertical ? { ...crs.value, vertical } : crs.value;
}

/** A transverse Mercator about the model's own origin: true in scale and north there. */
const createOwnMap = ({
  longitudeDeg,
  latitudeDeg,
}: GeoreferencingReading['placement']): CompoundCrs => ({
  horizontal: {
    code: 'local',
    name: 'local',
    kind: 'projected',
    axes: 'east-north',
    definition: `+proj=tmerc +lat_0=${latitudeDeg} +lon_0=${longitudeDeg} +k=1 +x_0=0 +y_0=0 +datum=WGS84`,
    areaDeg: [-180, -90, 180, 90],
    accuracyM: 0,
    usualVertical: ELLIPSOIDAL_HEIGHT.code,
  },
  vertical: ELLIPSOIDAL_HEIGHT,
  verticalIsAssumed: false,
});
