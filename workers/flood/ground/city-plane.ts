// Between longitude and latitude and the plane of the city's elevation grid.

import type { ElevationGridHeader } from '#contract/elevation-grid.ts';
import { type CompoundCrs, createFromGeodetic, createToGeodetic } from '#model/crs.ts';
import { createLocalApproximation } from '#model/crs-local.ts';
import { ELLIPSOIDAL_HEIGHT, parseCrs } from '#model/crs-parse.ts';
import type { Geoid } from '#model/geoid.ts';
import { toEcef } from '#model/position.ts';
import { fromDegrees, metres, radians, toDegrees } from '#model/units.ts';
import { type CrsBox, GroundError } from '#simulation/flood/ground/frame.ts';

/** About 2 km. */
const PATCH_RAD = 3.2e-4;
/** A projection's own scale is left out: what is this near to metres or feet is. */
const NOMINAL_SHARE = 3e-3;
const NOMINAL_M = [1, 0.3048, 1200 / 3937] as const;

export interface CityPlane {
  readonly crs: CompoundCrs;
  readonly metresPerX: number;
  readonly metresPerY: number;
  /** Level of the geoid in the city's heights, m, in the middle of the grid. */
  readonly seaLevelM: number;
  /** x, y in the CRS and, of a height above the ellipsoid, the level (m). */
  toPlane(longitudeDeg: number, latitudeDeg: number, heightM?: number): readonly number[];
  /** Longitude, latitude (rad) and the height above the ellipsoid of level 0. */
  toGlobe(x: number, y: number): readonly [number, number, number];
  boxOf(boundsDeg: readonly [number, number, number, number]): CrsBox;
}

export function createCityPlane(header: ElevationGridHeader, geoid: Geoid): CityPlane {
  const crs = readCrs(header);
  const metresPerUnit = crs.vertical.metresPerUnit;
  const axes = { axes: 'east-north' } as const;
  const forth = createLocalApproximation(createFromGeodetic(crs, geoid, axes), {
    patch: PATCH_RAD,
    to: 'projected',
    zScale: 1 / metresPerUnit,
  });
  const back = createToGeodetic(crs, geoid, axes);
  const triple = new Float64Array(3);
  const toPlane = (longitudeDeg: number, latitudeDeg: number, heightM = 0) => {
    triple[0] = fromDegrees(longitudeDeg);
    triple[1] = fromDegrees(latitudeDeg);
    triple[2] = heightM;
    forth(triple, triple);
    return [triple[0]!, triple[1]!, triple[2]! * metresPerUnit];
  };
  const toGlobe = (x: number, y: number): readonly [number, number, number] => {
    triple[0] = x;
    triple[1] = y;
    triple[2] = 0;
    back(triple, triple);
    return [triple[0]!, triple[1]!, triple[2]!];
  };
  const middleX = header.west + (header.cellX * header.width) / 2;
  const middleY = header.north - (header.cellY * header.height) / 2;
  const [longitude, latitude] = toGlobe(middleX, middleY);
  const isOnGeoid = crs.vertical.surface === 'geoid';
  return {
    crs,
    metresPerX: unitM(toGlobe, middleX, middleY, header.cellX, 0),
    metresPerY: unitM(toGlobe, middleX, middleY, 0, header.cellY),
    seaLevelM: isOnGeoid ? 0 : geoid(radians(longitude), radians(latitude)),
    toPlane,
    toGlobe,
    boxOf: (boundsDeg) => boxOf(boundsDeg, toPlane),
  };
}

function readCrs({ crs }: ElevationGridHeader): CompoundCrs {
  const vertical = crs.vertical.replace(/^EPSG:/i, '');
  const both = parseCrs(vertical === '' ? crs.horizontal : `${crs.horizontal}+${vertical}`);
  const parsed = both.ok ? both : parseCrs(crs.horizontal);
  if (!parsed.ok) throw new GroundError(parsed.reason);
  const isEllipsoidal = crs.vertical === ELLIPSOIDAL_HEIGHT.code;
  return isEllipsoidal ? { ...parsed.value, vertical: ELLIPSOIDAL_HEIGHT } : parsed.value;
}

/** What a step of one unit is worth on the ground, over ten cells. */
function unitM(
  toGlobe: CityPlane['toGlobe'],
  x: number,
  y: number,
  dx: number,
  dy: number,
): number {
  const place = (share: number) => {
    const [longitude, latitude] = toGlobe(x + dx * share, y + dy * share);
    return toEcef({
      longitude: radians(longitude),
      latitude: radians(latitude),
      height: metres(0),
    });
  };
  const [a, b] = [place(-5), place(5)];
  const unit = Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z) / (10 * Math.hypot(dx, dy));
  return NOMINAL_M.find((nominal) => Math.abs(unit / nominal - 1) < NOMINAL_SHARE) ?? unit;
}

/** The box around bounds: meridians and parallels are no lines of the grid. */
function boxOf(
  [west, south, east, north]: readonly [number, number, number, number],
  toPlane: CityPlane['toPlane'],
): CrsBox {
  if (!(west < east && south < north)) {
    throw new GroundError(
      `The bounds are ${[west, south, east, north].map((angle) => angle.toFixed(5)).join(', ')}; expected west, south, east, north.`,
    );
  }
  let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let step = 0; step <= 8; step++) {
    const longitude = west + ((east - west) * step) / 8;
    const latitude = south + ((north - south) * step) / 8;
    for (const [lon, lat] of [
      [longitude, south],
      [longitude, north],
      [west, latitude],
      [east, latitude],
    ] as const) {
      const [x = 0, y = 0] = toPlane(lon, lat);
      box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    }
  }
  return box;
}

export const degreesOf = (angle: number): number => toDegrees(radians(angle));
