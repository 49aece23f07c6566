// Where IfcAxis2Placement and IfcLocalPlacement put things: frames in the file's coordinates, m.

import { instanceOf, type StepIndex } from '../step/scan.ts';
import { listOf, numberOf, referenceOf, type StepValue } from '../step/values.ts';

type Vector = readonly [number, number, number];

/** Axes of length 1, right-handed; the origin in metres. */
export interface Pose {
  readonly x: Vector;
  readonly y: Vector;
  readonly z: Vector;
  readonly origin: Vector;
}

export const AT_REST: Pose = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1], origin: [0, 0, 0] };

/** From true east of the pose's own frame to its x axis, counter-clockwise, rad. */
export const turnOf = ({ x }: Pose): number => Math.atan2(x[1], x[0]);

export const isAtRest = ({ x, z, origin }: Pose): boolean =>
  Math.hypot(...origin) < 1e-6 && Math.abs(x[0] - 1) < 1e-12 && Math.abs(z[2] - 1) < 1e-12;

/** A point of the outer frame in the pose's own. */
export function toLocal({ x, y, z, origin }: Pose, [px, py, pz]: Vector): Vector {
  const offset: Vector = [px - origin[0], py - origin[1], pz - origin[2]];
  return [dot(x, offset), dot(y, offset), dot(z, offset)];
}

/** The pose of an IfcAxis2Placement2D or 3D; at rest where the file lacks it. */
export function readAxisPlacement(
  index: StepIndex,
  id: number | undefined,
  lengthUnitM: number,
): Pose {
  const placement = instanceOf(index, id);
  if (!placement) return AT_REST;
  const is3d = placement.type === 'IFCAXIS2PLACEMENT3D';
  const [location, axis, direction] = placement.values;
  const point = coordinatesOf(index, location);
  const up = (is3d && unit(coordinatesOf(index, axis))) || AT_REST.z;
  const wanted = coordinatesOf(index, is3d ? direction : axis) ?? [1, 0, 0];
  const along = dot(up, wanted);
  const x = unit([
    wanted[0] - along * up[0],
    wanted[1] - along * up[1],
    wanted[2] - along * up[2],
  ]) ?? [1, 0, 0];
  const [east, north, height] = point ?? [0, 0, 0];
  return {
    x,
    y: cross(up, x),
    z: up,
    origin: [east * lengthUnitM, north * lengthUnitM, height * lengthUnitM],
  };
}

/** The pose of an IfcLocalPlacement in the project's frame, with all that it is relative to. */
export function readLocalPlacement(
  index: StepIndex,
  id: number | undefined,
  lengthUnitM: number,
): Pose {
  let pose = AT_REST;
  const seen = new Set<number>();
  let at = id;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const placement = instanceOf(index, at);
    if (placement?.type !== 'IFCLOCALPLACEMENT') break;
    pose = within(readAxisPlacement(index, referenceOf(placement.values[1]), lengthUnitM), pose);
    at = referenceOf(placement.values[0]);
  }
  return pose;
}

/** Numbers of an IfcCartesianPoint or IfcDirection; undefined where one isn't finite. */
export function coordinatesOf(index: StepIndex, value: StepValue | undefined): Vector | undefined {
  const list = listOf(instanceOf(index, referenceOf(value))?.values[0]);
  const [x, y, z = 0] = list.map(numberOf);
  return x !== undefined && y !== undefined && Number.isFinite(x + y + z) ? [x, y, z] : undefined;
}

function within(outer: Pose, inner: Pose): Pose {
  const turn = (vector: Vector): Vector => [
    outer.x[0] * vector[0] + outer.y[0] * vector[1] + outer.z[0] * vector[2],
    outer.x[1] * vector[0] + outer.y[1] * vector[1] + outer.z[1] * vector[2],
    outer.x[2] * vector[0] + outer.y[2] * vector[1] + outer.z[2] * vector[2],
  ];
  const [x, y, z] = turn(inner.origin);
  const { origin } = outer;
  return {
    x: turn(inner.x),
    y: turn(inner.y),
    z: turn(inner.z),
    origin: [origin[0] + x, origin[1] + y, origin[2] + z],
  };
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

function unit(vector: Vector | undefined): Vector | undefined {
  if (!vector) return undefined;
  const length = Math.hypot(...vector);
  return length > 1e-12 && Number.isFinite(length)
    ? [vector[0] / length, vector[1] / length, vector[2] / length]
    : undefined;
}
