// The pipes of a city as solids around a building: each stretch of a pipe a capsule along its axis.

import { toEcef } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';
import { cross, minus, type Point, plus, times } from './contact.ts';
import { apply } from './frame.ts';
import { createSolid, type Solid } from './solid.ts';

export interface Pipe {
  readonly id: string;
  readonly name: string;
  /** Axis, in the frame of the search, m. */
  readonly axis: readonly Point[];
  readonly radiusM: number;
}

interface StoredFeature {
  readonly id?: string | number;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: { readonly type: string; readonly coordinates: unknown } | null;
}

/**
 * Reads pipes from GeoJSON, one feature a line: longitude, latitude (degrees) and ellipsoidal height of the axis (m).
 * Those without height or diameter are left out: nobody can say where they lie. `toFrame` takes Earth-centred
 * coordinates; only pipes that reach into `box` (6 numbers) are kept.
 */
export function readPipes(text: string, toFrame: Float64Array, box: ArrayLike<number>): Pipe[] {
  const pipes: Pipe[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const { id, properties, geometry }: StoredFeature = JSON.parse(line);
    const diameterM = diameterOf(properties ?? {});
    if (diameterM === undefined) continue;
    for (const [part, coordinates] of linesOf(geometry).entries()) {
      const axis = coordinates.flatMap((position) => toPoint(position, toFrame) ?? []);
      if (axis.length < 2 || axis.length !== coordinates.length) continue;
      if (!reaches(axis, diameterM / 2, box)) continue;
      const own = String(id ?? properties?.assetId ?? pipes.length);
      const name = part === 0 ? own : `${own}/${part + 1}`;
      pipes.push({ id: name, name, axis, radiusM: diameterM / 2 });
    }
  }
  return pipes;
}

const SIDES = 24;
const RINGS = 4;
/** Makes the prism as thick as its cylinder on average. */
const FULL = Math.sqrt((2 * Math.PI) / SIDES / Math.sin((2 * Math.PI) / SIDES));

export function toSolid({ axis, radiusM }: Pipe): Solid | undefined {
  const positions: number[] = [];
  const indices: number[] = [];
  for (let at = 0; at + 1 < axis.length; at++) {
    addCapsule(axis[at]!, axis[at + 1]!, radiusM * FULL, positions, indices);
  }
  return createSolid(Float32Array.from(positions), Uint32Array.from(indices));
}

/** 6 numbers, least corner first. */
export function boxOf({ axis, radiusM }: Pick<Pipe, 'axis' | 'radiusM'>): number[] {
  const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (const point of axis) {
    for (let part = 0; part < 3; part++) {
      box[part] = Math.min(box[part]!, point[part]! - radiusM * FULL);
      box[3 + part] = Math.max(box[3 + part]!, point[part]! + radiusM * FULL);
    }
  }
  return box;
}

function addCapsule(
  from: Point,
  to: Point,
  radius: number,
  positions: number[],
  indices: number[],
): void {
  const way = minus(to, from);
  const length = Math.hypot(...way);
  if (length < 1e-6) return;
  const along = times(way, 1 / length);
  const aside: Point = Math.abs(along[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0];
  const across = unit(cross(along, aside));
  const up = cross(along, across);
  const first = positions.length / 3;
  const rows: (readonly [centre: Point, radius: number])[] = [];
  for (let ring = 1; ring <= RINGS; ring++) {
    const tilt = (Math.PI / 2) * (ring / RINGS);
    rows.push([plus(from, times(along, -radius * Math.cos(tilt))), radius * Math.sin(tilt)]);
  }
  for (let ring = RINGS; ring >= 1; ring--) {
    const tilt = (Math.PI / 2) * (ring / RINGS);
    rows.push([plus(to, times(along, radius * Math.cos(tilt))), radius * Math.sin(tilt)]);
  }
  for (const [centre, own] of rows) {
    for (let side = 0; side < SIDES; side++) {
      const turn = (2 * Math.PI * side) / SIDES;
      const rim = plus(times(across, own * Math.cos(turn)), times(up, own * Math.sin(turn)));
      positions.push(...plus(centre, rim));
    }
  }
  positions.push(...plus(from, times(along, -radius)), ...plus(to, times(along, radius)));
  const [start, end] = [first + rows.length * SIDES, first + rows.length * SIDES + 1];
  for (let side = 0; side < SIDES; side++) {
    const next = (side + 1) % SIDES;
    for (let row = 0; row + 1 < rows.length; row++) {
      const [a, b] = [first + row * SIDES + side, first + row * SIDES + next];
      indices.push(a, b, b + SIDES, a, b + SIDES, a + SIDES);
    }
    const last = first + (rows.length - 1) * SIDES;
    indices.push(start, first + next, first + side, end, last + side, last + next);
  }
}

const unit = (vector: Point): Point => times(vector, 1 / Math.hypot(...vector));

/** Outer diameter, m, as the schema of pipes writes it. */
function diameterOf(properties: Readonly<Record<string, unknown>>): number | undefined {
  const number = (name: string) => {
    const value = properties[name];
    return typeof value === 'number' && value > 0 ? value : undefined;
  };
  const inner = number('innerDiameter_mm');
  const outer = number('outerDiameter_mm') ?? number('diameter_mm');
  const millimetres = outer ?? (inner && inner + 2 * (number('wall_mm') ?? 0));
  return millimetres && millimetres / 1000;
}

function linesOf(geometry: StoredFeature['geometry']): readonly (readonly unknown[])[] {
  if (!geometry || !Array.isArray(geometry.coordinates)) return [];
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates.filter(Array.isArray) : [];
}

function toPoint(position: unknown, toFrame: Float64Array): Point[] | undefined {
  if (!Array.isArray(position)) return undefined;
  const [longitude, latitude, height] = position;
  if (![longitude, latitude, height].every(Number.isFinite)) return undefined;
  const { x, y, z } = toEcef({
    longitude: fromDegrees(longitude),
    latitude: fromDegrees(latitude),
    height: metres(height),
  });
  return [apply(toFrame, [x, y, z])];
}

function reaches(axis: readonly Point[], radiusM: number, box: ArrayLike<number>): boolean {
  const own = boxOf({ axis, radiusM });
  return [0, 1, 2].every((part) => own[part]! <= box[3 + part]! && own[3 + part]! >= box[part]!);
}
