// Rings of GeoJSON polygons, flat (x, y, x, y, …), closed, the outer one counter-clockwise.

import { InputError } from '#model/input-error.ts';
import { toObject } from '../cityjson/header.ts';

/** Outer ring first, then the holes. */
export type Outline = readonly Float64Array[];

/** Outlines of a Polygon, MultiPolygon or collection of them; undefined for any other geometry. */
export function toOutlines(geometry: unknown, id: string, file: string): Outline[] | undefined {
  const { type, coordinates, geometries } = toObject(geometry);
  switch (type) {
    case 'Polygon':
      return [toOutline(coordinates, id, file)];
    case 'MultiPolygon':
      return toList(coordinates, id, file).map((polygon) => toOutline(polygon, id, file));
    case 'GeometryCollection': {
      const found = toList(geometries, id, file).flatMap(
        (part) => toOutlines(part, id, file) ?? [],
      );
      return found.length > 0 ? found : undefined;
    }
    default:
      return undefined;
  }
}

function toOutline(polygon: unknown, id: string, file: string): Outline {
  return toList(polygon, id, file).map((ring, number) => {
    const flat = toRing(ring, id, file);
    return isCounterClockwise(flat) === (number === 0) ? flat : reverse(flat);
  });
}

function toRing(ring: unknown, id: string, file: string): Float64Array {
  const positions = toList(ring, id, file);
  const flat = new Float64Array(positions.length * 2);
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at];
    const [x, y] = Array.isArray(position) ? position : [];
    if (typeof x !== 'number' || typeof y !== 'number') fail(position, id, file);
    flat[at * 2] = x;
    flat[at * 2 + 1] = y;
  }
  const last = flat.length - 2;
  if (last < 2 || (flat[0] === flat[last] && flat[1] === flat[last + 1])) return flat;
  const closed = new Float64Array(flat.length + 2);
  closed.set(flat);
  closed.set(flat.subarray(0, 2), flat.length);
  return closed;
}

function toList(value: unknown, id: string, file: string): unknown[] {
  if (!Array.isArray(value)) fail(value, id, file);
  return value;
}

function fail(value: unknown, id: string, file: string): never {
  throw new InputError(
    { file, at: id },
    `found ${JSON.stringify(value) ?? 'nothing'} where coordinates were expected.`,
  );
}

function isCounterClockwise(ring: Float64Array): boolean {
  let twice = 0;
  for (let at = 0; at + 3 < ring.length; at += 2) {
    twice +=
      (ring[at]! - ring[0]!) * (ring[at + 3]! - ring[1]!) -
      (ring[at + 2]! - ring[0]!) * (ring[at + 1]! - ring[1]!);
  }
  return twice >= 0;
}

function reverse(ring: Float64Array): Float64Array {
  const turned = new Float64Array(ring.length);
  for (let at = 0; at < ring.length; at += 2) {
    turned[at] = ring[ring.length - 2 - at]!;
    turned[at + 1] = ring[ring.length - 1 - at]!;
  }
  return turned;
}
