// Coordinate reference systems: what they are and how coordinates become WGS 84 longitude, latitude (rad)
// and ellipsoidal height (m), and back. Projections and datum shifts by proj4 on the definitions of
// `crs-table.ts`; heights by the geoid of `geoid.ts`.

import proj4, { type Converter } from 'proj4';
import type { Geoid } from './geoid.ts';
import { fromDegrees, radians, toDegrees } from './units.ts';

/** Which of the first two numbers of a coordinate points east. */
export type AxisOrder = 'east-north' | 'north-east';

export interface HorizontalCrs {
  /** e.g. `EPSG:28992`. */
  readonly code: string;
  readonly name: string;
  readonly kind: 'geographic' | 'projected';
  /** As the authority defines it; many files of projected CRSs come in east-north order all the same. */
  readonly axes: AxisOrder;
  /** proj4 definition. */
  readonly definition: string;
  /** West, south, east, north (deg) where the CRS is meant to be used; west > east across the antimeridian. */
  readonly areaDeg: readonly [number, number, number, number];
  /** What the shift to WGS 84 is worth without national grids, m. */
  readonly accuracyM: number;
  /** The height system that data in this CRS have where they name none. */
  readonly usualVertical: string;
}

export interface VerticalCrs {
  readonly code: string;
  readonly name: string;
  /** Heights count from the geoid (mean sea level) or from the ellipsoid. */
  readonly surface: 'geoid' | 'ellipsoid';
  readonly metresPerUnit: number;
}

/** A horizontal and a vertical CRS, as every 3D file has them, said or not. */
export interface CompoundCrs {
  readonly horizontal: HorizontalCrs;
  readonly vertical: VerticalCrs;
  /** True where the file named only a horizontal CRS and the usual height system of it stands in. */
  readonly verticalIsAssumed: boolean;
}

/**
 * Converts `count` triples (all by default) from `from` to `to`; both may be the same array. Triples that
 * aren't finite, or lie where the projection has no value, become NaN.
 */
export type TransformCoordinates = (from: Float64Array, to: Float64Array, count?: number) => void;

/** How the first two numbers of a coordinate are to be read; the authority's order by default. */
export interface AxisOptions {
  readonly axes?: AxisOrder;
}

const WGS84 = '+proj=longlat +datum=WGS84 +no_defs';

/** Triples x, y, z of the CRS → longitude, latitude (rad), height above the ellipsoid (m). */
export function createToGeodetic(
  crs: CompoundCrs,
  geoid: Geoid,
  options: AxisOptions = {},
): TransformCoordinates {
  const first = (options.axes ?? crs.horizontal.axes) === 'north-east' ? 1 : 0;
  const { metresPerUnit } = crs.vertical;
  const hasGeoid = crs.vertical.surface === 'geoid';
  const toWgs84 = isSameAsWgs84(crs.horizontal)
    ? undefined
    : proj4(crs.horizontal.definition, WGS84);
  return (from, to, count = from.length / 3) => {
    for (let at = 0; at < count * 3; at += 3) {
      let east = from[at + first]!;
      let north = from[at + 1 - first]!;
      if (toWgs84) {
        [east, north] = toGeographic(toWgs84, east, north);
      }
      const longitude = fromDegrees(east);
      const latitude = fromDegrees(north);
      const height = from[at + 2]! * metresPerUnit;
      to[at] = longitude;
      to[at + 1] = latitude;
      to[at + 2] = hasGeoid ? height + geoid(longitude, latitude) : height;
    }
  };
}

/** Longitude, latitude (rad), height above the ellipsoid (m) → triples x, y, z of the CRS. */
export function createFromGeodetic(
  crs: CompoundCrs,
  geoid: Geoid,
  options: AxisOptions = {},
): TransformCoordinates {
  const first = (options.axes ?? crs.horizontal.axes) === 'north-east' ? 1 : 0;
  const { metresPerUnit } = crs.vertical;
  const hasGeoid = crs.vertical.surface === 'geoid';
  const toWgs84 = isSameAsWgs84(crs.horizontal)
    ? undefined
    : proj4(crs.horizontal.definition, WGS84);
  return (from, to, count = from.length / 3) => {
    for (let at = 0; at < count * 3; at += 3) {
      const longitude = radians(from[at]!);
      const latitude = radians(from[at + 1]!);
      const height = from[at + 2]! - (hasGeoid ? geoid(longitude, latitude) : 0);
      let east = toDegrees(longitude);
      let north = toDegrees(latitude);
      if (toWgs84) {
        [east, north] = fromGeographic(toWgs84, east, north);
      }
      to[at + first] = east;
      to[at + 1 - first] = north;
      to[at + 2] = height / metresPerUnit;
    }
  };
}

/** Whether a position (deg) lies where the CRS is meant to be used, or within `marginDeg` of it. */
export function isInArea(
  { areaDeg: [west, south, east, north] }: HorizontalCrs,
  longitudeDeg: number,
  latitudeDeg: number,
  marginDeg = 0.5,
): boolean {
  const span = east >= west ? east - west : east - west + 360;
  const offset = (((longitudeDeg - west + marginDeg) % 360) + 360) % 360;
  return (
    offset <= span + 2 * marginDeg &&
    latitudeDeg >= south - marginDeg &&
    latitudeDeg <= north + marginDeg
  );
}

/**
 * How a file's coordinates are ordered, judged by where a typical one (x, y) lands. Geographic CRSs keep the
 * authority's order. Files in projected CRSs come east first whatever the authority says, so that is tried
 * first and north-east only where it puts the point outside the CRS's area. `undefined`: neither is inside.
 */
export function findAxisOrder(crs: HorizontalCrs, x: number, y: number): AxisOrder | undefined {
  const orders: AxisOrder[] = crs.kind === 'projected' ? ['east-north', 'north-east'] : [crs.axes];
  const noGeoid = () => 0;
  const vertical: VerticalCrs = { code: '', name: '', surface: 'ellipsoid', metresPerUnit: 1 };
  const compound = { horizontal: crs, vertical, verticalIsAssumed: true };
  return orders.find((axes) => {
    const position = Float64Array.of(x, y, 0);
    createToGeodetic(compound, noGeoid, { axes })(position, position);
    const [longitude = Number.NaN, latitude = Number.NaN] = position;
    return isInArea(crs, toDegrees(radians(longitude)), toDegrees(radians(latitude)));
  });
}

function isSameAsWgs84({ kind, definition }: HorizontalCrs): boolean {
  return kind === 'geographic' && !definition.includes('+towgs84=');
}

type Pair = readonly [number, number];

const NO_PAIR: Pair = [Number.NaN, Number.NaN];

function toGeographic({ forward }: Converter, x: number, y: number): Pair {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return NO_PAIR;
  const [longitudeDeg = Number.NaN, latitudeDeg = Number.NaN] = forward([x, y]);
  return [longitudeDeg, latitudeDeg];
}

// A shift between ellipsoids lifts or sinks a point. `toGeographic` starts from the CRS's own ellipsoid, so
// the way back starts as far off WGS 84's as makes it end there; without this, round trips miss by 1 mm.
// proj4 only tells the lift where it is told to keep to axes.
function fromGeographic({ inverse }: Converter, longitudeDeg: number, latitudeDeg: number): Pair {
  if (!Number.isFinite(longitudeDeg) || !Number.isFinite(latitudeDeg)) return NO_PAIR;
  const [, , lift = 0] = inverse([longitudeDeg, latitudeDeg, 0], true);
  const [x = Number.NaN, y = Number.NaN] = inverse([longitudeDeg, latitudeDeg, -lift]);
  return [x, y];
}
