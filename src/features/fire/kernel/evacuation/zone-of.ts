// The zone that has to be left: the union of hazards with a margin laid around it. m in a plane about their middle.
// The distance to the nearest hazard on a raster, negative inside one, contoured at the margin: exact along straight
// edges, within a tenth of a cell elsewhere.

import { contours } from 'd3-contour';
import type { PlaceDeg, RingsDeg } from '../../contract.ts';
import { nearestEdges, type Raster } from './nearest-edges.ts';
import { simplifyRing } from './simplify-ring.ts';

const METRES_PER_DEGREE = 111_195;
/** Along the longer side. */
const MOST_CELLS = 360;
const LEAST_CELL_M = 4;
/** Where hazards overlap or touch, an edge of the one inside the other is no border. */
const TOUCH_M = 0.01;

/** Even-odd rings; none where no hazard has an area. Throws `RangeError` for a margin below 0. */
export function zoneOf(hazards: readonly RingsDeg[], marginM: number): RingsDeg {
  if (!(marginM >= 0 && marginM < Infinity))
    throw new RangeError(`The margin is ${marginM} m; 0 or more is expected.`);
  const solid = hazards.map((rings) => rings.filter(({ length }) => length >= 3));
  const points = solid.flat(2);
  const [first] = points;
  if (!first) return [];
  const plane = planeAround(points);
  const shapes = solid.map((rings) => rings.map((ring) => ring.map(plane.toM)));
  const raster = rasterOver(shapes.flat(2), marginM);
  const { distanceM } = nearestEdges(raster, shapes.flat());
  for (const shape of shapes) fillInside(raster, shape, distanceM);
  const values = Array.from(distanceM, (away) => -away);
  const [found] = contours()
    .size([raster.columns, raster.rows])
    .thresholds([-(marginM + TOUCH_M)])(values);
  // A contour counts from the corner of a cell, the raster from its middle.
  const toM = (at: number, first: number) => first + (at - 0.5) * raster.cellM;
  return (found?.coordinates ?? []).flat().flatMap((ring) => {
    const metres = ring.map(
      ([column = 0, row = 0]) => [toM(column, raster.xM), toM(row, raster.yM)] as const,
    );
    const plain = simplifyRing(metres, raster.cellM / 10);
    return plain.length >= 4 ? [plain.map(plane.toDeg)] : [];
  });
}

type PlaceM = readonly [eastM: number, northM: number];

function planeAround(points: readonly PlaceDeg[]) {
  const [west, south, east, north] = boxOf(points);
  const middle: PlaceDeg = [(west + east) / 2, (south + north) / 2];
  const perEast = METRES_PER_DEGREE * Math.cos((middle[1] * Math.PI) / 180);
  return {
    toM: ([longitude, latitude]: PlaceDeg): PlaceM => [
      (longitude - middle[0]) * perEast,
      (latitude - middle[1]) * METRES_PER_DEGREE,
    ],
    toDeg: ([eastM, northM]: PlaceM): PlaceDeg => [
      round(middle[0] + eastM / perEast),
      round(middle[1] + northM / METRES_PER_DEGREE),
    ],
  };
}

/** About a centimetre. */
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

function boxOf(points: readonly PlaceDeg[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Two cells wider than the margin, so that every border closes. */
function rasterOver(points: readonly PlaceM[], marginM: number): Raster {
  const [west, south, east, north] = boxOf(points);
  const spanM = Math.max(east - west, north - south) + 2 * marginM;
  const cellM = Math.max(LEAST_CELL_M, spanM / MOST_CELLS);
  const aroundM = marginM + 2 * cellM;
  return {
    ...{ xM: west - aroundM, yM: south - aroundM, cellM },
    columns: Math.ceil((east - west + 2 * aroundM) / cellM) + 1,
    rows: Math.ceil((north - south + 2 * aroundM) / cellM) + 1,
  };
}

/** Turns the distance negative inside one hazard: even-odd, row by row. */
function fillInside(
  { xM, yM, cellM, columns, rows }: Raster,
  shape: readonly (readonly PlaceM[])[],
  distanceM: Float64Array,
): void {
  for (let row = 0; row < rows; row++) {
    const y = yM + row * cellM;
    const crossings = shape.flatMap((ring) => crossingsOf(ring, y)).sort((a, b) => a - b);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const from = Math.max(0, Math.ceil(((crossings[at] ?? 0) - xM) / cellM));
      const to = Math.min(columns - 1, Math.floor(((crossings[at + 1] ?? 0) - xM) / cellM));
      for (let cell = row * columns + from; cell <= row * columns + to; cell++)
        distanceM[cell] = -Math.abs(distanceM[cell]!);
    }
  }
}

function crossingsOf(ring: readonly PlaceM[], y: number): number[] {
  const found: number[] = [];
  let [beforeX, beforeY] = ring[ring.length - 1] ?? [0, 0];
  for (const [x, atY] of ring) {
    if (atY > y !== beforeY > y) found.push(x + ((beforeX - x) * (y - atY)) / (beforeY - atY));
    beforeX = x;
    beforeY = atY;
  }
  return found;
}
