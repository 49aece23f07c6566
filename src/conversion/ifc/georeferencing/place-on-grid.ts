import type { StoredPlacement } from '#contract/bim-model.ts';
import { type Geodetic, toEcef } from '#model/position.ts';
import { toDegrees } from '#model/units.ts';
import type { Grid } from './grid.ts';
import type { PointM } from './model-origin.ts';

/** Point of the file's coordinates (m) → easting, northing, height (m) on a map. */
export type ToMap = (point: PointM) => readonly [number, number, number];

export interface GridPlacement {
  readonly placement: StoredPlacement;
  /** From true north to the map's north, clockwise, deg. */
  readonly convergenceDeg: number;
  /** Metres of the map for a metre on the ground at that height. */
  readonly gridScale: number;
  readonly undulationM: number;
}

const STEP_M = 50;
const DEGREE = Math.PI / 180;

/**
 * The placement that is exact at `origin` and turns and stretches as the map does there: measured by stepping
 * 50 m along the model's axes on the map and seeing how far and whither that is on the Earth.
 */
export function placeOnGrid(grid: Grid, toMap: ToMap, origin: PointM): GridPlacement {
  const at = (dx: number, dy: number, dz: number) =>
    grid.toPosition(...toMap([origin[0] + dx, origin[1] + dy, origin[2] + dz]));
  const position = at(0, 0, 0);
  const alongX = between(at(-STEP_M, 0, 0), at(STEP_M, 0, 0), position);
  const alongY = between(at(0, -STEP_M, 0), at(0, STEP_M, 0), position);
  const fit = fitTurn(alongX, alongY);
  const upScale = (at(0, 0, STEP_M).height - at(0, 0, -STEP_M).height) / (2 * STEP_M);

  const ofMap = mapFrameAt(grid, toMap(origin));
  return {
    placement: {
      longitudeDeg: toDegrees(position.longitude),
      latitudeDeg: toDegrees(position.latitude),
      heightM: position.height,
      rotationDeg: fit.turn / DEGREE,
      scale: fit.scale,
      upScale,
    },
    convergenceDeg: -ofMap.turn / DEGREE,
    gridScale: 1 / ofMap.scale,
    undulationM: grid.undulationM(position),
  };
}

/** From true east to the map's east, counter-clockwise (rad), and metres on the ground for one of the map. */
export function mapFrameAt(grid: Grid, [east, north, height]: readonly [number, number, number]) {
  const position = grid.toPosition(east, north, height);
  const step = (dx: number, dy: number) => grid.toPosition(east + dx, north + dy, height);
  return fitTurn(
    between(step(-STEP_M, 0), step(STEP_M, 0), position),
    between(step(0, -STEP_M), step(0, STEP_M), position),
  );
}

type East = readonly [east: number, north: number];

/** East and north of one position from another, per metre stepped, in the plane that touches at `origin`. */
function between(from: Geodetic, to: Geodetic, origin: Geodetic): East {
  const a = toEcef(from);
  const b = toEcef(to);
  const [x, y, z] = [b.x - a.x, b.y - a.y, b.z - a.z];
  const [sinLon, cosLon] = [Math.sin(origin.longitude), Math.cos(origin.longitude)];
  const [sinLat, cosLat] = [Math.sin(origin.latitude), Math.cos(origin.latitude)];
  const east = -sinLon * x + cosLon * y;
  const north = -sinLat * (cosLon * x + sinLon * y) + cosLat * z;
  return [east / (2 * STEP_M), north / (2 * STEP_M)];
}

/** Turn (rad, counter-clockwise) and scale nearest to what both axes say. */
function fitTurn([xEast, xNorth]: East, [yEast, yNorth]: East) {
  const along = xEast + yNorth;
  const across = xNorth - yEast;
  return { turn: Math.atan2(across, along), scale: Math.hypot(along, across) / 2 };
}
