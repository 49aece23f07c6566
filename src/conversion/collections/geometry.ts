// Checks a GeoJSON geometry and puts its positions where `toPosition` says.

import { isObject } from './feature-source.ts';
import type { ToPosition } from './positions.ts';

/** How deep the positions lie in `coordinates`. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};
const DEEPEST_COLLECTION = 4;

export interface GeometryContext {
  readonly toPosition: ToPosition;
  /** Widened to hold every position: west, south, east, north, deg. */
  readonly boundsDeg: [number, number, number, number];
  /** Throws the sentence with the feature's name. */
  readonly fail: (sentence: string) => never;
}

/** The geometry with new positions; null stays null. */
export function placeGeometry(value: unknown, context: GeometryContext, depth = 0): unknown {
  if (value === null || value === undefined) return null;
  if (!isObject(value)) context.fail(`its geometry is ${clip(value)}; expected an object.`);
  const { type, coordinates, geometries } = value;
  if (type === 'GeometryCollection') {
    if (!Array.isArray(geometries) || depth >= DEEPEST_COLLECTION) {
      context.fail(`its geometries are ${clip(geometries)}; expected a list, not nested deeper.`);
    }
    return { type, geometries: geometries.map((one) => placeGeometry(one, context, depth + 1)) };
  }
  const nesting =
    typeof type === 'string' && Object.hasOwn(DEPTHS, type) ? DEPTHS[type] : undefined;
  if (nesting === undefined) {
    context.fail(`its geometry has type ${clip(type)}, which GeoJSON doesn't have.`);
  }
  return { type, coordinates: placeCoordinates(coordinates, nesting, context) };
}

function placeCoordinates(value: unknown, depth: number, context: GeometryContext): unknown {
  if (!Array.isArray(value)) {
    context.fail(`found ${clip(value)} among its coordinates; expected a list.`);
  }
  if (depth > 0) return value.map((part) => placeCoordinates(part, depth - 1, context));
  const [x, y, z]: readonly unknown[] = value;
  const isPosition =
    typeof x === 'number' && typeof y === 'number' && (z === undefined || typeof z === 'number');
  if (!isPosition) {
    return context.fail(
      `found ${clip(value)} among its coordinates; expected two or three numbers.`,
    );
  }
  const position = context.toPosition(x, y, z);
  if (!position) {
    return context.fail(`it stands at ${clip(value)}, which is no place on the Earth in its CRS.`);
  }
  widen(context.boundsDeg, position);
  return position;
}

function widen(bounds: [number, number, number, number], position: readonly number[]): void {
  const [longitude = 0, latitude = 0] = position;
  if (longitude < bounds[0]) bounds[0] = longitude;
  if (latitude < bounds[1]) bounds[1] = latitude;
  if (longitude > bounds[2]) bounds[2] = longitude;
  if (latitude > bounds[3]) bounds[3] = latitude;
}

const clip = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
